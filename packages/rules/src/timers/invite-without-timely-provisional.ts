import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { file, invite, line, response } from '../examples/messages.js';
import { isReliableTransport } from '../shared/message/transport.js';
import { elapsedBetween, inSeconds } from '../shared/transaction/elapsed.js';

/** Seconds within which a server knows of a response of its own, or sends 100 (§17.2.1). */
const LONGEST = 0.2;

/** Seconds within which a copy is one packet that was captured twice. */
const CAPTURED_TWICE = 0.05;

interface Options {
  /** Seconds that the INVITE and its response may take on their way. */
  readonly transit: number;
}

export default defineRule({
  meta: {
    id: 'invite-without-timely-provisional',
    category: 'timers',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Answer an INVITE within 200 ms, with 100 if there is nothing else to say',
    docs: {
      what:
        'The first response to an INVITE on a hop comes within 200 ms: the server transaction sends 100 if its user has not ' +
        'answered by then. With the time for the way, the option transit, that makes a second.',
      why:
        'Over UDP the client sends the INVITE again after half a second, and goes on with it until it hears something. Over ' +
        'any transport it may try another server.',
      falsePositives:
        'A trace in which the 100 got lost, or that was filtered, looks the same: over UDP it is an info unless the INVITE was ' +
        'sent again, as nobody had answered, or the trace was taken at the server. Time is counted from the last copy of the ' +
        'INVITE before the response, at the server without transit. What a proxy without state passes on is judged at the hop behind.',
      bad: [
        file(
          line('# siplint-set time=0.5'),
          invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
          line('# siplint-set time=3.5'),
          response(180, 'INVITE'),
        ),
      ],
      good: [
        file(
          line('# siplint-set time=0.5'),
          invite(),
          line('# siplint-set time=0.55'),
          response(100, 'INVITE'),
          line('# siplint-set time=3.5'),
          response(180, 'INVITE'),
        ),
        file(
          line('# siplint-set time=0.5'),
          invite(),
          line('# siplint-set time=1.0'),
          invite(),
          line('# siplint-set time=1.1'),
          response(100, 'INVITE'),
        ),
        file(invite(), response(180, 'INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '16.2' },
      { rfc: 3261, section: '17.2.1' },
      { rfc: 3261, section: '21.1' },
    ],
    options: {
      schema: {
        type: 'object',
        properties: {
          transit: {
            type: 'number',
            minimum: 0,
            description: 'Seconds that the INVITE and its response may take on their way.',
          },
        },
        additionalProperties: false,
      },
      default: { transit: 0.8 } satisfies Options,
    },
    since: '0.1.0',
    messages: {
      late: 'INVITE gets its first response, {code}, only after {seconds} s: send 100 within 200 ms, for the client sends the INVITE again until it hears something',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  create: ({ transit }: Options) => ({
    transaction(transaction, context) {
      const { request, firstResponse } = transaction;
      if (!request || !firstResponse || transaction.misfits.length > 0 || isPassedOn(transaction)) return;
      const isAtServer = request.origin.direction === 'in' && firstResponse.origin.direction === 'out';
      const answered = isAtServer ? request : lastCopyBefore(firstResponse, request);
      const elapsed = elapsedBetween(answered, firstResponse);
      if (!elapsed || elapsed.least <= LONGEST + (isAtServer ? 0 : transit)) return;
      context.report({
        messageId: 'late',
        in: answered,
        data: { code: firstResponse.statusCode, seconds: inSeconds(elapsed.seconds) },
        related: [{ message: 'The first response', of: firstResponse }],
        ...(!isAtServer && !isUnanswered(answered) && { ceiling: 'info', ceilingAlways: true }),
      });
    },
  }),
});

/** False where the client would have sent the INVITE again if no response had come before. */
function isUnanswered({ copyOf, transport }: FlowMessage): boolean {
  return copyOf !== undefined || isReliableTransport(transport);
}

/** What comes first may have got lost before the server. */
function lastCopyBefore({ index }: FlowMessage, request: FlowMessage): FlowMessage {
  return request.copies.findLast((copy) => copy.index < index && isSentAgain(copy, request)) ?? request;
}

/** False for one packet that was captured twice. */
function isSentAgain(copy: FlowMessage, request: FlowMessage): boolean {
  const elapsed = elapsedBetween(request, copy);
  return elapsed !== undefined && elapsed.seconds > CAPTURED_TWICE;
}

/** True if the first response is the first of the hop behind, so that there is the server, or it is late there as well. */
function isPassedOn({ firstResponse }: Transaction): boolean {
  const behind = firstResponse?.forwards;
  return behind !== undefined && behind.transaction?.firstResponse === behind;
}
