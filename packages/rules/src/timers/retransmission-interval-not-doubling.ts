import { defineRule, type Example, type FlowMessage, type FlowRuleContext, type Transaction } from '@siplint/core';
import { file, invite, line, options } from '../examples/messages.js';
import { isReliableTransport } from '../shared/message/transport.js';
import { deviationFromBackOff, isBelowT1, type Sending, sendingOf, T2 } from '../shared/transaction/back-off.js';
import { inSeconds } from '../shared/transaction/elapsed.js';

/** Fewer say nothing of how the intervals grow. */
const FEWEST_GAPS = 3;

const MESSAGES = {
  interval:
    '{what} sent again after {found} s, where {expected} s is due: each interval is twice the one before{limit}, else a network that is slow gets overloaded',
  short:
    '{what} sent again after {found} s already: T1 is 0.5 s unless both ends are in one private network, else copies are sent where nothing was lost',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

const at = (seconds: number): Example => line(`# siplint-set time=${seconds}`);

export default defineRule({
  meta: {
    id: 'retransmission-interval-not-doubling',
    category: 'timers',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Double the interval between retransmissions',
    docs: {
      what:
        'Over UDP the interval between retransmissions begins with T1 and doubles each time: for an INVITE without end, for ' +
        'other requests and for final responses to an INVITE up to T2, which is 4 seconds.',
      why:
        'Copies are sent most often when the network or the server is slow. An interval that does not grow makes more load ' +
        'just then, and all clients together keep the server from coming back.',
      falsePositives:
        'Judged are four sends or more with time stamps finer than a second. T1 is what the first interval is, each may be off ' +
        'by a quarter, and copies that the capture may lack are allowed for. A first interval under 500 ms is a hint.',
      bad: [
        file(
          at(0.5),
          invite(),
          at(1),
          invite(),
          at(1.5),
          invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
          at(2),
          invite(),
        ),
        file(
          at(0.5),
          options(),
          at(0.6),
          options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0' }),
          at(0.8),
          options(),
          at(1.2),
          options(),
        ),
      ],
      good: [
        file(at(0.5), invite(), at(1), invite(), at(2), invite(), at(4), invite()),
        file(at(0.5), invite(), at(1), invite(), at(4), invite(), at(8), invite()),
        file(at(0.5), options(), at(2.5), options(), at(6.5), options(), at(10.5), options(), at(14.6), options()),
      ],
    },
    references: [
      { rfc: 3261, section: '13.3.1.4' },
      { rfc: 3261, section: '17.1.1.2' },
      { rfc: 3261, section: '17.1.2.2' },
      { rfc: 3261, section: '17.2.1' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({
    transaction(transaction, context) {
      const { request, method, first } = transaction;
      if (method === 'ACK') return;
      if (request && request.copies.length >= FEWEST_GAPS && !isReliableTransport(first.transport)) {
        const longest = method === 'INVITE' ? Number.POSITIVE_INFINITY : T2;
        if (!passesOn(transaction))
          judge(`${method} request`, sendingOf(request, transaction.firstResponse), longest, context);
      }
      if (method === 'INVITE') judgeResponses(transaction, context);
    },
  }),
});

/** A proxy without state sends a copy whenever it gets one (§16.11). */
function passesOn({ upstream }: Transaction): boolean {
  return upstream?.request !== undefined && upstream.request.copies.length > 0;
}

function judgeResponses({ request, responses, acks, first }: Transaction, context: Context): void {
  for (const response of responses) {
    if (!response.isFinal || response.copies.length < FEWEST_GAPS || response.forwards) continue;
    if (response.isFailure && isReliableTransport(first.transport)) continue;
    // A copy of the INVITE is answered at once.
    if (request?.copies.some(({ index }) => index > response.index)) continue;
    const ack = response.isFailure ? acks[0] : undefined;
    judge(`Response ${response.statusCode} to INVITE`, sendingOf(response, ack), T2, context);
  }
}

function judge(what: string, sending: Sending | undefined, longest: number, context: Context): void {
  if (!sending || sending.gaps.length < FEWEST_GAPS) return;
  const { sends, gaps } = sending;
  const [original, second] = sends;
  const [firstGap] = gaps;
  if (!original || !second || firstGap === undefined) return;
  const deviation = deviationFromBackOff(gaps, longest);
  if (deviation) {
    const { index, expected } = deviation;
    const copy = sends[index + 1];
    if (!copy) return;
    const limit = longest === T2 ? ` up to ${T2} s` : '';
    const found = inSeconds(gaps[index] ?? 0);
    context.report({
      messageId: 'interval',
      in: copy,
      data: { what, found, expected: inSeconds(expected), limit },
      related: [related('The first', original), related('The one before', sends[index] ?? original)],
    });
  } else if (isBelowT1(firstGap)) {
    context.report({
      messageId: 'short',
      in: second,
      data: { what, found: inSeconds(firstGap) },
      related: [related('The first', original)],
      ceiling: 'hint',
      ceilingAlways: true,
    });
  }
}

function related(message: string, of: FlowMessage) {
  return { message, of };
}
