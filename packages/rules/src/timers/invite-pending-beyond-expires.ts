import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { cancel, file, invite, line, ok, response } from '../examples/messages.js';
import { elapsedBetween, inSeconds } from '../shared/transaction/elapsed.js';

/** Seconds that a CANCEL or a final response may come late. */
const GRACE = 5;

export default defineRule({
  meta: {
    id: 'invite-pending-beyond-expires',
    category: 'timers',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'End an INVITE when its Expires has passed',
    docs: {
      what:
        'When the seconds in the Expires of an INVITE have passed without a final response, the client sends CANCEL and the ' +
        'server answers 487. Reported is an INVITE for which neither happens within five seconds more.',
      why:
        'The caller has said how long the invitation holds. A phone that goes on ringing behind that may be answered by ' +
        'somebody when nobody waits at the other end.',
      falsePositives:
        'Only files with time stamps are judged, and only where a response or a CANCEL behind that time shows that the INVITE ' +
        'was still pending.',
      bad: [
        file(
          line('# siplint-set time=0.5'),
          invite({ Expires: '<|30|>' }),
          line('# siplint-set time=0.75'),
          response(180, 'INVITE'),
          line('# siplint-set time=50'),
          ok('INVITE'),
        ),
      ],
      good: [
        file(
          line('# siplint-set time=0.5'),
          invite({ Expires: '30' }),
          line('# siplint-set time=0.75'),
          response(180, 'INVITE'),
          line('# siplint-set time=31.5'),
          response(487, 'INVITE'),
        ),
        file(
          line('# siplint-set time=0.5'),
          invite({ Expires: '30' }),
          line('# siplint-set time=0.75'),
          response(180, 'INVITE'),
          line('# siplint-set time=30.5'),
          cancel(),
          line('# siplint-set time=45.5'),
          response(487, 'INVITE'),
        ),
        file(invite({ Expires: '1' }), response(180, 'INVITE'), ok('INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.1' },
      { rfc: 3261, section: '13.3.1' },
      { rfc: 3261, section: '20.19' },
    ],
    since: '0.1.0',
    messages: {
      pending:
        'INVITE expires after {expires} s and is pending after {seconds} s: send CANCEL or answer 487 then, else a phone rings on for a caller who may be gone',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, hops } = transaction;
      const expires = request?.expires;
      // The same request on other hops expires with the first.
      if (!request || expires === undefined || hops[0] !== transaction) return;
      const later = firstBeyond(transaction, request, expires + GRACE);
      const elapsed = later && elapsedBetween(request, later);
      if (!elapsed || isEndedBefore(later, transaction)) return;
      context.report({
        messageId: 'pending',
        in: request,
        at: request.message.field('Expires')?.value,
        data: { expires, seconds: inSeconds(elapsed.seconds) },
        related: [{ message: 'What shows that it was pending', of: later }],
      });
    },
  }),
});

/** The first response or CANCEL behind a number of seconds. */
function firstBeyond(
  { responses, cancel, misfits }: Transaction,
  request: FlowMessage,
  seconds: number,
): FlowMessage | undefined {
  const others = [cancel?.request, ...misfits.map(({ message }) => message)];
  let first: FlowMessage | undefined;
  for (const message of [...responses, ...others]) {
    if (!message || (first && message.index > first.index)) continue;
    if ((elapsedBetween(request, message)?.least ?? 0) > seconds) first = message;
  }
  return first;
}

/** True if a CANCEL or a final response had come before. */
function isEndedBefore({ index }: FlowMessage, { responses, cancel, misfits }: Transaction): boolean {
  if (cancel && cancel.first.index < index) return true;
  const isEnd = (message: FlowMessage) => message.index < index && (message.isFinal || message.method === 'CANCEL');
  return responses.some(isEnd) || misfits.some(({ message }) => isEnd(message));
}
