import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeUnitsOf } from '../../../src/syntax/code-units.js';
import type { SipUri } from '../../../src/syntax/nodes.js';
import { readSoundSipUri } from '../../../src/syntax/values/sound-sip-uri.js';
import { plainNode } from '../plain-node.js';
import { paramsOf } from './row.js';
import { readUriText, type UriCase } from './uri-text.js';

function sipUriOf(text: string): SipUri {
  const { uri } = readUriText(text);
  assert.ok(uri?.kind === 'sip');
  return uri;
}

const VALID: UriCase[] = [
  // RFC 3261 §19.1.3
  ['sip:alice@atlanta.com'],
  ['sip:alice:secretword@atlanta.com;transport=tcp'],
  ['sips:alice@atlanta.com?subject=project%20x&priority=urgent'],
  ['sip:+1-212-555-1212:1234@gateway.com;user=phone'],
  ['sips:1212@gateway.com'],
  ['sip:alice@192.0.2.4'],
  ['sip:atlanta.com;method=REGISTER?to=alice%40atlanta.com'],
  ['sip:alice;day=tuesday@atlanta.com'],
  // RFC 4475
  ['sip:vivekg@chair-dnrc.example.com;unknownparam'],
  ['sip:sips%3Auser%40example.com@example.net'],
  ['sip:%75se%72@host5.example.net;%6C%72;n%61me=v%61lue%25%34%31'],
  ['sip:user;par=u%40example.net@example.com'],
  ['sip:null-%00-null@example.com'],
  ["sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com"],
  ['sip:user@example.com?Route=%3Csip:example.com%3E'],
  // RFC 5118
  ['sip:[2001:db8::10]'],
  ['sip:[2001:db8::10:5070]'],
  ['sip:[2001:db8::10]:5070;maddr=[::ffff:192.0.2.1]'],
  ['sip:bob@[::]'],
  ['sip:bob@[1:2:3:4:5:6:7:8]'],
  ['sip:bob@[1:2:3:4:5:6:7::]'],
  ['sip:bob@[::2:3:4:5:6:7:8]'],
  ['sip:bob@[1::3:4:5:6:7:8]'],
  ['sip:bob@[1:2:3:4:5:6:192.0.2.1]'],
  // Corners of §25.1
  ['SIP:a@b'],
  ['SIPS:a@B-9.C'],
  ['sip:host'],
  ['sip:pc-33.example.com.'],
  ['sip:1a.2b.c3'],
  ['sip:x--y.a'],
  ['sip:a:@host'],
  ['sip:a:&=+$,@host'],
  ['sip://bob@host'],
  ['sip:h;p[]/:&+$=v[]/:&+$'],
  ['sip:h;lr=on;ob;gr=x'],
  ['sip:h;transport=x-token.1;user=dialstring;method=FOO;ttl=255;maddr=224.0.1.75'],
  // Tokens may hold these, unlike the values of other parameters.
  ['sip:h;transport=%;user=`%a;method=%zz'],
  ['sip:h?a=&b[]/?:+$=[]/?:+$'],
  ['sip:h:65535'],
  ['sip:h:00005060'],
];

