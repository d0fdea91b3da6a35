import assert from 'node:assert/strict';
import {
  DEFAULT_FLOW_LIMITS,
  DEFAULT_INPUT_SETTINGS,
  type Flow,
  FlowBuilder,
  type FlowLimits,
  type FlowMessage,
  readSipFile,
  SourceText,
} from '@siplint/core';
import fc from 'fast-check';
import { sip, type Written } from './sip-for-tests.js';

const pick = (...values: string[]) => fc.constantFrom(...values);

/** Messages of a few calls whose identifiers collide as often as not. */
const written: fc.Arbitrary<Written> = fc.record(
  {
    method: pick('INVITE', 'ACK', 'BYE', 'CANCEL', 'SUBSCRIBE', 'NOTIFY', 'REGISTER', 'OPTIONS', '{{m}}'),
    status: fc.constantFrom(100, 180, 200, 302, 401, 487, 999),
    callId: pick('c1', 'c2', 'c3', '{{id}}'),
    cseq: fc.integer({ min: 1, max: 3 }),
    via: pick('1', '2', '!1', '2@p 1', '3@q 2@p 1', '3@p 1', '1@a 1@a', '{{b}}'),
    from: pick('', 'A', 'B', '{{t}}'),
    to: pick('', 'A', 'B', 'C'),
    contact: pick('a@host', 'b@host', '*', '"'),
    rows: fc.subarray([
      'RSeq: 1',
      'Authorization: Digest a="b"',
      'Via: x',
      'Record-Route: <sip:p;lr>',
      'Route: ,',
      'garbage',
    ]),
    body: pick('', 'v=0\r\n'),
  },
  { requiredKeys: [] },
);

const limits = { messages: 30, messagesOfFlow: 12, rest: 5, restOfEnded: 3 };

/** Asks everything that a rule can ask of a flow. */
function walk(flow: Flow): number {
  let asked = 0;
  const ask = (...values: unknown[]) => {
    asked += values.length;
  };
  for (const message of flow.messages) {
    ask(message.from, message.to, message.requestUri, message.branch, message.sentBy, message.bodyText, message.anchor);
    ask(
      message.message.fields.map((field) => field.values),
      message.forwards,
      message.dialog,
      message.transaction,
    );
  }
  for (const transaction of flow.transactions) {
    ask(transaction.messages, transaction.final, transaction.hops, transaction.misfits, transaction.downstream);
  }
  for (const dialog of flow.dialogs)
    ask(dialog.state, dialog.acks, dialog.bye, dialog.forks, dialog.earlyBy, dialog.confirmedBy);
  ask(flow.sawBeginning, flow.outsideDialogs);
  return asked;
}

function build(text: string, judge: (flow: Flow, passed: number) => void, room?: FlowLimits): FlowMessage[] {
  const placed: FlowMessage[] = [];
  const builder = new FlowBuilder((flow) => judge(flow, placed.length), room ?? limits);
  for (const message of readSipFile(SourceText.fromString(text), DEFAULT_INPUT_SETTINGS).messages) {
    const added = builder.add(message);
    if (added) placed.push(added);
  }
  builder.end(true);
  return placed;
}

describe('flows of any messages', () => {
  const files = fc.array(written, { maxLength: 60 }).map((messages) => messages.map(sip).join('\r\n'));

  it('hold each message once, in order, in a transaction of theirs or none', () => {
    fc.assert(
      fc.property(files, (text) => {
        const held: number[] = [];
        const placed = build(text, (flow) => {
          assert.ok(walk(flow) > 0);
          const indexes = flow.messages.map(({ index }) => index);
          assert.deepEqual(
            indexes,
            [...indexes].sort((a, b) => a - b),
          );
          held.push(...indexes);
          const ofTransactions = flow.transactions.flatMap(({ messages, misfits }) => [
            ...messages,
            ...misfits.flatMap(({ message }) => (message.method === 'CANCEL' ? [] : [message, ...message.copies])),
          ]);
          const owned = ofTransactions.map(({ index }) => index).sort((a, b) => a - b);
          assert.deepEqual(owned, flow.isContinued ? indexes.filter((index) => owned.includes(index)) : indexes);
        });
        assert.deepEqual(
          held.sort((a, b) => a - b),
          placed.map(({ index }) => index),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('keep no more messages than they may', () => {
    fc.assert(
      fc.property(files, (text) => {
        let closed = 0;
        build(text, (flow, passed) => {
          assert.ok(flow.messages.length <= limits.messagesOfFlow);
          assert.ok(passed - closed <= limits.messages);
          closed += flow.messages.length;
        });
      }),
      { numRuns: 200 },
    );
  });

  it('let go of each other when they are judged', () => {
    const placed = build(
      Array.from({ length: 40 }, (_, i) => sip({ via: `${i % 7}`, cseq: i })).join('\r\n'),
      () => {},
    );
    for (const message of placed) {
      const { transaction, dialog, copyOf, forwards, rebinds, sharesTagsWith, retries, copies } = message;
      assert.deepEqual(
        [transaction, dialog, copyOf, forwards, rebinds, sharesTagsWith, retries],
        Array(7).fill(undefined),
      );
      assert.equal(copies.length, 0);
    }
  });

  it('are made of any text', () => {
    const line = fc.oneof(
      fc.string(),
      written.map(sip),
      pick('INVITE sip:x SIP/2.0', 'Via: a', 'CSeq: 1', 'Call-ID:', ''),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        build(lines.join('\r\n'), walk);
      }),
      { numRuns: 300 },
    );
  });

  it('are the same whether others are interleaved with them', () => {
    const call = fc.array(written, { minLength: 1, maxLength: 11 });
    const tell = (text: string) => {
      const told: string[] = [];
      const judge = ({ callId, transactions, dialogs }: Flow) => {
        const shapes = transactions.map(
          ({ method, responses, acks }) => `${method} ${responses.length} ${acks.length}`,
        );
        told.push(
          `${callId} ${shapes.join()} ${dialogs.map(({ state, requests }) => `${state} ${requests.length}`).join()}`,
        );
      };
      // With room for both calls: one that rests while others pass may be closed, and what follows begins another flow.
      build(text, judge, DEFAULT_FLOW_LIMITS);
      return told.sort();
    };
    fc.assert(
      fc.property(call, call, (one, other) => {
        const of = (messages: Written[], callId: string, prefix: string) =>
          messages.map((message) =>
            sip({ ...message, callId, via: (message.via ?? '1').replaceAll(/\d/g, `${prefix}$&`) }),
          );
        const a = of(one, 'c1', 'x');
        const b = of(other, 'c2', 'y');
        const woven = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [a[i], b[i]])
          .flat()
          .filter(Boolean);
        assert.deepEqual(tell(woven.join('\r\n')), tell([...a, ...b].join('\r\n')));
      }),
      { numRuns: 200 },
    );
  });
});
