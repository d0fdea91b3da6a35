import assert from 'node:assert/strict';
import { SDP_ISSUE_CODES } from '../../../src/syntax/sdp/issue-codes.js';
import { issuesOf, read, withLine } from './sdp-text.js';

/** A line with the issues it has. */
type Case = readonly [line: string, ...issues: string[]];

const GOOD = [
  'v=0',
  'o=jdoe 3724394400 3724394405 IN IP4 198.51.100.1',
  'o=user@example.com 1 18446744073709551615 IN IP6 2001:db8::1',
  'o=- 1 1 IN IP4 pc1',
  'o=- 1 1 TN RFC2543 +4412345678',
  's=-',
  's= ',
  's=Call to John Smith ',
  's=  two blanks',
  'i=A Seminar on the session description protocol ',
  'u=https://www.example.com/seminars/sdp.pdf',
  'e=j.doe@example.com (Jane Doe)',
  'e=Jane Doe <j.doe@example.com>',
  'p=+1 617 555-6011 ',
  'c=IN IP4 198.51.100.1',
  'c=IN IP4 233.252.0.1/127',
  'c=IN IP4 233.252.0.1/127/3',
  'c=IN IP6 ff00::db8:0:101',
  'c=IN IP6 ff00::db8:0:101/3',
  'c=IN IP6 ::',
  'c=IN IP6 ::ffff:192.0.2.1',
  'c=IN IP6 2001:db8:0:0:0:0:0:1',
  'c=IN IP4 0.0.0.0',
  'c=IN IP4 010.001.002.003',
  'c=IN IP4 my_host',
  'c=IN IP4 1.2.3',
  'c=TN RFC2543 +441234/5',
  'c=ATM NSAP 47.0091.8100.0000.0060.3e64.fd01.0060.3e64.fd01.00',
  'b=X-YZ:128',
  'b=AS:0',
  't=0 0',
  't=3724394400 3724398000',
  't=1 2',
  'r=604800 3600 0 90000',
  'r=7d 1h 0 25h',
  'z=3730928400 -1h 3749680800 0',
  'k=prompt',
  'k=clear:two words ',
  'k=',
  'm=audio 49170 RTP/AVP 0 8 97',
  'm=video 49170/2 RTP/AVP 31',
  'm=message 7394 TCP/MSRP *',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'm=image 0 udptl t38',
  'm=audio 1 voice -',
  'm=audio 65535 RTP/AVP 0',
  'a=sendrecv',
  'a=x-unknown',
  'a=x-unknown: ',
  'a=status:(1) answered  ',
  'a=alt:1 1 : kZ+b 0 192.0.2.1',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:98 L16/11025/2',
  'a=rtpmap:97 x!#$%&/1',
  'a=fmtp:97 mode=20; octet-align=1;',
  'a=fmtp:101 0-15',
  'a=fmtp:t38 x',
  'a=ptime:20',
  'a=ptime:2.5',
  'a=maxptime:150',
  'a=framerate:29.97',
  'a=framerate:0.5',
  'a=quality:0',
  'a=mid:0',
  'a=group:BUNDLE',
  'a=group:LS 1 2',
  'a=tool:a b c ',
  'a=lang:de',
];

const FORM: Case[] = [
  ['c =IN IP4 192.0.2.1', 'sdp.line.blank-at-equals " ="'],
  ['c= IN IP4 192.0.2.1', 'sdp.line.blank-at-equals "= "'],
  ['c\t= IN IP4 192.0.2.1', 'sdp.line.blank-at-equals "\\t= "'],
  ['s = call', 'sdp.line.blank-at-equals " ="'],
  ['  t=0 0', 'sdp.line.leading-blank "  "'],
  ['t=0 0 ', 'sdp.line.trailing-blank " "'],
  ['m=audio 5004 RTP/AVP 0 8 \t', 'sdp.line.trailing-blank " \\t"'],
  ['a=sendrecv ', 'sdp.line.trailing-blank " "'],
  ['a=rtpmap:0 PCMU/8000 ', 'sdp.line.trailing-blank " "'],
  ['x=foo', 'sdp.line.unknown-type "x"'],
  ['A=sendrecv', 'sdp.line.unknown-type "A"'],
  ['Via: SIP/2.0/UDP 192.0.2.1', 'sdp.line.not-type-value "Via: SIP/2.0/UDP 192.0.2.1"'],
  ['1=2', 'sdp.line.not-type-value "1=2"'],
  ['=', 'sdp.line.not-type-value "="'],
  ['s=a\0b', 'sdp.line.octet-forbidden "\\u0000"'],
  ['s=a\rb', 'sdp.line.octet-forbidden "\\r"'],
  ['t=0 0\r', 'sdp.line.octet-forbidden "\\r"'],
];

