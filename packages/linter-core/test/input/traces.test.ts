import assert from 'node:assert/strict';
import type { MessageOrigin } from '../../src/syntax/message.js';
import { defects, read, sample, toLf } from './samples.js';

const request = sample();
const response = sample({ startLine: 'SIP/2.0 200 OK', body: '' });
const noon = Date.UTC(2024, 4, 4, 12, 30) / 1000;

interface TraceCase {
  readonly name: string;
  readonly text: string;
  readonly origins: readonly MessageOrigin[];
}

const traces: readonly TraceCase[] = [
  {
    name: 'sngrep',
    text: `2024/05/04 12:30:00.250000 192.0.2.1:5060 -> 192.0.2.2:5080\n${request}\n\n2024/05/04 12:30:01.000000 192.0.2.2:5080 -> 192.0.2.1:5060\n${response}\n\n`,
    origins: [
      { time: noon + 0.25, source: '192.0.2.1:5060', destination: '192.0.2.2:5080' },
      { time: noon + 1, source: '192.0.2.2:5080', destination: '192.0.2.1:5060' },
    ],
  },
  {
    name: 'ngrep',
    text: `interface: eth0 (192.0.2.0/255.255.255.0)\nfilter: ( port 5060 ) and (ip || ip6)\n####\nU 2024/05/04 12:30:00.250000 192.0.2.1:5060 -> 192.0.2.2:5060 #5\n${request}\n#\nT 192.0.2.2:5060 -> 192.0.2.1:40000 [AP] #7\n${response}\n`,
    origins: [
      { time: noon + 0.25, transport: 'udp', source: '192.0.2.1:5060', destination: '192.0.2.2:5060' },
      { transport: 'tcp', source: '192.0.2.2:5060', destination: '192.0.2.1:40000' },
    ],
  },
  {
    name: 'SIPp',
    text: `----------------------------------------------- 2024-05-04\t12:30:00.250000\t1714825800.250000\nUDP message sent (551 bytes):\n\n${request}\n----------------------------------------------- 2024-05-04T12:30:01.000000Z\nUDP message received [359] bytes :\n\n${response}\n`,
    origins: [
      { time: noon + 0.25, transport: 'udp', direction: 'out' },
      { time: noon + 1, transport: 'udp', direction: 'in' },
    ],
  },
  {
    name: 'Asterisk chan_sip',
    text: `\n<--- SIP read from UDP:192.0.2.1:5060 --->\n${request}<------------->\n--- (4 headers 2 lines) ---\nSending to 192.0.2.1:5060 (NAT)\n\n<--- Reliably Transmitting (no NAT) to 192.0.2.1:5060 --->\n${response}\n\n<------------>\n`,
    origins: [
      { direction: 'in', transport: 'udp', source: '192.0.2.1:5060' },
      { direction: 'out', destination: '192.0.2.1:5060' },
    ],
  },
  {
    name: 'Asterisk PJSIP in a log file',
    text: `[2024-05-04 12:30:00.250] VERBOSE[2024] res_pjsip_logger.c: <--- Received SIP request (1234 bytes) from TLS:[2001:db8::1]:5061 --->\n${request}\n[2024-05-04 12:30:00.300] DEBUG[2024] res_pjsip/pjsip_distributor.c: Searching for dialog\n[2024-05-04 12:30:01.000] VERBOSE[2024] res_pjsip_logger.c: <--- Transmitting SIP response (401 bytes) to TLS:[2001:db8::1]:5061 --->\n${response}\n\n`,
    origins: [
      { time: noon + 0.25, direction: 'in', transport: 'tls', source: '[2001:db8::1]:5061' },
      { time: noon + 1, direction: 'out', transport: 'tls', destination: '[2001:db8::1]:5061' },
    ],
  },
  {
    name: 'FreeSWITCH dump',
    text: `recv ${request.length} bytes from udp/[192.0.2.1]:5060 at 12:30:00.250000:\n${request}\v\nsend ${response.length} bytes to tcp/[2001:db8::1]:5060 at 12:30:01.000000:\n${response}\v\n`,
    origins: [
      { time: 45_000.25, direction: 'in', transport: 'udp', source: '192.0.2.1:5060' },
      { time: 45_001, direction: 'out', transport: 'tcp', destination: '[2001:db8::1]:5060' },
    ],
  },
  {
    name: 'FreeSWITCH console',
    text: `2024-05-04 12:29:59.000000 [NOTICE] switch_channel.c:1118 New Channel sofia/internal/1004\nrecv ${request.length} bytes from udp/[192.0.2.1]:5060 at 12:30:00.250000:\n${'-'.repeat(72)}\n${request}\nnta.c:8310 outgoing_send() nta: sent INVITE\n2024-05-04 12:30:00.300000 [DEBUG] sofia.c:7084 Channel entering state\nsend ${response.length} bytes to udp/[192.0.2.1]:5060 at 12:30:01.000000:\n${'-'.repeat(72)}\n${response}\n`,
    origins: [
      { time: 45_000.25, direction: 'in', transport: 'udp', source: '192.0.2.1:5060' },
      { time: 45_001, direction: 'out', transport: 'udp', destination: '192.0.2.1:5060' },
    ],
  },
  {
    name: 'drachtio log',
    text: `2024-05-04 12:29:59.784665 tport.c:3233 tport_recv_iovec() tport_recv_iovec(0x55) msg 0x56 veclen = 1\n2024-05-04 12:30:00.250000 recv ${request.length} bytes from udp/[192.0.2.1]:5060 at 12:30:00.249000:\n${request}\n2024-05-04 12:30:00.300000 nta.c:1 nta_leg() ok\n2024-05-04 12:30:01.000000 send ${response.length} bytes to udp/[192.0.2.1]:5060 at 12:30:00.999000:\n${response}\n`,
    origins: [
      { time: noon + 0.25, direction: 'in', transport: 'udp', source: '192.0.2.1:5060' },
      { time: noon + 1, direction: 'out', transport: 'udp', destination: '192.0.2.1:5060' },
    ],
  },
  {
    name: 'PJSIP',
    text: `12:29:59.975         os_core_unix.c !pjlib 2.11 for POSIX initialized\n12:30:00.250           pjsua_core.c  .TX ${request.length} bytes Request msg MESSAGE/cseq=1 (tdta0x5587aee0fad8) to UDP 192.0.2.1:5060:\n${request}\n--end msg--\n12:30:00.300    tsx000002538BA73188 !....State changed from Null to Calling, event=TX_MSG\n12:30:01.000           pjsua_core.c !.RX ${response.length} bytes Response msg 200/MESSAGE/cseq=1 (rdata000002538ABE7E40) from TLS6 [2001:db8::1]:5061:\n${response}\n--end msg--\n`,
    origins: [
      { time: 45_000.25, direction: 'out', transport: 'udp', destination: '192.0.2.1:5060' },
      { time: 45_001, direction: 'in', transport: 'tls', source: '[2001:db8::1]:5061' },
    ],
  },
  {
    name: 'Linphone',
    text: `2024-05-04 12:29:59:718 [linphone/belle-sip] MESSAGE Channel [0x131358000] destroyed\n2024-05-04 12:30:00:250 [linphone/belle-sip] MESSAGE channel [0x131344000]: message sent to [UDP://192.0.2.1:5060], size: [960] bytes\n${request}\n2024-05-04 12:30:01:000 [linphone/belle-sip] MESSAGE channel [0x131344000]: received [488] new bytes from [TCP://sip.example.com:5060]:\n${response}\n2024-05-04 12:30:01:001 [linphone/belle-sip] MESSAGE channel [0x131344000] [488] bytes parsed\n`,
    origins: [
      { time: noon + 0.25, direction: 'out', transport: 'udp', destination: '192.0.2.1:5060' },
      { time: noon + 1, direction: 'in', transport: 'tcp', source: 'sip.example.com:5060' },
    ],
  },
  {
    name: 'Cisco IOS',
    text: `Router# debug ccsip messages\n*May  4 12:30:00.250: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\nSent: \n${request}\n000123: May  4 12:30:01.000: //8/8AF3F2A08005/SIP/Msg/ccsipDisplayMsg:\nReceived:\n${response}\n12:30:02: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\nSent:\n${response}`,
    origins: [
      { time: Date.UTC(1970, 4, 4, 12, 30) / 1000 + 0.25, direction: 'out' },
      { time: Date.UTC(1970, 4, 4, 12, 30) / 1000 + 1, direction: 'in' },
      { time: 45_002, direction: 'out' },
    ],
  },
  {
    name: 'Oracle SBC',
    text: `----------------------------------------\nMay  4 12:30:00.250 On [0:0]192.0.2.1:5060 received from 192.0.2.2:5060\n${request}\n----------------------------------------\nMay  4 12:30:01.000 On [0:0]192.0.2.1:5060 sent to 192.0.2.2:5060\n${response}`,
    origins: [
      {
        time: Date.UTC(1970, 4, 4, 12, 30) / 1000 + 0.25,
        direction: 'in',
        source: '192.0.2.2:5060',
        destination: '192.0.2.1:5060',
      },
      {
        time: Date.UTC(1970, 4, 4, 12, 30) / 1000 + 1,
        direction: 'out',
        source: '192.0.2.1:5060',
        destination: '192.0.2.2:5060',
      },
    ],
  },
  {
    name: 'Kamailio sipdump',
    text: [request, sample({ body: 'no line end' })]
      .map(
        (message, n) =>
          `====================\ntag: ${n === 0 ? 'rcv' : 'snd'}\npid: 7\nprocess: 3\ntime: 1714825800.250000\ndate: Sat May  4 12:30:00 2024\nproto: udp ipv4\nsrcip: 192.0.2.1\nsrcport: 5060\ndstip: 192.0.2.2\ndstport: 5080\n~~~~~~~~~~~~~~~~~~~~\n${message}||||||||||||||||||||\n`,
      )
      .join(''),
    origins: (['in', 'out'] as const).map((direction) => ({
      direction,
      time: 1714825800.25,
      transport: 'udp',
      source: '192.0.2.1:5060',
      destination: '192.0.2.2:5080',
    })),
  },
  {
    name: 'bare timestamps',
    text: `2024-05-04 12:30:00,250\n${request}\n2024-05-04 12:30:01.000  -- Worker() [tid:5016]\n${response}\n12:30:02.5 <--\n${response}`,
    origins: [{ time: noon + 0.25 }, { time: noon + 1 }, { time: 45_002.5, direction: 'in' }],
  },
];

