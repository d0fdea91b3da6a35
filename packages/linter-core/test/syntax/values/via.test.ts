import assert from 'node:assert/strict';
import { plainNode } from '../plain-node.js';
import { type Case, issuesOf, itReads, paramsOf, rowOf } from './row.js';

const VALID: Case[] = [
  // RFC 3261 §20.42
  ['SIP/2.0/UDP erlang.bell-telephone.com:5060;branch=z9hG4bK87asdks7'],
  ['SIP/2.0/UDP 192.0.2.1:5060 ;received=192.0.2.207\r\n ;branch=z9hG4bK77asjd'],
  ['SIP / 2.0 / UDP first.example.com: 4000;ttl=16 ;maddr=224.2.0.1 ;branch=z9hG4bKa7c6a8dlze.1'],
  // RFC 4475, RFC 5118, RFC 3581
  ['SIP  / 2.0\r\n /UDP\r\n    192.0.2.2;branch=390skdjuw'],
  [
    'SIP  / 2.0  / TCP     spindle.example.com   ;\r\n  branch  =   z9hG4bK9ikj8  ,\r\n SIP  /    2.0   / UDP  192.168.255.111   ; branch=\r\n z9hG4bK30239',
  ],
  ['SIP/2.0/UNKNOWN t4.example.com;branch=z9hG4bKkdjuw,SIP/2.0/TLS t3'],
  ["SIP/2.0/TCP host1.example.com;branch=-.!%66*_+`'~"],
  ['SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255];branch=z9hG4bKas3-111'],
  ['SIP/2.0/UDP [2001:db8::9:1]:5070;received=2001:db8::9:255;branch=z9hG4bKas3'],
  ['SIP/2.0/UDP 10.1.1.1:4540;received=192.0.2.1;rport=9988;branch=z9hG4bKkjshdyff'],
  ['SIP/2.0/UDP h;rport;branch=x'],
  ['SIP/2.0/UDP pc33.invalid.;ttl=0;x="y"'],
  ['SIP/2.0/WSS df7jal23ls0d.invalid;maddr=[::1]'],
  ['SIP/2.0/UDP h\r\n :\r\n 5060'],
  ['http/1.1/x h'],
];

const INVALID: Case[] = [
  ['SIP/2.0/UDP; branch=z9hG4bK87asdks7', ['via.sent-by-missing', 'SIP/2.0/UDP']],
  ['SIP/2.0/UDP', ['via.sent-by-missing', 'SIP/2.0/UDP']],
  ['SIP/2.0/UDP, SIP/2.0/UDP h', ['via.sent-by-missing', 'SIP/2.0/UDP']],
  ['SIP/2.0 UDP h;branch=x', ['via.protocol-malformed', 'SIP/2.0']],
  ['SIP/2.0/ h', ['via.sent-by-missing', 'SIP/2.0/ h']],
  ['SIP//UDP h', ['via.protocol-malformed', 'SIP//UDP']],
  ['h', ['via.protocol-malformed', 'h']],
  [';branch=x', ['via.protocol-malformed', ';']],
  ['SIP/2.0/UDP[::1];branch=x', ['via.white-space-missing', 'SIP/2.0/UDP[::1]']],
  ['SIP/2.0/UDP h x;branch=y', ['via.trailing-text', 'x;branch=y']],
  ['SIP/2.0/UDP h (Acme), SIP/2.0/UDP i', ['via.trailing-text', '(Acme)']],
  ['SIP/2.0/UDP :5060', ['via.sent-by-host-missing', ':']],
  ['SIP/2.0/UDP a..b;branch=x', ['via.sent-by-host-invalid', 'a..b']],
  ['SIP/2.0/UDP bob@h:x;branch=y', ['via.sent-by-host-invalid', 'bob@h']],
  ['SIP/2.0/UDP 12345', ['via.sent-by-host-invalid', '12345']],
  ['SIP/2.0/UDP h?a', ['via.sent-by-host-invalid', 'h?a']],
  ['SIP/2.0/UDP 2001:db8::9:1;branch=z9hG4bK1', ['via.sent-by-ipv6-not-bracketed', '2001:db8::9:1']],
  ['SIP/2.0/UDP ::1', ['via.sent-by-ipv6-not-bracketed', '::1']],
  ['SIP/2.0/UDP fe80::1%eth0;branch=z9hG4bK1', ['via.sent-by-ipv6-not-bracketed', 'fe80::1%eth0']],
  ['SIP/2.0/UDP [1::2::3]:5060', ['via.sent-by-ipv6-malformed', '[1::2::3]']],
  ['SIP/2.0/UDP [1:2]:5060', ['via.sent-by-ipv6-groups', '[1:2]']],
  ['SIP/2.0/UDP [::1;branch=x', ['via.sent-by-ipv6-malformed', '[::1']],
  ['SIP/2.0/UDP 192.0.2.256', ['via.sent-by-ipv4-invalid', '192.0.2.256']],
  ['SIP/2.0/UDP my_pc:0', ['via.sent-by-underscore', 'my_pc'], ['via.sent-by-port-out-of-range', '0']],
  ['SIP/2.0/UDP h:65536;branch=x', ['via.sent-by-port-out-of-range', '65536']],
  ['SIP/2.0/UDP h:', ['via.sent-by-port-invalid', ':']],
  ['SIP/2.0/UDP h: ;branch=x', ['via.sent-by-port-invalid', ':']],
  ['SIP/2.0/UDP h:x;branch=y', ['via.sent-by-port-invalid', 'x']],
  ['SIP/2.0/UDP h:5060:5061', ['via.sent-by-port-invalid', '5060:5061']],
  ['SIP/2.0/UDP h;branch=', ['param.value-missing', 'branch=']],
  ['SIP/2.0/UDP h;branch', ['param.value-missing', 'branch']],
  ['SIP/2.0/UDP h;branch="x"', ['param.value-malformed', '"x"']],
  ['SIP/2.0/UDP h;branch=a@b', ['param.value-malformed', 'a@b']],
  ['SIP/2.0/UDP h;maddr', ['param.value-missing', 'maddr']],
  ['SIP/2.0/UDP h;maddr=a..b', ['param.value-malformed', 'a..b']],
  ['SIP/2.0/UDP h;received=a.example.com', ['via-received.invalid', 'a.example.com']],
  ['SIP/2.0/UDP h;received=192.0.2.1:5060', ['via-received.invalid', '192.0.2.1:5060']],
  ['SIP/2.0/UDP h;received=192.0.2.256', ['via-received.invalid', '192.0.2.256']],
  ['SIP/2.0/UDP h;received=[192.0.2.1]', ['via-received.invalid', '[192.0.2.1]']],
  ['SIP/2.0/UDP h;received="192.0.2.1"', ['via-received.invalid', '"192.0.2.1"']],
  ['SIP/2.0/UDP h;received', ['via-received.invalid', 'received']],
  ['SIP/2.0/UDP h;ttl=256', ['via-ttl.invalid', '256']],
  ['SIP/2.0/UDP h;ttl=', ['via-ttl.invalid', 'ttl=']],
  ['SIP/2.0/UDP h;rport=', ['param.value-missing', 'rport=']],
  ['SIP/2.0/UDP 192.0.2.15;;,;,,', ['param.empty', ';;'], ['via.protocol-malformed', ';'], ['list.empty-element', ',']],
];