const LINES: Case[] = [
  ['v=', 'sdp.version.malformed ""'],
  ['v=zero', 'sdp.version.malformed "zero"'],
  ['v=0 0', 'sdp.version.malformed "0 0"'],
  ['o=', 'sdp.origin.field-missing ""'],
  ['o=- 1 1 IN IP4', 'sdp.origin.field-missing "- 1 1 IN IP4"'],
  ['o=my user 1 1 IN IP4 192.0.2.1', 'sdp.origin.username-blank "my user"'],
  ['o=a b c d 1 1 IN IP4 192.0.2.1', 'sdp.origin.username-blank "a b c d"'],
  ['o=- 1 1 IN IP4 192.0.2.1 x y', 'sdp.origin.extra-text "x y"'],
  ['o=- 1  1 IN IP4 192.0.2.1', 'sdp.origin.separator "  "'],
  ['o=-\t1 1 IN  IP4 192.0.2.1', 'sdp.origin.separator "\\t"'],
  ['o=- a -1 IN IP4 192.0.2.1', 'sdp.origin.field-malformed "a"', 'sdp.origin.field-malformed "-1"'],
  ['o=- 1 1 I/N IP4 192.0.2.1', 'sdp.origin.field-malformed "I/N"'],
  ['o=- 1 1 IN IP4 2001:db8::1', 'sdp.origin.address-mismatch "2001:db8::1"'],
  ['o=- 1 1 IN IP6 192.0.2.1', 'sdp.origin.address-mismatch "192.0.2.1"'],
  ['o=- 1 1 IN IP4 192.0.2.256', 'sdp.origin.address-malformed "192.0.2.256"'],
  ['o=- 1 1 IN IP6 [2001:db8::1]', 'sdp.origin.address-bracketed "[2001:db8::1]"'],
  ['s=', 'sdp.session-name.empty ""'],
  ['i=', 'sdp.information.empty ""'],
  ['u=', 'sdp.uri.empty ""'],
  ['e=', 'sdp.email.empty ""'],
  ['p=', 'sdp.phone.empty ""'],
  ['c=', 'sdp.connection.field-missing ""'],
  ['c=IN IP4', 'sdp.connection.field-missing "IN IP4"'],
  ['c=IN IP4 192.0.2.1 192.0.2.2', 'sdp.connection.extra-text "192.0.2.2"'],
  ['c=IN  IP4 192.0.2.1', 'sdp.connection.separator "  "'],
  ['c=IN IP[4] 192.0.2.1', 'sdp.connection.field-malformed "IP[4]"'],
  ['c=IN IP4 2001:db8::1', 'sdp.connection.address-mismatch "2001:db8::1"'],
  ['c=IN IP6 192.0.2.1', 'sdp.connection.address-mismatch "192.0.2.1"'],
  ['c=IN IP6 2001:db8::1::2', 'sdp.connection.address-malformed "2001:db8::1::2"'],
  ['c=IN IP4 300.0.2.1', 'sdp.connection.address-malformed "300.0.2.1"'],
  ['c=IN IP4 1922.0.2.1', 'sdp.connection.address-malformed "1922.0.2.1"'],
  ['c=IN IP6 [2001:db8::1]', 'sdp.connection.address-bracketed "[2001:db8::1]"'],
  ['c=IN IP4 192.0.2.1/127', 'sdp.connection.slash-on-unicast "/127"'],
  ['c=IN IP6 2001:db8::1/3', 'sdp.connection.slash-on-unicast "/3"'],
  ['c=IN IP4 233.252.0.1', 'sdp.connection.ttl-missing "233.252.0.1"'],
  ['c=IN IP4 233.252.0.1/256', 'sdp.connection.ttl-malformed "256"'],
  ['c=IN IP4 233.252.0.1/', 'sdp.connection.ttl-malformed ""'],
  ['c=IN IP4 233.252.0.1/127/0', 'sdp.connection.count-malformed "0"'],
  ['c=IN IP6 ff15::101/127/3', 'sdp.connection.ttl-on-ip6 "/127/3"'],
  ['c=IN IP6 ff15::101/x', 'sdp.connection.count-malformed "x"'],
  ['b=AS 64', 'sdp.bandwidth.colon-missing "AS 64"'],
  ['b=AS:64k', 'sdp.bandwidth.field-malformed "64k"'],
  ['b=AS:64.5', 'sdp.bandwidth.field-malformed "64.5"'],
  ['b=AS: 64', 'sdp.bandwidth.field-malformed " 64"'],
  ['b=:64', 'sdp.bandwidth.field-malformed ""'],
  ['t=0', 'sdp.time.field-missing "0"'],
  ['t=', 'sdp.time.field-missing ""'],
  ['t=0 0 0', 'sdp.time.extra-text "0"'],
  ['t=0  0', 'sdp.time.separator "  "'],
  ['t=now 0', 'sdp.time.field-malformed "now"'],
  ['r=7d 1h', 'sdp.repeat.field-missing "7d 1h"'],
  ['r=7d 1w 0', 'sdp.repeat.field-malformed "1w"'],
  ['r=7d  1h 0', 'sdp.repeat.separator "  "'],
  ['z=3730928400', 'sdp.zone.field-missing "3730928400"'],
  ['z=3730928400 +1h', 'sdp.zone.field-malformed "+1h"'],
  ['z=3730928400  1h', 'sdp.zone.separator "  "'],
  ['m=', 'sdp.media.field-missing ""'],
  ['m=audio 5004 RTP/AVP', 'sdp.media.field-missing "audio 5004 RTP/AVP"'],
  ['m=audio 5004 RTP/AVP 18  0', 'sdp.media.separator "  "'],
  ['m=audio 70000 RTP/AVP 0', 'sdp.media.port-range "70000"'],
  ['m=audio x RTP/AVP 0', 'sdp.media.field-malformed "x"'],
  ['m=audio 5004/0 RTP/AVP 0', 'sdp.media.field-malformed "0"'],
  ['m=audio 5004 RTP//AVP 0', 'sdp.media.field-malformed "RTP//AVP"'],
  ['m=audio 5004 RTP/AVP 0,8', 'sdp.media.field-malformed "0,8"'],
  ['m=au/dio 5004 RTP/AVP 0', 'sdp.media.field-malformed "au/dio"'],
];

