import { compareHops, defineRule, type FlowMessage, type FlowRuleContext, type Transaction } from '@siplint/core';
import { type Changes, file, invite, line, ok, options, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { isReliableTransport } from '../shared/message/transport.js';
import { elapsedBetween, inSeconds } from '../shared/transaction/elapsed.js';

/** Seconds within which a repeat may be one packet that was captured twice. */
const CAPTURED_TWICE = 0.4;

const MESSAGES = {
  repeated:
    '{what} sent again over {transport}: that transport delivers what it takes, so the repeat is only load, and shows that timers run which should be off',
} as const;

const OVER_TCP: Changes = { Via: 'SIP/2.0/TCP pc33.example.com;branch=z9hG4bK776asdhds-options' };
const OF_INVITE: Changes = { Via: 'SIP/2.0/TCP pc33.example.com;branch=z9hG4bK776asdhds-invite' };
const TO_INVITE: Changes = { Via: `${OF_INVITE.Via};received=192.0.2.1` };

export default defineRule({
  meta: {
    id: 'retransmission-on-reliable-transport',
    category: 'timers',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Do not retransmit over TCP, TLS, SCTP or WebSocket',
    docs: {
      what:
        'Over TCP, TLS, SCTP, WS and WSS a request, and a 300-699 response to an INVITE, is sent once. The 2xx to an INVITE and ' +
        'its ACK are repeated end to end, whatever the transport.',
      why:
        'The transport repeats what got lost. A second copy on top of that only adds load when the connection is slow, and the ' +
        'server answers it once more.',
      falsePositives:
        'A packet that was captured at two points, or that TCP itself sent again, looks the same. With time stamps a repeat is ' +
        'reported if it comes more than 400 ms later; without them it is a hint.',
      bad: [
        file(
          line('# siplint-set time=10.5'),
          options(OVER_TCP),
          line('# siplint-set time=11.25'),
          options({ ...OVER_TCP, startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0' }),
        ),
        file(
          invite(OF_INVITE),
          response(486, 'INVITE', TO_INVITE),
          response(486, 'INVITE', { ...TO_INVITE, startLine: 'SIP/2.0 <|486|> Busy Here' }),
          failureAck(OF_INVITE),
        ),
      ],
      good: [
        file(options(), options()),
        file(invite(OF_INVITE), ok('INVITE', TO_INVITE), ok('INVITE', TO_INVITE)),
        file(line('# siplint-set time=10.5'), options(OVER_TCP), line('# siplint-set time=10.625'), options(OVER_TCP)),
      ],
    },
    references: [
      { rfc: 3261, section: '17.1.1.2' },
      { rfc: 3261, section: '17.1.2.2' },
      { rfc: 3261, section: '17.2.1' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({
    transaction(transaction, context) {
      const { request, responses, method, first } = transaction;
      if (!isReliableTransport(first.transport)) return;
      // An ACK is sent again for each copy of the response.
      if (request && request.copies.length > 0 && method !== 'ACK') {
        if (!passesOnRequests(transaction)) report(repeatOf(request), `${method} request`, context);
        return;
      }
      if (method !== 'INVITE') return;
      const repeated = responses.find(({ isFailure, copies }) => isFailure && copies.length > 0);
      if (!repeated || (repeated.forwards && repeated.forwards.copies.length > 0)) return;
      report(repeatOf(repeated), `Response ${repeated.statusCode} to INVITE`, context);
    },
  }),
});

/** True if a proxy without state may be the sender, which forwards what it gets over another transport (§16.11). */
function passesOnRequests({ request, upstream }: Transaction): boolean {
  return upstream?.request ? upstream.request.copies.length > 0 : (request?.viaCount ?? 0) > 1;
}

interface Repeat {
  readonly copy: FlowMessage;
  readonly original: FlowMessage;
  /** Undefined where times do not tell. */
  readonly after: number | undefined;
}

/** The first copy that is no packet captured twice; without times the first of all. */
function repeatOf(original: FlowMessage): Repeat | undefined {
  for (const copy of original.copies) {
    if (!isReliableTransport(copy.transport) || compareHops(copy, original) === 'different') continue;
    const elapsed = elapsedBetween(original, copy);
    if (!elapsed || elapsed.least > CAPTURED_TWICE) return { copy, original, after: elapsed?.seconds };
  }
  return undefined;
}

function report(repeat: Repeat | undefined, what: string, context: FlowRuleContext<typeof MESSAGES>): void {
  if (!repeat) return;
  const { copy, original, after } = repeat;
  const when = after === undefined ? 'The first' : `The first, ${inSeconds(after)} s before`;
  context.report({
    messageId: 'repeated',
    in: copy,
    data: { what, transport: copy.transport.toUpperCase() },
    related: [{ message: when, of: original }],
    ...(after === undefined && { ceiling: 'hint', ceilingAlways: true }),
  });
}
