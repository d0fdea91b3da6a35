import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MarkupContent } from 'vscode-languageserver-types';
import { hoverOf, type SipDocument } from '../../src/service/index.js';
import { documentOf } from './documents.js';

const PASSPORT = [{ alg: 'ES256', typ: 'passport' }, { orig: { tn: '12155551212' } }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');

const INVITE = `INVITE sip:bob@biloxi.example SIP/2.0
v: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bK776asdhds;rport
Max-Forwards: 70
To: "Bøb 🙂" <sip:bob@biloxi.example>
From: Alice <sip:alice@atlanta.example>;tag=1928
Call-ID: a84b@pc33
CSeq: 314159 INVITE
Contact: <sip:alice@pc33.atlanta.example>;expires=3700
Supported: 100rel, replaces
Session-Expires: 1800
Authorization: Digest username="alice", realm="x", nonce="n", uri="sip:x", qop=auth, nc=0000000a, cnonce="c", response="0", algorithm=MD5
Reason: Q.850 ;cause=16 ;text="Terminated", SIP ;cause=486
Event: presence
Identity: ${PASSPORT}.c2ln;info=<https://cert.example/c>
X-House: 1
Content-Type: application/sdp

v=0
o=alice 1 1 IN IP4 192.0.2.101
s=-
c=IN IP4 192.0.2.101
t=0 0
m=audio 49172 RTP/AVP 0 97
a=rtpmap:97 iLBC/8000
a=fmtp:97 mode=20
a=candidate:1 1 UDP 2130706431 10.0.1.1 8998 typ host
SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP pc33.atlanta.example
`;

function hoverAt(document: SipDocument, text: string): string {
  const offset = document.text.indexOf(text);
  assert.ok(offset >= 0, `${text} is not there`);
  const contents = hoverOf(document, document.positionAt(offset + 1))?.contents;
  return MarkupContent.is(contents) ? contents.value : '';
}

describe('hover', () => {
  const cases: readonly [at: string, tells: RegExp][] = [
    ['INVITE', /\*\*INVITE\*\*.*\n\n\[RFC 3261/],
    ['486', /\*\*486 Busy Here\*\*\n\n4xx, client error/],
    ['v: SIP', /\*\*Via\*\*, compact form `v`[\s\S]*In INVITE requests: mandatory/],
    ['Max-For', /\*\*Max\\-Forwards\*\*/],
    ['UDP pc33', /Transport \*\*UDP\*\*/],
    ['branch', /identifies the transaction/],
    ['rport', /asks for it/],
    ['expires=3700', /1 hour 1 minute 40 seconds/],
    ['100rel', /Option tag \*\*100rel\*\*/],
    ['1800', /30 minutes/],
    ['nc=0000000a', /request number \*\*10\*\*/],
    ['realm', /which password/],
    ['qop=auth', /`auth`: the request is authenticated/],
    ['Q.850', /cause \*\*16\*\*: Normal call clearing/],
    ['SIP ;cause', /486 Busy Here/],
    ['presence', /Event package \*\*presence\*\*/],
    [PASSPORT, /"tn": "12155551212"/],
    ['X-House', /not registered/],
    ['0 97', /Payload type \*\*0\*\*: PCMU, 8000 Hz \(static/],
    ['97\na', /Payload type \*\*97\*\*: iLBC, 8000 Hz\n\n`mode=20`/],
    ['c=IN', /`c=` connection/],
    ['a=candidate', /type `host`: an address of the host itself[\s\S]*component 1 \(RTP\)/],
  ];
  const document = documentOf(INVITE);
  for (const [at, tells] of cases) {
    it(`explains ${JSON.stringify(at.slice(0, 20))}`, () => assert.match(hoverAt(document, at), tells));
  }

  it('tells why a finding matters', () => {
    const wrong = documentOf(INVITE.replace('314159 INVITE', '314159 BYE'));
    assert.match(hoverAt(wrong, 'BYE'), /`cseq-method-mismatch`.*\n\n\[RFC 3261/);
  });

  it('quotes hostile names so that they stay text', () => {
    const hostile = documentOf(INVITE.replace('X-House', 'X-<b>`*[a](b)'));
    assert.ok(!/<b>|\[a\]\(b\)/.test(hoverAt(hostile, 'X-<b>')));
  });

  it('is told of any text at any place', () => {
    const pieces = INVITE.split(/(?<=[\s;=:,"<>])/);
    const mixed = fc.array(fc.constantFrom(...pieces, '\r\n', '"', '\0'), { maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(mixed, fc.nat(), (text, seed) => {
        const any = documentOf(text);
        const range = hoverOf(any, any.positionAt(seed % (text.length + 1)))?.range;
        if (range) assert.ok(any.offsetsOf(range).end <= text.length);
      }),
    );
  });
});