const ATTRIBUTES: Case[] = [
  ['a=', 'sdp.attribute.name-missing ""'],
  ['a=:1', 'sdp.attribute.name-missing ""'],
  ['a=two words', 'sdp.attribute.name-malformed "two words"'],
  ['a=x/y:1', 'sdp.attribute.name-malformed "x/y"'],
  ['a=rtpmap: 0 PCMU/8000', 'sdp.attribute.blank-at-colon ": "'],
  ['a=rtpmap :0 PCMU/8000', 'sdp.attribute.blank-at-colon " :"'],
  ['a=candidate: 1 1 UDP 1 192.0.2.1 8998 typ host', 'sdp.attribute.blank-at-colon ": "'],
  ['a=x-unknown:', 'sdp.attribute.value-missing "x-unknown:"'],
  ['a=sendrecv:yes', 'sdp.attribute.value-unexpected "yes"'],
  ['a=rtpmap:', 'sdp.rtpmap.field-missing ""'],
  ['a=rtpmap', 'sdp.rtpmap.field-missing ""'],
  ['a=rtpmap:0', 'sdp.rtpmap.field-missing "0"'],
  ['a=rtpmap:pcmu PCMU/8000', 'sdp.rtpmap.field-malformed "pcmu"'],
  ['a=rtpmap:31 LPC', 'sdp.rtpmap.clock-missing "LPC"'],
  ['a=rtpmap:0 /8000', 'sdp.rtpmap.field-malformed ""'],
  ['a=rtpmap:0 PCMU/8k', 'sdp.rtpmap.field-malformed "8k"'],
  ['a=rtpmap:0 PCMU/0', 'sdp.rtpmap.field-malformed "0"'],
  ['a=rtpmap:0 PCMU/8000/', 'sdp.rtpmap.field-malformed ""'],
  ['a=rtpmap:0 PCMU/8000/2/x', 'sdp.rtpmap.field-malformed "2/x"'],
  ['a=rtpmap:0 PCMU/8000 x', 'sdp.rtpmap.extra-text "x"'],
  ['a=rtpmap:0  PCMU/8000', 'sdp.rtpmap.separator "  "'],
  ['a=fmtp:', 'sdp.fmtp.field-missing ""'],
  ['a=fmtp:96', 'sdp.fmtp.field-missing "96"'],
  ['a=fmtp:96;packetization-mode=1', 'sdp.fmtp.field-malformed "96;packetization-mode=1"'],
  ['a=fmtp:96  x=1', 'sdp.fmtp.separator "  "'],
  ['a=ptime:0', 'sdp.ptime.value-malformed "0"'],
  ['a=ptime', 'sdp.ptime.value-malformed ""'],
  ['a=ptime:20 30', 'sdp.ptime.value-malformed "20 30"'],
  ['a=maxptime:-1', 'sdp.maxptime.value-malformed "-1"'],
  ['a=framerate:0.0', 'sdp.framerate.value-malformed "0.0"'],
  ['a=quality:best', 'sdp.quality.value-malformed "best"'],
  ['a=mid:a b', 'sdp.mid.value-malformed "a b"'],
  ['a=group:', 'sdp.group.field-missing ""'],
  ['a=group:LS/1', 'sdp.group.field-malformed "LS/1"'],
  ['a=group:LS 1,2', 'sdp.group.field-malformed "1,2"'],
  ['a=group:LS  1', 'sdp.group.separator "  "'],
];

