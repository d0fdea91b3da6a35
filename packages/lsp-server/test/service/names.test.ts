import assert from 'node:assert/strict';
import {
  definitionOf,
  highlightsOf,
  prepareRename,
  RenameRefused,
  referencesOf,
  renameAt,
  type SipDocument,
} from '../../src/service/index.js';
import { documentOf, edited, URI } from './documents.js';

const CALL = `INVITE sip:bob@biloxi.example SIP/2.0
Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bK776asdhds
Record-Route: <sip:p1.example;lr>
Max-Forwards: 70
To: "Bøb 🙂" <sip:bob@biloxi.example>
From: Alice <sip:alice@atlanta.example>;tag=1928
Call-ID: a84b@pc33
CSeq: 314159 INVITE
Contact: <sip:alice@pc33.atlanta.example>
Content-Type: application/sdp

v=0
o=alice 1 1 IN IP4 192.0.2.101
s=-
c=IN IP4 192.0.2.101
t=0 0
a=group:BUNDLE aud
m=audio 49172 RTP/AVP 0 97
a=mid:aud
a=rtpmap:97 iLBC/8000
a=fmtp:97 mode=20

SIP/2.0 183 Session Progress
Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bK776ASDHDS
To: Bob <sip:bob@biloxi.example>;tag=314
From: Alice <sip:alice@atlanta.example>;tag=1928
Call-ID: a84b@pc33
CSeq: 314159 INVITE
RSeq: 988789
Contact: <sip:bob@192.0.2.4>
Content-Length: 0

PRACK sip:bob@192.0.2.4 SIP/2.0
Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bK34
Route: <sip:p1.example;lr>
Max-Forwards: 70
To: Bob <sip:bob@biloxi.example>;tag=314
From: Alice <sip:alice@atlanta.example>;tag=1928
Call-ID: a84b@pc33
CSeq: 314160 PRACK
RAck: 988789 314159 INVITE
Content-Length: 0

`;

/** The position behind the nth time that a text stands in the document. */
function at(document: SipDocument, text: string, nth = 1) {
  let offset = -1;
  for (let i = 0; i < nth; i++) offset = document.text.indexOf(text, offset + 1);
  assert.ok(offset >= 0, `${text} is not there ${nth} times`);
  return document.positionAt(offset + text.length);
}

describe('names', () => {
  for (const [eolName, eol] of [
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ] as const) {
    const document = documentOf(CALL.replaceAll('\n', eol));
    const cases: readonly [what: string, text: string, lines: readonly number[], definition: number][] = [
      ['Call-ID', 'a84b', [6, 26, 38], 6],
      ['From tag', 'tag=1928', [5, 25, 37], 5],
      ['To tag', 'tag=314', [24, 36], 24],
      ['branch, whatever its case', 'branch=z9hG4bK776', [1, 23], 1],
      ['CSeq', '314159', [7, 27, 40], 7],
      ['route', '<sip:p1', [2, 34], 2],
      ['reliable response', 'RAck: 988', [28, 40], 28],
      ['payload type', 'AVP 0 97', [17, 19, 20], 19],
      ['media identification', 'BUNDLE aud', [16, 18], 18],
    ];
    for (const [what, text, lines, definition] of cases) {
      it(`ties together each ${what} (${eolName})`, () => {
        const position = at(document, text);
        assert.deepEqual(
          referencesOf(document, position, true).map(({ range }) => range.start.line),
          lines,
        );
        assert.equal(definitionOf(document, position)?.range.start.line, definition);
        assert.equal(referencesOf(document, position, false).length, lines.length - 1);
        assert.equal(highlightsOf(document, position).length, lines.length);
      });
    }

    it(`are renamed in all messages (${eolName})`, () => {
      const edit = renameAt(document, at(document, 'tag=1928', 2), 'other');
      const text = edited(document, edit?.changes?.[URI] ?? []);
      assert.equal(text, document.text.replaceAll('1928', 'other'));
    });
  }

  it('are renamed only to what can stand there, and alone', () => {
    const document = documentOf(CALL);
    assert.throws(() => renameAt(document, at(document, 'tag=1928'), 'a b'), RenameRefused);
    assert.throws(() => renameAt(document, at(document, 'tag=1928'), '314'), RenameRefused);
    assert.throws(() => renameAt(document, at(document, 'AVP 0 97'), '128'), RenameRefused);
    assert.equal(prepareRename(document, at(document, '314159')), undefined);
    assert.ok(prepareRename(document, at(document, 'a84b')));
    assert.equal(renameAt(document, at(document, 'Max-Forwards'), 'x'), undefined);
  });
});
