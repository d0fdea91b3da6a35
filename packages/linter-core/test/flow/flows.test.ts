import assert from 'node:assert/strict';
import { compareHops, type Flow, type FlowMessage } from '@siplint/core';
import { flowsOf, sip, type Written } from './sip-for-tests.js';

const indexes = ({ callId, messages }: Flow) => `${callId}: ${messages.map(({ index }) => index).join()}`;

describe('flows', () => {
  it('gather the messages of a Call-ID, however they are interleaved', () => {
    const messages: Written[] = ['c1', 'c2', 'c1', 'c3', 'c2'].map((callId, i) => ({
      callId,
      via: `${i}`,
      method: 'OPTIONS',
    }));
    assert.deepEqual(flowsOf(messages, indexes), ['c1: 0,2', 'c2: 1,4', 'c3: 3']);
  });

  it('are complete only if the file is declared so and each message has its place', () => {
    const isComplete = (flow: Flow) => flow.isComplete;
    const broken = 'OPTIONS sip:b@example.com SIP/2.0\r\nCall-ID: x\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n';
    assert.deepEqual(flowsOf([{}], isComplete, { isComplete: true }), [true]);
    assert.deepEqual(flowsOf([{}], isComplete), [false]);
    assert.deepEqual(flowsOf([{}, broken], isComplete, { isComplete: true }), [false]);
  });

  it('know whether they were seen from the beginning', () => {
    const cases: readonly (readonly [Written, boolean])[] = [
      [{}, true],
      [{ method: 'OPTIONS' }, true],
      [{ to: 'B' }, false],
      [{ status: 180, to: 'B' }, false],
      [{ method: 'CANCEL' }, false],
      [{ method: 'ACK' }, false],
    ];
    for (const [message, expected] of cases) {
      assert.deepEqual(
        flowsOf([message], (flow) => flow.sawBeginning),
        [expected],
        JSON.stringify(message),
      );
    }
  });

  it('leave out what cannot be placed: placeholders in what identifies it, and unreadable start lines', () => {
    const placed = flowsOf(
      [
        sip({}).replace('INVITE sip:b@example.com SIP/2.0\r\n', ''),
        sip({}).replace('branch=z9hG4bK1', 'branch={{branch}}'),
        sip({}).replace('Call-ID: c1', 'Call-ID: {{id}}'),
        sip({}).replace('CSeq: 1', 'CSeq: {{n}}'),
        sip({ rows: ['Subject: {{subject}}'] }),
      ],
      indexes,
    );
    assert.deepEqual(placed, ['c1: 4']);
  });

  describe('that rest', () => {
    const limits = { messages: 6, messagesOfFlow: 4, rest: 2, restOfEnded: 2 };
    const options = (callId: string, via: string): Written => ({ method: 'OPTIONS', callId, via });
    const ok = (callId: string, via: string): Written => ({ ...options(callId, via), status: 200, to: 'B' });

    it('are closed soon where every request is answered', () => {
      const messages = [options('c1', '1'), ok('c1', '1'), options('c2', '2'), options('c3', '3'), options('c4', '4')];
      const open: string[] = [];
      flowsOf(messages, (flow) => open.push(indexes(flow)), { limits });
      assert.deepEqual(open, ['c1: 0,1', 'c2: 2', 'c3: 3', 'c4: 4']);
      const last = flowsOf([...messages, options('c1', '9')], indexes, { limits });
      assert.deepEqual(last, ['c1: 0,1', 'c2: 2', 'c3: 3', 'c4: 4', 'c1: 5']);
    });

    it('are closed sooner behind a success than behind a failure, which has its sender try again', () => {
      const answered = (status: number) => [
        options('c1', '1'),
        { ...ok('c1', '1'), status },
        ...['2', '3', '4'].map((via) => options(`c${via}`, via)),
        { ...options('c1', '5'), cseq: 2 },
      ];
      const soon = { ...limits, messages: 100, rest: 4 };
      const flowsBehind = (status: number) => flowsOf(answered(status), indexes, { limits: soon });
      assert.deepEqual(flowsBehind(200), ['c1: 0,1', 'c2: 2', 'c3: 3', 'c4: 4', 'c1: 5']);
      assert.deepEqual(flowsBehind(401), ['c1: 0,1,5', 'c2: 2', 'c3: 3', 'c4: 4']);
    });

    it('are continued by what comes late', () => {
      const messages = [options('c1', '1'), ok('c1', '1'), ...['2', '3', '4'].map((via) => options(`c${via}`, via))];
      const told = flowsOf([...messages, ok('c1', '1')], (flow) => `${indexes(flow)} ${flow.isContinued}`, { limits });
      assert.deepEqual(told, ['c1: 0,1 false', 'c2: 2 false', 'c3: 3 false', 'c4: 4 false', 'c1: 5 true']);
    });

    it('stay while a call or a registration lasts', () => {
      const call: Written[] = [{ callId: 'c1' }, { callId: 'c1', status: 200, to: 'B' }];
      const register: Written[] = [
        { method: 'REGISTER', via: '5', callId: 'c2' },
        { method: 'REGISTER', via: '5', callId: 'c2', status: 200, to: 'B' },
      ];
      const messages = [
        ...call,
        ...register,
        options('c3', '6'),
        { method: 'BYE', via: '7', cseq: 2, callId: 'c1', to: 'B' },
      ];
      assert.deepEqual(flowsOf(messages, indexes, { limits: { ...limits, messages: 100 } }), [
        'c1: 0,1,5',
        'c2: 2,3',
        'c3: 4',
      ]);
    });

    it('are closed, the oldest first, where too many messages are kept', () => {
      const messages = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => options(`c${i}`, `${i}`));
      const closed: string[] = [];
      let seen = 0;
      flowsOf(messages, (flow) => closed.push(`${flow.callId}@${seen++}`), { limits });
      assert.deepEqual(
        closed.map((line) => line.slice(0, 2)),
        ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'],
      );
    });

    it('are never complete once one was closed before the end', () => {
      const messages = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => options(`c${i}`, `${i}`));
      const complete = flowsOf(messages, (flow) => flow.isComplete, { limits, isComplete: true });
      assert.deepEqual(
        complete,
        messages.map(() => false),
      );
    });

    it('go on in another flow where they grow too long, whose late responses are nobody’s fault', () => {
      const messages = [
        options('c1', '1'),
        options('c1', '2'),
        options('c1', '3'),
        options('c1', '4'),
        ok('c1', '1'),
        options('c1', '6'),
      ];
      const told = flowsOf(messages, (flow) => `${indexes(flow)} ${flow.isContinued} ${flow.transactions.length}`, {
        limits,
      });
      assert.deepEqual(told, ['c1: 0,1,2,3 false 4', 'c1: 4,5 true 1']);
    });
  });
});