describe('issues of session descriptions', () => {
  for (const line of GOOD) {
    it(`has none for ${JSON.stringify(line)}`, () => assert.deepEqual(issuesOf(read(withLine(line))), []));
  }
  for (const [line, ...issues] of [...FORM, ...LINES, ...ATTRIBUTES]) {
    it(`reports ${JSON.stringify(line)}`, () => assert.deepEqual(issuesOf(read(withLine(line))), issues));
  }

  it('reports empty lines among the lines once, and none behind the last', () => {
    assert.deepEqual(issuesOf(read('v=0\r\n\r\n \r\ns=-\r\n\r\nt=0 0\r\n')), ['sdp.line.empty "\\r\\n"']);
    assert.deepEqual(issuesOf(read('v=0\r\n\r\n \r\n\n')), []);
    assert.deepEqual(issuesOf(read('\r\nv=0\r\n')), ['sdp.line.empty "\\r\\n"']);
  });

  it('reports a run of lines of another kind once', () => {
    const pasted = 'v=0\r\nVia: x\r\nFrom: y\r\ns=-\r\nTo: z\r\n';
    assert.deepEqual(issuesOf(read(pasted)), ['sdp.line.not-type-value "Via: x"', 'sdp.line.not-type-value "To: z"']);
  });

  it('says of a text of another kind just that', () => {
    for (const text of ['<?xml version="1.0"?>\r\n<a b = "c"/>', '{"v": 0}', '\r\n--boundary\r\n\r\nv=zero\r\n']) {
      const document = read(text);
      assert.equal(document.isSdp, false);
      assert.deepEqual(
        document.issues.map(({ code }) => code),
        ['sdp.document.not-sdp'],
      );
    }
  });

  it('has no value for what did not parse, and one for what is tolerated', () => {
    assert.equal(read(withLine('m=audio 70000 RTP/AVP 0')).media[0]?.description, undefined);
    assert.equal(read(withLine('m=audio 7000 RTP/AVP 18  0')).media[0]?.description?.formats.length, 2);
  });

  it('accepts placeholders everywhere', () => {
    const mask = '\ufdd0'.repeat(8);
    const lines = [`o=${mask}`, `o=- ${mask} 1 IN IP4 ${mask}`, `c=IN IP4 ${mask}/127`, `m=audio ${mask} RTP/AVP 0`];
    lines.push(
      `m=${mask}`,
      `a=rtpmap:${mask} ${mask}`,
      `a=rtpmap:0 PCMU/${mask}`,
      `t=${mask}`,
      `b=${mask}`,
      `a=${mask}`,
    );
    for (const line of lines) assert.deepEqual(issuesOf(read(withLine(line))), [], line);
    const whole = read(`v=0\r\n${mask}\r\ns=-\r\n`);
    assert.deepEqual(issuesOf(whole), []);
    assert.equal(whole.hasUnknownLines, true);
    assert.equal(read(mask).isSdp, true);
    assert.equal(read(withLine(`m=audio ${mask} RTP/AVP 0`)).media[0]?.description?.port.value, undefined);
  });

  it('reaches every code', () => {
    const reached = new Set(
      [...FORM, ...LINES, ...ATTRIBUTES].flatMap(([, ...issues]) => issues.map((issue) => issue.split(' ', 1)[0])),
    );
    reached.add('sdp.line.empty').add('sdp.document.not-sdp');
    assert.deepEqual(
      Object.keys(SDP_ISSUE_CODES).filter((code) => !reached.has(code)),
      [],
    );
  });
});
