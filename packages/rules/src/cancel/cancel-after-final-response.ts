import { defineRule, type Flow, type FlowMessage, type Transaction } from '@siplint/core';
import { ack, bye, cancel, file, invite, line, ok, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { isReliableTransport } from '../shared/message/transport.js';
import { perFlow } from '../shared/once/per-flow.js';
import { ackKey } from '../shared/transaction/acknowledged-invites.js';
import { cancellationOf } from '../shared/transaction/cancelled-request.js';
import { elapsedBetween } from '../shared/transaction/elapsed.js';

/** Seconds within which a CANCEL and a final response may have crossed on the wire. */
const CROSSING = 0.5;
/** Seconds behind which it is no copy of a CANCEL that got lost: 64*T1. */
const MOST_LATE = 32;

export default defineRule({
  meta: {
    id: 'cancel-after-final-response',
    category: 'cancel',
    level: 'SHOULD',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Send no CANCEL for an INVITE that has its final response',
    docs: {
      what: 'Once the final response to an INVITE is there, no CANCEL is sent for it: a call that was answered is ended with BYE.',
      why:
        'The CANCEL has no effect. If the call was answered it goes on, and whoever takes the 200 to the CANCEL for the end of ' +
        'the call leaves a line open that is paid for.',
      falsePositives:
        'A CANCEL and the final response may cross on the wire: with time stamps a CANCEL is reported only if it comes more than ' +
        '500 ms behind. It is an info unless something shows that the client had the response: its ACK stands before the ' +
        'CANCEL, the trace was taken at the client, or it tells times and the server did not have to send the response again. ' +
        'Over UDP a CANCEL of the next 32 seconds may be a copy of one that got lost: it is an info unless seen at the client.',
      bad: [
        file(
          invite(),
          line('# siplint-set time=4.25'),
          ok('INVITE'),
          line('# siplint-set time=39.5'),
          cancel({ startLine: '<|CANCEL|> sip:bob@example.net SIP/2.0' }),
        ),
        file(
          invite(),
          response(486, 'INVITE'),
          failureAck(),
          cancel({ startLine: '<|CANCEL|> sip:bob@example.net SIP/2.0' }),
        ),
      ],
      good: [
        file(invite(), response(180, 'INVITE'), cancel(), ok('CANCEL'), ok('INVITE'), ack(), bye(), ok('BYE')),
        file(
          line('# siplint-set time=4.25'),
          ok('INVITE'),
          line('# siplint-set time=4.5'),
          cancel(),
          line('# siplint-set time=5.5'),
          cancel(),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '9.1' },
      { rfc: 3261, section: '15' },
    ],
    since: '0.1.0',
    messages: {
      answered:
        'CANCEL behind the {code} to its INVITE: it has no effect and the call goes on, send ACK and BYE to end it',
      refused: 'CANCEL behind the {code} to its INVITE: it has no effect, the INVITE is over',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['CANCEL'] },
  create: () => ({
    transaction(transaction, context) {
      const { cancel, cancelled } = cancellationOf(transaction) ?? {};
      const { final } = cancelled ?? {};
      // Other methods are cancel-non-invite.
      if (!cancel || !cancelled || !final || cancelled.method !== 'INVITE' || final.index > cancel.index) return;
      const elapsed = elapsedBetween(final, cancel);
      if (elapsed && elapsed.least <= CROSSING) return;
      context.report({
        messageId: final.isSuccess ? 'answered' : 'refused',
        in: cancel,
        data: { code: final.statusCode },
        related: [{ message: 'The final response', of: final }],
        ...ceilingOf(final, cancel, cancelled),
      });
    },
  }),
});

/** An info if the client may not have had the response; and where the CANCEL, or a first one that got lost, may be older. */
function ceilingOf(
  final: FlowMessage,
  cancel: FlowMessage,
  cancelled: Transaction,
): { ceiling?: 'info'; ceilingAlways?: true } {
  if (!hadClient(final, cancel, cancelled)) return { ceiling: 'info', ceilingAlways: true };
  const isInOrder = isReliableTransport(cancel.transport) || cancel.origin.direction === 'out';
  return isInOrder || (elapsedBetween(final, cancel)?.least ?? 0) > MOST_LATE ? {} : { ceiling: 'info' };
}

/** True if something shows that the client had the final response when it sent the CANCEL. */
function hadClient(final: FlowMessage, cancel: FlowMessage, { request, acks, flow }: Transaction): boolean {
  // Where the INVITE was not seen, this may repeat a CANCEL that was not seen either.
  if (!request) return false;
  if (final.origin.direction === 'in' && cancel.origin.direction === 'out') return true;
  // What is not acknowledged is sent again, within the time that has passed.
  if (final.copies.length === 0 && elapsedBetween(final, cancel)) return true;
  const ack = final.isSuccess ? firstAcks(flow).get(ackKey(cancel, final.toTag)) : acks[0];
  return ack !== undefined && ack.index > final.index && ack.index < cancel.index;
}

/** The first ACK to each final response. */
const firstAcks = perFlow((flow: Flow): ReadonlyMap<string, FlowMessage> => {
  const acks = new Map<string, FlowMessage>();
  for (const message of flow.messages) {
    const key = ackKey(message, message.toTag);
    if (message.kind === 'request' && message.method === 'ACK' && !acks.has(key)) acks.set(key, message);
  }
  return acks;
});
