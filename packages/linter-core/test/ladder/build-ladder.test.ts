import assert from 'node:assert/strict';
import type { Finding } from '@siplint/core';
import type { LadderMessage } from '@siplint/core/ladder';
import { ladderOf, type Sent, written } from './traffic.js';

const INVITE = 'INVITE sip:bob@example.net';
const to = 'bob@example.net/B';

function toldOf(messages: readonly Sent[], tell: (message: LadderMessage) => unknown): unknown[] {
  return ladderOf(messages).messages.map(tell);
}

describe('ladder: session descriptions', () => {
  const cases: readonly [name: string, messages: readonly Sent[], roles: readonly (string | undefined)[]][] = [
    [
      'offer in the INVITE',
      [
        { line: INVITE, sdp: true },
        { line: '183 INVITE', to, sdp: true },
        { line: '200 INVITE', to, sdp: true },
      ],
      ['offer', 'answer', 'answer'],
    ],
    [
      'offer in the 200',
      [
        { line: INVITE },
        { line: '200 INVITE', to, sdp: true },
        { line: 'ACK sip:bob@198.51.100.7', via: 'b2@192.0.2.1', to, sdp: true },
      ],
      [undefined, 'offer', 'answer'],
    ],
    [
      'a 183 to an INVITE without an offer may be either',
      [{ line: INVITE }, { line: '183 INVITE', to, sdp: true }],
      [undefined, 'sdp'],
    ],
    ['a response without its request', [{ line: '200 INVITE', to, sdp: true }], ['sdp']],
    [
      'a refusal',
      [
        { line: INVITE, sdp: true },
        { line: '488 INVITE', to, sdp: true },
      ],
      ['offer', 'sdp'],
    ],
    [
      'capabilities',
      [{ line: 'OPTIONS sip:bob@example.net' }, { line: '200 OPTIONS', to, sdp: true }],
      [undefined, 'sdp'],
    ],
  ];
  for (const [name, messages, roles] of cases) {
    it(name, () =>
      assert.deepEqual(
        toldOf(messages, ({ session }) => session),
        roles,
      ),
    );
  }
});

describe('ladder: messages', () => {
  it('retransmissions have rows of their own, each with what it repeats', () => {
    const told = toldOf(
      [{ line: INVITE }, { line: INVITE }, { line: '180 INVITE', to }, { line: INVITE }, { line: '180 INVITE', to }],
      ({ repeats, sending }) => [repeats, sending],
    );
    assert.deepEqual(told, [
      [undefined, undefined],
      [0, 2],
      [undefined, undefined],
      [0, 3],
      [2, 2],
    ]);
  });

  it('a forwarded request repeats nothing', () => {
    const told = toldOf(
      [{ line: INVITE }, { line: INVITE, via: 'p1@192.0.2.11 b1@192.0.2.1' }],
      ({ repeats }) => repeats,
    );
    assert.deepEqual(told, [undefined, undefined]);
  });

  it('tells what a response answers', () => {
    const told = toldOf(
      [{ line: INVITE }, { line: '100 INVITE' }, { line: '200 INVITE', via: 'other@192.0.2.1', cseq: 2 }],
      ({ answers }) => answers,
    );
    assert.deepEqual(told, [undefined, 0, undefined]);
  });

  it('times: since the message before that has one', () => {
    const at = (time: string, line: string): Sent => ({ trace: `# siplint-set time=${time}`, line });
    const told = toldOf(
      [at('10', INVITE), { line: '100 INVITE' }, at('10.25', '180 INVITE'), at('10.1', '200 INVITE')],
      ({ time, delta }) => [time, delta],
    );
    assert.deepEqual(told, [
      [10, undefined],
      [undefined, undefined],
      [10.25, 0.25],
      [10.1, -0.15],
    ]);
  });

  it('transport: of the trace, else of the Via', () => {
    const told = toldOf(
      [
        { line: INVITE, via: 'b1@TLS/192.0.2.1' },
        { trace: '# siplint-set transport=wss', line: INVITE },
      ],
      ({ transport }) => transport,
    );
    assert.deepEqual(told, ['tls', 'wss']);
  });

  it('calls by Call-ID, with From and To of their first message', () => {
    const { calls, messages } = ladderOf([
      { line: INVITE },
      { line: INVITE, callId: 'c2', via: 'b2@192.0.2.1', from: 'carol@example.org/C' },
      { line: '486 INVITE', to },
    ]);
    assert.deepEqual(calls, [
      { callId: 'c1', from: 'sip:alice@example.com', to: 'sip:bob@example.net', messages: 2 },
      { callId: 'c2', from: 'sip:carol@example.org', to: 'sip:bob@example.net', messages: 1 },
    ]);
    assert.deepEqual(
      messages.map(({ call }) => call),
      [0, 1, 0],
    );
  });

  it('one call of several', () => {
    const ladder = ladderOf([{ line: INVITE }, { line: INVITE, callId: 'c2' }, { line: '486 INVITE', to }], {
      callIds: ['c1'],
    });
    assert.deepEqual(
      ladder.messages.map(({ index }) => index),
      [0, 2],
    );
    assert.equal(ladder.total, 3);
    assert.equal(ladder.omitted, 0);
  });

  it('stops at its limit, and counts what it leaves out', () => {
    const ladder = ladderOf(
      Array.from({ length: 12 }, (_, i): Sent => ({ line: INVITE, via: `b${i}@192.0.2.1` })),
      { limit: 5 },
    );
    assert.equal(ladder.messages.length, 5);
    assert.equal(ladder.total, 12);
    assert.equal(ladder.omitted, 7);
  });

  it('takes ten thousand messages of one call, retransmissions and branches among them', () => {
    const text = Array.from({ length: 10_000 }, (_, i) =>
      written({ line: INVITE, via: `b${i % 5000}@192.0.2.${i % 200}`, from: 'alice@example.com/A' }),
    );
    const { messages } = ladderOf([text.join('\r\n')], { limit: 10_000 });
    assert.equal(messages.length, 10_000);
  });

  it('numbers lines as editors do', () => {
    const text = ['# a comment', written({ line: INVITE })].join('\r\n');
    assert.equal(ladderOf([text]).messages[0]?.line, 3);
  });
});

describe('ladder: findings', () => {
  const finding = (messageIndex: number | undefined, start: number): Finding => ({
    ruleId: 'some-rule',
    messageId: 'm',
    data: {},
    message: 'is wrong',
    severity: 'error',
    start,
    end: start + 1,
    messageIndex,
    references: [],
    related: [],
    fix: undefined,
  });

  it('stand with their message, and with the file where they have none', () => {
    const ladder = ladderOf([{ line: INVITE }, { line: '486 INVITE', to }], {
      findings: [finding(1, 0), finding(undefined, 5)],
    });
    assert.deepEqual(
      ladder.messages.map(({ findings }) => findings.length),
      [0, 1],
    );
    assert.deepEqual(ladder.findings, [
      { ruleId: 'some-rule', severity: 'error', message: 'is wrong', line: 2, column: 1 },
    ]);
  });
});
