import assert from 'node:assert/strict';
import { fixSource, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '../src/index.js';

/** The first example of the README: a sound INVITE but for its Content-Length, which is 28 octets too much. */
const INVITE = `INVITE sip:bob@voipprovider.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.101:5060;branch=z9hG4bK776asdhds
Max-Forwards: 70
To: Bob <sip:bob@voipprovider.com>
From: Alice <sip:alice@example.com>;tag=1928301774
Call-ID: a84b4c76e66710@192.0.2.101
CSeq: 314159 INVITE
Contact: <sip:alice@192.0.2.101>
Content-Type: application/sdp
Content-Length: 142

v=0
o=alice 2890844526 2890844526 IN IP4 192.0.2.101
s=-
c=IN IP4 192.0.2.101
t=0 0
m=audio 49170 RTP/AVP 0
`;

describe('the first example of the README', () => {
  const config = resolveConfig([], rules, [], { preset: 'recommended' }).forFile('');

  for (const [name, text] of [
    ['CRLF', INVITE.replaceAll('\n', '\r\n')],
    ['LF', INVITE],
  ] as const) {
    it(`has one finding with ${name}`, () => {
      const { findings } = lintSource(SourceText.fromString(text), 'invite.sip', config);
      assert.deepEqual(
        findings.map(({ ruleId, severity, data }) => ({ ruleId, severity, data })),
        [{ ruleId: 'content-length-exceeds-body', severity: 'error', data: { declared: 142, actual: 114 } }],
      );
    });

    it(`has none behind safe fixes with ${name}`, () => {
      const { source, result } = fixSource(SourceText.fromString(text), 'invite.sip', config, { safety: 'safe' });
      assert.equal(source.text, text.replace('142', '114'));
      assert.deepEqual(result.findings, []);
    });
  }
});
