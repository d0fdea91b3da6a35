import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completionsOf, type SipDocument } from '../../src/service/index.js';
import { documentOf, edited, optionsRequest } from './documents.js';

/** What is offered where `|` stands. */
function offered(marked: string): { document: SipDocument; items: CompletionItem[]; labels: string[] } {
  const document = documentOf(marked.replace('|', ''));
  const items = completionsOf(document, document.positionAt(marked.indexOf('|')), false);
  return { document, items, labels: items.map(({ label }) => label) };
}

/** The line of the cursor with one of the items taken. */
function taken(marked: string, label: string): string | undefined {
  const { document, items } = offered(marked);
  const edit = items.find((item) => item.label === label)?.textEdit;
  assert.ok(edit && 'range' in edit, `${label} is not offered`);
  const { line } = edit.range.start;
  return edited(document, [edit]).split(/\r?\n/)[line];
}

describe('completion', () => {
  const request = (change: (text: string) => string) => optionsRequest(change, '\n');

  const cases: readonly [what: string, marked: string, label: string, line: string][] = [
    ['start lines', 'INV|', 'INVITE', 'INVITE sip:user@example.com SIP/2.0'],
    ['status codes', 'SIP/2.0 48|', '486 Busy Here', 'SIP/2.0 486 Busy Here'],
    ['directives', '# siplint-dis|', 'siplint-disable-file', '# siplint-disable-file'],
    ['rules in directives', '# siplint-disable miss|', 'missing-to', '# siplint-disable missing-to'],
    ['header names', request((text) => text.replace('Accept: application/sdp', 'Sup|')), 'Supported', 'Supported: '],
    ['a name in a message without an end', 'INVITE sip:a@b SIP/2.0\nVi|', 'Via', 'Via: '],
    [
      'option tags',
      request((text) => text.replace('application/sdp', 'x\nRequire: 100|')),
      '100rel',
      'Require: 100rel',
    ],
    ['lists', request((text) => text.replace('application/sdp', 'x\nAllow: INVITE, |')), 'BYE', 'Allow: INVITE, BYE'],
    ['transports', request((text) => text.replace(/Via:.*/, 'Via: |')), 'SIP/2.0/UDP', 'Via: SIP/2.0/UDP'],
    [
      'URI parameters',
      request((text) => text.replace('pc33.atlanta.example>', 'x;l|>')),
      'lr',
      'Contact: <sip:alice@x;lr>',
    ],
    [
      'header parameters',
      request((text) => text.replace('pc33.atlanta.example>', 'x>;ex|')),
      'expires',
      'Contact: <sip:alice@x>;expires',
    ],
    [
      'tags of the file',
      request((text) => text.replace('To: <sip:carol@chicago.example>', 'To: <sip:c@d>;tag=|')),
      '1928301774',
      'To: <sip:c@d>;tag=1928301774',
    ],
    [
      'the real length',
      request((text) => text.replace('Content-Length: 0', 'Content-Length: |')),
      '0',
      'Content-Length: 0',
    ],
    [
      'lines of a session',
      request((text) => text.replace('Content-Length: 0\n\n', 'Content-Type: application/sdp\n\nv=0\n|\n')),
      't=0 0',
      't=0 0',
    ],
    [
      'attributes',
      request((text) => text.replace('Content-Length: 0\n\n', 'Content-Type: application/sdp\n\nv=0\na=send|\n')),
      'sendonly',
      'a=sendonly',
    ],
  ];
  for (const [what, marked, label, line] of cases) {
    it(`offers ${what}`, () => assert.equal(taken(marked, label), line));
  }

  it('offers no header field that has no place here, and what is missing first', () => {
    const { items, labels } = offered(request((text) => text.replace('CSeq: 63104 OPTIONS', '|')));
    assert.ok(!labels.includes('To') && !labels.includes('WWW-Authenticate'));
    const sortTextOf = (name: string) => items.find(({ label }) => label === name)?.sortText ?? '';
    assert.ok(sortTextOf('CSeq') < sortTextOf('Call-Info'));
  });

  it('gives blanks to a client that can fill them', () => {
    const document = documentOf('');
    const invite = completionsOf(document, document.positionAt(0), true).find(({ label }) => label === 'INVITE');
    assert.ok(invite?.textEdit && /sip:\$\{1:user\}@\$\{2:example\.com\} SIP/.test(invite.textEdit.newText));
  });

  it('is offered in any text at any place', () => {
    const pieces = optionsRequest(undefined, '\n').split(/(?<=[\s;=:,"<>])/);
    const mixed = fc
      .array(fc.constantFrom(...pieces, '\r', '#', 'a=', '\0'), { maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(mixed, fc.nat(), (text, seed) => {
        const document = documentOf(text);
        const position = document.positionAt(seed % (text.length + 1));
        for (const { textEdit } of completionsOf(document, position, true)) {
          assert.ok(textEdit && 'range' in textEdit);
          assert.deepEqual(textEdit.range.end, position);
          assert.equal(textEdit.range.start.line, position.line);
        }
      }),
    );
  });
});
