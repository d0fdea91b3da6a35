import assert from 'node:assert/strict';
import { DEFAULT_INPUT_SETTINGS, EditSet, formatEdits, type NameForm, readSipFile, SourceText } from '@siplint/core';
import fc from 'fast-check';

function read(text: string) {
  return readSipFile(SourceText.fromString(text), DEFAULT_INPUT_SETTINGS);
}

function formatted(text: string, names: NameForm = 'long'): string {
  const edits = new EditSet();
  for (const edit of formatEdits(read(text), names)) assert.ok(edits.tryAdd([edit]), 'edits do not overlap');
  return edits.applyTo(text);
}

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('');

describe('formatting', () => {
  const cases: readonly [what: string, before: readonly string[], after: readonly string[]][] = [
    ['names as registered', ['v: SIP/2.0/UDP a;branch=1', 'call-id: x'], ['Via: SIP/2.0/UDP a;branch=1', 'Call-ID: x']],
    ['names that nobody registered', ['x-HOUSE: a'], ['x-HOUSE: a']],
    ['one space behind the colon', ['To \t:<sip:a@b>', 'From:\t  <sip:a@b>'], ['To: <sip:a@b>', 'From: <sip:a@b>']],
    ['no folds', ['Subject: a \r\n\t b\r\n c', 'To:\r\n <sip:a@b>'], ['Subject: a b c', 'To: <sip:a@b>']],
    ['no blanks at the end', ['Call-ID: x \t'], ['Call-ID: x']],
    ['empty values', ['Supported: \t', 'k :'], ['Supported:', 'Supported:']],
    ['a right length', ['l: 00', 'Call-ID: x'], ['Content-Length: 00', 'Call-ID: x']],
    ['a wrong length', ['Content-Length: 12'], ['Content-Length: 0']],
    ['placeholders', ['v:  {{via}}', 'f: {{from}} \r\n ;tag=1'], ['Via: {{via}}', 'From: {{from}} ;tag=1']],
    ['rows that cannot be read', ['no colon here', 'To  <sip:a>'], ['no colon here', 'To  <sip:a>']],
  ];
  for (const [what, before, after] of cases) {
    it(`gives ${what}`, () => {
      const message = (rows: readonly string[]) => lines('OPTIONS sip:a@b SIP/2.0', ...rows, '');
      assert.equal(formatted(message(before)), message(after));
      const inLf = (text: string) => text.replaceAll('\r\n', '\n');
      assert.equal(formatted(inLf(message(before))), inLf(message(after)));
    });
  }

  it('gives compact names where there are any', () => {
    const rows = (...names: readonly string[]) =>
      lines('OPTIONS sip:a@b SIP/2.0', ...names.map((name) => `${name}: 1`), '');
    assert.equal(formatted(rows('Via', 'CSEQ', 'k'), 'compact'), rows('v', 'CSeq', 'k'));
  });

  it('leaves bodies, comments and text that is no message alone', () => {
    const text = `# a  comment \r\n${lines('OPTIONS sip:a@b SIP/2.0', 'Content-Length: 10', '')}v : \r\n x\r\n--- \r\nprose  \r\n`;
    assert.equal(formatted(text), text);
  });

  it('comes to rest and changes no value, whatever the text', () => {
    const piece = fc.constantFrom(
      'OPTIONS sip:a SIP/2.0\r\n',
      'v',
      ' ',
      '\t',
      ':',
      '\r\n',
      '\n',
      '\r',
      ' <sip:a@b>',
      '"',
      'f: a',
      'Content-Length: 3',
      'm',
      '\0',
      'é',
    );
    const values = (text: string) =>
      read(text).messages.map(({ fields }) =>
        fields
          .filter(({ canonicalName, isReadable }) => isReadable && canonicalName !== 'Content-Length')
          .map(({ canonicalName, rawValue }) => `${canonicalName}:${rawValue.replace(/\s+/g, ' ')}`),
      );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
        (text) => {
          const once = formatted(text);
          assert.equal(formatted(once), once);
          assert.deepEqual(values(once), values(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});