describe('messages of other calls', () => {
  const told = (messages: readonly Written[], of: (message: FlowMessage) => FlowMessage | undefined) =>
    flowsOf(messages, (flow) => flow.messages.map((message) => [message.index, of(message)?.index] as const))
      .flat()
      .sort(([a], [b]) => a - b)
      .map(([, index]) => index ?? '-')
      .join(' ');

  it('bind the same Contact', () => {
    const messages: Written[] = [
      { method: 'REGISTER', callId: 'c1', via: '1', contact: 'a@host' },
      { method: 'REGISTER', callId: 'c1', via: '2', cseq: 2, contact: 'a@host' },
      { method: 'REGISTER', callId: 'c2', via: '3', contact: 'a@host' },
      { method: 'REGISTER', callId: 'c3', via: '4', contact: 'a@other' },
    ];
    assert.equal(
      told(messages, ({ rebinds }) => rebinds),
      '- - 1 -',
    );
  });

  it('have the same tags, in whatever order', () => {
    const messages: Written[] = [
      { callId: 'c1', via: '1' },
      { callId: 'c1', via: '1', status: 200, to: 'B' },
      { callId: 'c1', via: '2', method: 'ACK', to: 'B' },
      { callId: 'c2', via: '3', method: 'BYE', from: 'B', to: 'A' },
      { callId: 'c3', via: '4', method: 'BYE', from: 'C', to: 'A' },
    ];
    assert.equal(
      told(messages, ({ sharesTagsWith }) => sharesTagsWith),
      '- - - 2 -',
    );
  });

  it('are the failure that a request with another Call-ID or From tag follows up', () => {
    const messages: Written[] = [
      { method: 'REGISTER', callId: 'c1', via: '1' },
      { method: 'REGISTER', callId: 'c1', via: '1', status: 401, to: 'X' },
      { method: 'REGISTER', callId: 'c2', via: '2', cseq: 2 },
      { method: 'REGISTER', callId: 'c2', via: '2', cseq: 2, status: 401, to: 'X' },
      { method: 'REGISTER', callId: 'c2', via: '3', cseq: 3 },
      { method: 'REGISTER', callId: 'c3', via: '4' },
    ];
    assert.equal(
      told(messages, ({ retries }) => retries),
      '- - 1 - - -',
    );
  });
});

