import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver-types';
import { foldingRangesOf, selectionRangesOf, symbolsOf } from '../../src/service/index.js';
import { documentOf, optionsRequest } from './documents.js';

const INVITE = `INVITE sip:bob@biloxi.example SIP/2.0
Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bK776asdhds
Max-Forwards: 70
To: Bob <sip:bob@biloxi.example>
From: Alice <sip:alice@atlanta.example>;tag=1928301774
Call-ID: a84b4c76e66710@pc33.atlanta.example
CSeq: 314159 INVITE
Contact: <sip:alice@pc33.atlanta.example>
Subject: a subject
 in two lines
Content-Type: application/sdp

v=0
o=alice 2890844526 2890844526 IN IP4 pc33.atlanta.example
s=-
c=IN IP4 192.0.2.101
t=0 0
m=audio 49172 RTP/AVP 0
a=rtpmap:0 PCMU/8000
m=video 51372 RTP/AVP 99
a=rtpmap:99 h263-1998/90000
`;

function tree(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, range, children = [] }) => [
    `${'  '.repeat(depth)}${name} ${range.start.line}-${range.end.line}`,
    ...tree(children, depth + 1),
  ]);
}

describe('structure of a document', () => {
  for (const [name, eol] of [
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ] as const) {
    const text = `### the first${eol}${optionsRequest(undefined, eol)}### the second${eol}${INVITE.replaceAll('\n', eol)}`;
    const document = documentOf(text);

    it(`is a tree of symbols (${name})`, () => {
      assert.deepEqual(tree(symbolsOf(document)), [
        'OPTIONS 1-12',
        ...['Via', 'Max-Forwards', 'To', 'From', 'Call-ID', 'CSeq', 'Contact', 'Accept', 'Content-Length'].map(
          (field, i) => `  ${field} ${i + 2}-${i + 3}`,
        ),
        'INVITE 13-34',
        ...['Via', 'Max-Forwards', 'To', 'From', 'Call-ID', 'CSeq', 'Contact'].map(
          (field, i) => `  ${field} ${i + 14}-${i + 15}`,
        ),
        '  Subject 21-23',
        '  Content-Type 23-24',
        '  Session description 25-34',
        ...['v=', 'o=', 's=', 'c=', 't='].map((line, i) => `    ${line} ${i + 25}-${i + 26}`),
        '    audio 49172 RTP/AVP 0 30-32',
        '      a= 31-32',
        '    video 51372 RTP/AVP 99 32-34',
        '      a= 33-34',
      ]);
    });

    it(`folds (${name})`, () => {
      assert.deepEqual(
        foldingRangesOf(document).map(({ startLine, endLine }) => `${startLine}-${endLine}`),
        ['1-10', '13-33', '21-22', '25-33', '30-31', '32-33'],
      );
    });

    it(`is selected from the inside out (${name})`, () => {
      const [range] = selectionRangesOf(document, [document.positionAt(text.indexOf('alice@pc33.atlanta') + 2)]);
      const texts: string[] = [];
      for (let at: SelectionRange | undefined = range; at; at = at.parent) {
        const { start, end } = document.offsetsOf(at.range);
        texts.push(text.slice(start, end));
      }
      assert.deepEqual(texts.slice(0, 3), [
        'alice',
        '<sip:alice@pc33.atlanta.example>',
        `Contact: <sip:alice@pc33.atlanta.example>${eol}`,
      ]);
      assert.equal(texts.at(-1), text);
    });
  }

  it('is told of any text, within it', () => {
    const piece = fc.constantFrom(
      'INVITE sip:a SIP/2.0',
      '\r\n',
      '\n',
      'Via: ',
      'm=audio',
      'v=0',
      ' ',
      '\t',
      '🙂',
      '#',
      '-',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, fc.nat(), (text, seed) => {
        const document = documentOf(text);
        const position = document.positionAt(seed % (text.length + 1));
        const check = ({ range, children = [] }: DocumentSymbol): void => {
          const { start, end } = document.offsetsOf(range);
          assert.ok(start <= end && end <= text.length);
          for (const child of children) check(child);
        };
        for (const symbol of symbolsOf(document)) check(symbol);
        for (const { startLine, endLine } of foldingRangesOf(document)) {
          assert.ok(startLine < endLine && endLine < document.textDocument.lineCount);
        }
        assert.equal(selectionRangesOf(document, [position]).length, 1);
      }),
    );
  });
});