describe('Via', () => {
  itReads('Via', VALID);
  itReads('Via', INVALID);

  it('gives its parts with their ranges', () => {
    assert.deepEqual(plainNode(rowOf('Via', 'SIP/2.0/UDP a.b : 5061 ;branch=x').value), {
      start: 5,
      end: 37,
      protocolName: { start: 5, end: 8, text: 'SIP' },
      protocolVersion: { start: 9, end: 12, text: '2.0' },
      transport: { start: 13, end: 16, text: 'UDP' },
      sentBy: {
        start: 17,
        end: 27,
        host: { kind: 'name', start: 17, end: 20, text: 'a.b' },
        port: { start: 23, end: 27, text: '5061', value: 5061 },
      },
      params: [
        { start: 29, end: 37, name: 'branch', key: 'branch', value: 'x', nameEnd: 35, valueStart: 36, quoted: false },
      ],
    });
  });

  it('reads a sent-by without white space as it would any other', () => {
    for (const sentBy of ['h', 'a-b.c:5060', '192.0.2.1', '192.0.2.1:1', '[::1]:5060']) {
      const plain = rowOf('Via', `SIP/2.0/UDP ${sentBy}`).value?.sentBy;
      const folded = rowOf('Via', `SIP/2.0/UDP ${sentBy} ;x`).value?.sentBy;
      assert.deepEqual(plainNode(folded), plainNode(plain));
      assert.equal(
        plain?.port?.value,
        /:\d+$/.test(sentBy) && sentBy !== '::1' ? Number(sentBy.split(':').at(-1)) : undefined,
      );
    }
  });

  it('gives each value of a row', () => {
    const field = rowOf('Via', 'SIP/2.0/UDP a;branch=1 , SIP/2.0/UDP , SIP/2.0/TCP b');
    assert.deepEqual(
      field.values.map(({ start, end, value }) => [field.message.text.slice(start, end), value?.sentBy.host.text]),
      [
        ['SIP/2.0/UDP a;branch=1', 'a'],
        ['SIP/2.0/UDP', undefined],
        ['SIP/2.0/TCP b', 'b'],
      ],
    );
  });

  it('keeps what stands in the place of a broken sent-by', () => {
    const field = rowOf('Via', 'SIP/2.0/UDP a..b:x;branch=1');
    assert.equal(field.value, undefined);
    assert.equal(field.values[0]?.partial?.sentBy.host.text, 'a..b');
    assert.deepEqual(paramsOf(field.values[0]?.partial), [['branch', '1']]);
  });

  it('lets placeholders stand for any part', () => {
    const hidden = '\ufdd0\ufdd0';
    for (const value of [
      hidden,
      `SIP/2.0/${hidden} ${hidden}:${hidden};branch=${hidden}`,
      `${hidden} h;branch=z`,
      `SIP/2.0/${hidden};branch=z`,
      `SIP/2.0/UDP ${hidden};received=${hidden};ttl=${hidden};maddr=${hidden};rport=${hidden}`,
      `SIP/2.0/UDP [${hidden}]:${hidden}, ${hidden}, SIP/2.0/UDP a`,
    ]) {
      assert.deepEqual(issuesOf(rowOf('Via', value)), [], value);
    }
    const via = rowOf('Via', `SIP/2.0/UDP ${hidden}:${hidden};ttl=${hidden}`).value;
    assert.equal(via?.sentBy.port?.value, undefined);
    assert.equal(via?.sentBy.host.kind, 'name');
  });
});