describe('a message of a flow', () => {
  const text = sip({
    via: 'Ab@HOST 2@p',
    contact: 'a@host',
    from: 'A',
    to: 'B',
    rows: [
      'Route: <sip:p1;lr>, <sip:p2;lr>',
      'Record-Route: <sip:q;lr>',
      'Max-Forwards: 70',
      'Expires: 60',
      'Supported: timer',
      'Authorization: Digest username="a"',
    ],
    body: 'v=0\r\n',
  });
  const read = <Told>(tell: (message: FlowMessage) => Told) =>
    flowsOf(['# 2024-01-01\r\n\r\n', text], ({ messages: [message] }) => message && tell(message))[0];

  it('tells its facts without being read again', () => {
    const facts = read((m) => ({
      kind: m.kind,
      method: m.method,
      statusCode: m.statusCode,
      requestUri: m.requestUri,
      from: m.from,
      to: m.to,
      branch: m.branch,
      sentBy: m.sentBy,
      viaCount: m.viaCount,
      contacts: m.contacts,
      routes: m.routes,
      recordRoutes: m.recordRoutes,
      numbers: [m.cseqNumber, m.maxForwards, m.expires, m.rseq],
      credentials: m.credentials,
      session: m.session,
      bodyText: m.bodyText,
      has: [m.has('Supported'), m.has('Require')],
      anchor: m.text.slice(m.anchor.start, m.anchor.end),
    }));
    assert.deepEqual(facts, {
      kind: 'request',
      method: 'INVITE',
      statusCode: 0,
      requestUri: 'sip:b@example.com',
      from: { uri: 'sip:a@example.com', tag: 'A' },
      to: { uri: 'sip:b@example.com', tag: 'B' },
      branch: 'z9hg4bkab',
      sentBy: 'host.example.com:',
      viaCount: 2,
      contacts: ['sip:a@host'],
      routes: ['sip:p1;lr', 'sip:p2;lr'],
      recordRoutes: ['sip:q;lr'],
      numbers: [1, 70, 60, undefined],
      credentials: 'Digest username="a"\n',
      session: 'present',
      bodyText: 'v=0\r\n',
      has: [true, false],
      anchor: 'INVITE',
    });
  });

  it('gives all of it, read again at its place', () => {
    const again = read(({ message, offset, index, text: masked }) => {
      assert.equal(message.offset, offset);
      assert.equal(message.index, index);
      assert.equal(message.text, masked);
      assert.equal(message.sourceText(message.startLine), 'INVITE sip:b@example.com SIP/2.0');
      assert.equal(message.sourceText(message.body), 'v=0\r\n');
      return message.fields.map(({ name }) => name);
    });
    assert.deepEqual(
      again,
      [...text.matchAll(/^([\w-]+):/gm)].map(([, name]) => name),
    );
  });

  const sessions: readonly (readonly [string, Written | string, 'present' | 'absent' | 'unknown'])[] = [
    ['no body', {}, 'absent'],
    ['a body that was cut', sip({ body: 'v=0\r\n' }).replace('Length: 5', 'Length: 99'), 'unknown'],
    ['SDP of another disposition', { body: 'v=0\r\n', rows: ['Content-Disposition: early-session'] }, 'absent'],
    ['an encoded one', { body: 'v=0\r\n', rows: ['Content-Encoding: gzip'] }, 'present'],
    ['a body without a type', sip({ body: 'v=0\r\n' }).replace('Content-Type: application/sdp\r\n', ''), 'unknown'],
  ];
  for (const [name, written, expected] of sessions) {
    it(`tells of ${name} that a session description is ${expected}`, () => {
      assert.deepEqual(
        flowsOf([written], ({ messages: [message] }) => message?.session),
        [expected],
      );
    });
  }
});

describe('hops of two messages', () => {
  const traced = (source: string, destination: string, written: Written) =>
    `U 2024/01/01 10:00:00.000000 ${source} -> ${destination}\r\n${sip(written)}\r\n`;
  const compare = (messages: readonly (Written | string)[]) =>
    flowsOf(messages, ({ messages: [a, b] }) => a && b && compareHops(a, b));

  it('are the same where the same element sent as many Via values', () => {
    assert.deepEqual(compare([{}, { via: '2', method: 'ACK' }]), ['same']);
    assert.deepEqual(compare([{}, { via: '2 1@x', method: 'ACK' }]), ['different']);
    assert.deepEqual(compare([{}, { via: '2@p', method: 'ACK' }]), ['different']);
  });

  it('are not known of opposite directions', () => {
    assert.deepEqual(compare([{}, { via: '2@b', method: 'BYE', from: 'B', to: 'A' }]), ['unknown']);
  });

  it('are those of the addresses where a capture has them', () => {
    const invite = traced('10.0.0.1:5060', '10.0.0.2:5060', {});
    const bye: Written = { via: '2@b', method: 'BYE', from: 'B', to: 'A' };
    assert.deepEqual(compare([invite, traced('10.0.0.2:5060', '10.0.0.1:5060', bye)]), ['same']);
    assert.deepEqual(compare([invite, traced('10.0.0.3:5060', '10.0.0.2:5060', bye)]), ['different']);
  });
});