const INVALID: UriCase[] = [
  ['sip:@example.com', ['sip-uri.user-empty', '@']],
  ['sip::pw@example.com', ['sip-uri.user-empty', ':pw@']],
  ['sip:', ['sip-uri.host-missing', 'sip:']],
  ['sip:bob@', ['sip-uri.host-missing', 'sip:bob@']],
  ['sip:;lr', ['sip-uri.host-missing', 'sip:']],
  ['sip:@', ['sip-uri.host-missing', 'sip:@']],
  ['sip:bob@?a=b', ['sip-uri.host-missing', 'sip:bob@']],
  ['sip:bob@:5060', ['sip-uri.host-missing', 'sip:bob@']],
  ['sip:bob@exa%6Dple.com', ['sip-uri.host-invalid', 'exa%6Dple.com']],
  ['sip:bob@a..b', ['sip-uri.host-invalid', 'a..b']],
  ['sip:bob@.a', ['sip-uri.host-invalid', '.a']],
  ['sip:bob@a..', ['sip-uri.host-invalid', 'a..']],
  ['sip:bob@-a.b', ['sip-uri.host-invalid', '-a.b']],
  ['sip:bob@a-.b', ['sip-uri.host-invalid', 'a-.b']],
  ['sip:bob@a.b-', ['sip-uri.host-invalid', 'a.b-']],
  ['sip:bob@a.1b', ['sip-uri.host-invalid', 'a.1b']],
  ['sip:bob@192.0.2', ['sip-uri.host-invalid', '192.0.2']],
  ['sip:bob@192.0.2.1.', ['sip-uri.host-invalid', '192.0.2.1.']],
  ['sip:bob@192.0.2.1234', ['sip-uri.host-invalid', '192.0.2.1234']],
  ['sip:bob@192.0.2.1.5', ['sip-uri.host-invalid', '192.0.2.1.5']],
  ['sip:bob@12345', ['sip-uri.host-invalid', '12345']],
  ['sip:bob@host/x;lr', ['sip-uri.host-invalid', 'host/x']],
  ['sip:bob@host,x', ['sip-uri.host-invalid', 'host,x']],
  ['sip:bob@höst', ['sip-uri.host-invalid', 'höst']],
  ['sip:12345', ['sip-uri.host-is-number', '12345']],
  ['sip:+12345;user=phone', ['sip-uri.host-is-number', '+12345']],
  ['sip:bob@my_pc.example.com', ['sip-uri.host-underscore', 'my_pc.example.com']],
  ['sip:bob@_a', ['sip-uri.host-underscore', '_a']],
  ['sip:bob@2001:db8::9:1', ['sip-uri.ipv6-not-bracketed', '2001:db8::9:1']],
  ['sip:::1;lr', ['sip-uri.ipv6-not-bracketed', '::1']],
  ['sip:bob@fe80::1%25eth0', ['sip-uri.ipv6-not-bracketed', 'fe80::1%25eth0']],
  ['sip:bob@::ffff:192.0.2.1', ['sip-uri.ipv6-not-bracketed', '::ffff:192.0.2.1']],
  ['sip:bob@[2001:db8:::192.0.2.1]', ['sip-uri.ipv6-groups', '[2001:db8:::192.0.2.1]']],
  ['sip:bob@[1::2::3]:5060', ['sip-uri.ipv6-malformed', '[1::2::3]']],
  ['sip:bob@[1:2:3:4:5:6:7]', ['sip-uri.ipv6-groups', '[1:2:3:4:5:6:7]']],
  ['sip:bob@[1:2:3:4:5:6:7:8::]', ['sip-uri.ipv6-groups', '[1:2:3:4:5:6:7:8::]']],
  ['sip:bob@[12345::]', ['sip-uri.ipv6-malformed', '[12345::]']],
  ['sip:bob@[::256.0.0.1]', ['sip-uri.ipv6-malformed', '[::256.0.0.1]']],
  ['sip:bob@[::1', ['sip-uri.ipv6-malformed', '[::1']],
  ['sip:bob@[]', ['sip-uri.ipv6-malformed', '[]']],
  ['sip:bob@[192.0.2.1]', ['sip-uri.ipv6-malformed', '[192.0.2.1]']],
  ['sip:bob@[::1]x', ['sip-uri.ipv6-malformed', '[::1]x']],
  ['sip:bob@192.0.2.256', ['sip-uri.ipv4-invalid', '192.0.2.256']],
  ['sip:bob@192.0.02.1', ['sip-uri.ipv4-invalid', '192.0.02.1']],
  ['sip:bob@host:', ['sip-uri.port-invalid', ':']],
  ['sip:bob@host:;lr', ['sip-uri.port-invalid', ':']],
  ['sip:bob@host:5a', ['sip-uri.port-invalid', '5a']],
  ['sip:bob@192.0.2.1:6060:192.0.2.2:6100;lr', ['sip-uri.port-invalid', '6060:192.0.2.2:6100']],
  ['sip:bob@host:0', ['sip-uri.port-out-of-range', '0']],
  ['sip:bob@host:65536;lr', ['sip-uri.port-out-of-range', '65536']],
  ['sip:j@s0n@example.com', ['sip-uri.unescaped-character', '@']],
  ['sip:b[o]b@example.com', ['sip-uri.unescaped-character', '[']],
  ['sip:b"b@example.com', ['sip-uri.unescaped-character', '"']],
  ['sip:a#1@example.com', ['sip-uri.unescaped-character', '#']],
  ['sip:é@example.com', ['sip-uri.unescaped-character', 'é']],
  ['sip:\u{1f600}@example.com', ['sip-uri.unescaped-character', '\u{1f600}']],
  ['sip:a:b:c@example.com', ['sip-uri.unescaped-character', ':']],
  ['sip:a:p;w@example.com', ['sip-uri.unescaped-character', ';']],
  ['sip:h;a,b', ['sip-uri.unescaped-character', ',']],
  ['sip:u@h;a=b@c;d=e,f', ['sip-uri.unescaped-character', '@']],
  ['sip:u@h;a=b|c', ['sip-uri.unescaped-character', '|']],
  ['sip:h?a=b;c', ['sip-uri.unescaped-character', ';']],
  ['sip:h?a,b=c', ['sip-uri.unescaped-character', ',']],
  ['sip:u@h;a=YWI=;b', ['sip-uri.unescaped-equal', '=']],
  ['sip:u@h;a=YWI==', ['sip-uri.unescaped-equal', '=']],
  ['sip:u@h;a=b=,c', ['sip-uri.unescaped-character', ',']],
  ['sip:*21*123#@h', ['sip-uri.unescaped-hash', '#']],
  ['sip:#31#123@h', ['sip-uri.unescaped-hash', '#']],
  ['sip:77#+15550100@h', ['sip-uri.unescaped-hash', '#']],
  ['sip:100%25%@example.com', ['uri.percent-malformed', '%']],
  ['sip:a%4@example.com', ['uri.percent-malformed', '%4']],
  ['sip:a%4g,%%@example.com', ['uri.percent-malformed', '%4']],
  ['sip:a:%zz@example.com', ['uri.percent-malformed', '%']],
  ['sip:h;a%=b', ['uri.percent-malformed', '%']],
  ['sip:h?a=%2', ['uri.percent-malformed', '%2']],
  ['sip:u@h;', ['sip-uri.param-empty', ';']],
  ['sip:u@h;;lr', ['sip-uri.param-empty', ';']],
  ['sip:u@h;;;?a=b', ['sip-uri.param-empty', ';;;']],
  ['sip:u@h;=1', ['sip-uri.param-name-missing', '=1']],
  ['sip:u@h;a=', ['sip-uri.param-value-missing', 'a=']],
  ['sip:u@h;transport;lr', ['sip-uri.param-value-missing', 'transport']],
  ['sip:u@h;TTL', ['sip-uri.param-value-missing', 'TTL']],
  ['sip:u@h;user=;lr', ['sip-uri.param-value-missing', 'user=']],
  ['sip:u@h;a="b"', ['sip-uri.param-value-malformed', '"b"']],
  ['sip:u@h;transport=[x]', ['sip-uri.param-value-malformed', '[x]']],
  ['sip:u@h;ttl=256', ['sip-uri.param-value-malformed', '256']],
  ['sip:u@h;ttl=0001', ['sip-uri.param-value-malformed', '0001']],
  ['sip:u@h;ttl=x', ['sip-uri.param-value-malformed', 'x']],
  ['sip:u@h;maddr=a..b', ['sip-uri.host-invalid', 'a..b']],
  ['sip:u@h;maddr=123', ['sip-uri.host-invalid', '123']],
  ['sip:u@h;maddr=::1', ['sip-uri.ipv6-not-bracketed', '::1']],
  ['sip:u@h;maddr=[:1]', ['sip-uri.ipv6-malformed', '[:1]']],
  ['sip:u@h;maddr=1.2.3.400', ['sip-uri.ipv4-invalid', '1.2.3.400']],
  ['sip:u@h;maddr=a_b', ['sip-uri.host-underscore', 'a_b']],
  ['sip:u@h;a;b;A=1', ['sip-uri.param-duplicate', 'A=1']],
  ['sip:u@h?', ['sip-uri.header-malformed', '?']],
  ['sip:u@h?a', ['sip-uri.header-malformed', 'a']],
  ['sip:u@h?a=b&&c=d', ['sip-uri.header-malformed', '&']],
  ['sip:u@h?=b', ['sip-uri.header-malformed', '=b']],
  // Two defects
  ['sip:u@a_b:0', ['sip-uri.host-underscore', 'a_b'], ['sip-uri.port-out-of-range', '0']],
  ['sip:u@h:;a=', ['sip-uri.port-invalid', ':'], ['sip-uri.param-value-missing', 'a=']],
];