describe('traces of tools', () => {
  for (const { name, text, origins } of traces) {
    it(name, () => {
      const file = read(text);
      const known = file.messages.map(({ origin }) =>
        Object.fromEntries(Object.entries(origin).filter(([, value]) => value !== undefined)),
      );
      assert.deepEqual(known, origins);
      assert.deepEqual(defects(file), []);
      assert.deepEqual(file.prose, []);
      assert.deepEqual(
        file.messages.map(({ body }) => body.lengthVerdict),
        file.messages.map(() => 'right'),
      );
    });
  }

  it('of ngrep -W byline have dots for CRs', () => {
    const dotted = (message: string) => message.replaceAll('\r\n', '.\n');
    const text = `U 192.0.2.1:5060 -> 192.0.2.2:5060\n${dotted(request)}\n#\nU 192.0.2.2:5060 -> 192.0.2.1:5060\n${dotted(response)}\n`;
    const file = read(text);
    assert.deepEqual(defects(file), []);
    assert.deepEqual(
      file.messages.map(({ text: message, lineEnds }) => [message, lineEnds]),
      [
        [request, 'crlf'],
        [response, 'crlf'],
      ],
    );
    const [message] = file.messages;
    assert.equal(message?.sourceText(message.startLine), 'MESSAGE sip:bob@example.com SIP/2.0');
    assert.equal(read(dotted(request)).messages[0]?.lineEnds, 'lf');
  });

  it('with indented messages are reported, since their columns and lengths are not those of the message', () => {
    const block = (message: string) =>
      `recv 5 bytes from udp/[192.0.2.1]:5060 at 12:30:00.250000:\n   ${'-'.repeat(72)}\n${message.replace(/^/gm, '   ')}\n   ${'-'.repeat(72)}\n`;
    const file = read(block(toLf(request)) + block(toLf(response)));
    assert.equal(file.messages.length, 0);
    assert.equal(file.prose.length, 2);
  });

  it('leave text that stands before a first message without them a defect', () => {
    const file = read(`Hello\n\n${request}\nrecv 5 bytes from udp/[192.0.2.1]:5060 at 12:30:00.250000:\n${response}\n`);
    assert.deepEqual(file.prose, [{ start: 0, end: 6 }]);
  });

  it('end a header section without an empty line', () => {
    for (const { text } of traces) {
      const header = text.slice(0, text.search(/MESSAGE sip|SIP\/2/));
      const { messages } = read(`BYE sip:a@example.com SIP/2.0\nVia: x\n${header}${toLf(response)}`);
      assert.equal(messages.length, 2);
    }
  });

  const noMarks = [
    '2024-05-04',
    '12:30',
    '-- signature',
    '--boundary',
    '------=_Part_1',
    'U 192.0.2.1',
    'recv 5 bytes',
    '== x',
  ];
  for (const line of noMarks) {
    it(`${JSON.stringify(line)} ends no body`, () => {
      const [message] = read(sample({ body: `a\r\n${line}\r\nb\r\n`, length: null })).messages;
      assert.equal(message && message.text.length - message.headerEnd, line.length + 8);
    });
  }
});

describe('separators', () => {
  const table: readonly [line: string, title: string | undefined][] = [
    ['---', undefined],
    ['=====', undefined],
    ['###', undefined],
    ['### INVITE from Alice', 'INVITE from Alice'],
    ['=== one ===', 'one'],
    ['--- \t', undefined],
    ['########## C# ##########', 'C#'],
    ['### (1/2) call', '(1/2) call'],
  ];
  for (const [line, title] of table) {
    it(JSON.stringify(line), () => {
      const { messages, prose } = read(`${sample({ length: null })}${line}\r\n${sample()}`);
      assert.deepEqual(
        messages.map(({ origin }) => origin.title),
        [undefined, title],
      );
      assert.deepEqual(prose, []);
    });
  }

  it('give the next message alone their title', () => {
    assert.deepEqual(
      read(`### one\n${sample()}${sample()}`).messages.map(({ origin }) => origin.title),
      ['one', undefined],
    );
  });
});