describe('SIP-URI', () => {
  for (const [text, ...issues] of [...VALID, ...INVALID]) {
    it(JSON.stringify(text), () => assert.deepEqual(readUriText(text).issues, issues));
  }

  it('tolerates what is clear all the same', () => {
    for (const text of ['sip:a_b', 'sip:h:0', 'sip:1.2.3.400', 'sip:h;a=b=', 'sip:#1@h']) {
      assert.deepEqual(readUriText(text).reader.failures, 0, text);
    }
  });

  it('gives all components with their ranges', () => {
    assert.deepEqual(plainNode(sipUriOf('sips:bob:pw@example.com:5061;Transport=tcp;lr?a=b&c=')), {
      kind: 'sip',
      start: 0,
      end: 52,
      text: 'sips:bob:pw@example.com:5061;Transport=tcp;lr?a=b&c=',
      scheme: 'sips',
      secure: true,
      user: { start: 5, end: 8, text: 'bob' },
      password: { start: 9, end: 11, text: 'pw' },
      host: { kind: 'name', start: 12, end: 23, text: 'example.com' },
      port: { start: 24, end: 28, text: '5061', value: 5061 },
      params: [
        {
          start: 29,
          end: 42,
          name: 'Transport',
          key: 'transport',
          value: 'tcp',
          nameEnd: 38,
          valueStart: 39,
          quoted: false,
        },
        { start: 43, end: 45, name: 'lr', key: 'lr', value: undefined, nameEnd: 45, valueStart: 45, quoted: false },
      ],
      headers: [
        { start: 46, end: 49, name: 'a', value: 'b' },
        { start: 50, end: 52, name: 'c', value: '' },
      ],
      headersRange: { start: 45, end: 52 },
    });
  });

  it('tells addresses from names', () => {
    const kinds = ['sip:a', 'sip:1.2.3.4', 'sip:[::1]', 'sip:u@::1'].map((text) => sipUriOf(text).host?.kind);
    assert.deepEqual(kinds, ['name', 'ipv4', 'ipv6', 'ipv6']);
  });

  it('splits at the @ in front of the host', () => {
    const parts = (text: string) => [
      sipUriOf(text).user?.text,
      sipUriOf(text).host?.text,
      paramsOf(sipUriOf(text)).length,
    ];
    assert.deepEqual(parts('sip:h;a=b@c'), ['h;a=b', 'c', 0]);
    assert.deepEqual(parts('sip:h?a=b@c;d'), ['h?a=b', 'c', 1]);
    assert.deepEqual(parts('sip:a@b@c'), ['a@b', 'c', 0]);
    assert.deepEqual(parts('sip:a@b;c=d@e'), ['a', 'b', 1]);
  });

  it('lets placeholders stand for any component', () => {
    const hidden = '\ufdd0\ufdd0';
    for (const text of [
      `sip:${hidden}`,
      `sip:${hidden}@${hidden}:${hidden}`,
      `sip:a@${hidden}.${hidden};transport=${hidden};ttl=${hidden};maddr=${hidden}`,
      `sip:a@[${hidden}]?${hidden}=${hidden}`,
      `sip:a@10.0.0.${hidden}`,
      `sip:a@${hidden}:x`,
      `${hidden}`,
      `${hidden}:bob@example.com`,
    ]) {
      assert.deepEqual(readUriText(text).issues, text.endsWith(':x') ? [['sip-uri.port-invalid', 'x']] : [], text);
    }
    assert.equal(sipUriOf(`sip:a:${hidden}`).port?.value, undefined);
    assert.equal(readUriText(hidden).uri, undefined);
    assert.equal(readUriText(hidden).reader.failures, 0);
  });

  const piece = fc.constantFrom(
    ...[
      'sip:',
      'sips:',
      'SIP:',
      'bob',
      '@',
      'a.b',
      '-',
      '.',
      '1.2.3.4',
      '[::1]',
      ':',
      '5060',
      '65536',
      ';',
      '=',
      'lr',
      'ttl',
      'x',
    ],
    ...['transport', 'maddr', '?', '&', '%41', '%', '_', ',', '>', ' ', 'é', '\ufdd0', '#', '0', '[', '"', '/', '+'],
  );

  const likely = fc
    .tuple(
      fc.constantFrom('sip:', 'sips:', 'SiP:'),
      fc.constantFrom('', 'bob@', '1@', 'a;b=c@', 'a?b@', 'a.b-@', 'a%20@', '@', 'a:b@', '\ufdd0@'),
      fc.constantFrom(
        'a.b',
        'x-1.y',
        '1.2.3.4',
        '1.2.3',
        '1a.b',
        'a.1',
        'a_b',
        '[::1]',
        'a..b',
        'a-',
        'a.',
        '9',
        '\ufdd0',
      ),
      fc.constantFrom('', '', ':5060', ':0', ':65536', ':', ':1x', ':\ufdd0'),
      fc.array(
        fc.constantFrom(
          ';lr',
          ';a=b',
          ';A',
          ';transport=tcp',
          ';ttl=1',
          ';user',
          ';maddr=h',
          ';a=%41',
          ';',
          ';x=[::1]:/&',
        ),
      ),
      fc.constantFrom('', '?a=b', '>', ' x'),
    )
    .map(([scheme, user, host, port, params, rest]) => scheme + user + host + port + params.join('') + rest);

  it('is the same for a sound URI read in one pass', () => {
    let sound = 0;
    const unlikely = fc.array(piece, { maxLength: 9 }).map((parts) => `sip:${parts.join('')}`);
    fc.assert(
      fc.property(fc.oneof(likely, unlikely), (text) => {
        const uri = readSoundSipUri(text, codeUnitsOf(text), 0, text.length);
        if (!uri) return;
        sound++;
        const whole = readUriText(text.slice(0, uri.end));
        assert.deepEqual(whole.issues, []);
        assert.deepEqual(plainNode(whole.uri), plainNode(uri));
      }),
      { numRuns: 5000 },
    );
    assert.ok(sound > 300, `${sound} sound URIs`);
  });

  it('takes nearly all URIs in one pass', () => {
    for (const text of [
      'sip:bob@example.com',
      'sips:192.0.2.1:5061;transport=tcp;lr',
      'sip:+1-2@h.i;user=phone;x=[::1]',
    ]) {
      assert.equal(readSoundSipUri(text, codeUnitsOf(text), 0, text.length)?.end, text.length, text);
    }
  });

  it('reads any text, with ranges inside of it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 14 }), (parts) => {
        const text = `sip:${parts.join('')}`;
        const { uri, reader } = readUriText(text);
        assert.ok(uri?.kind === 'sip');
        const nodes = [uri.user, uri.password, uri.host, uri.port, ...uri.params, ...uri.headers].filter(
          (node) => node !== undefined,
        );
        let at = 3;
        for (const node of nodes) {
          assert.ok(at <= node.start && node.start <= node.end && node.end <= text.length);
          at = node.end;
        }
        let end = 0;
        for (const issue of [...reader.issues].sort((a, b) => a.start - b.start)) {
          assert.ok(
            end <= issue.start && issue.start <= issue.end && issue.end <= text.length,
            JSON.stringify(reader.issues),
          );
          end = issue.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
