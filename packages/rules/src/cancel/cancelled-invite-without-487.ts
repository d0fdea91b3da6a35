import { defineRule, type Transaction } from '@siplint/core';
import { ack, bye, cancel, file, invite, line, ok, response } from '../examples/messages.js';
import { cancellationOf } from '../shared/transaction/cancelled-request.js';
import { elapsedBetween } from '../shared/transaction/elapsed.js';
import { isAnsweredByUserAgent } from '../shared/transaction/user-agent-server.js';

/** Seconds within which the user may have answered or refused the call, as the CANCEL was on its way. */
const CROSSING = 0.5;

export default defineRule({
  meta: {
    id: 'cancelled-invite-without-487',
    category: 'cancel',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'End a cancelled INVITE with 487',
    docs: {
      what: 'Behind a CANCEL that was answered with 200 the INVITE that was pending ends with 487.',
      why:
        'Any other code says that something else happened: a 480 or 486 tells the caller, and who counts calls, that Bob was ' +
        'not to be had, and a 2xx makes a call that nobody wants.',
      falsePositives:
        'The call may have been answered or refused as the CANCEL was on its way, and servers from before RFC 3261 send no 487. ' +
        'Judged is a final response that stands behind the 200 to the CANCEL on the same hop, with time stamps more than 500 ms ' +
        'behind it. A 2xx is an info, and so is what a proxy may have passed on.',
      bad: [
        file(
          invite(),
          response(180, 'INVITE'),
          cancel(),
          ok('CANCEL'),
          response(480, 'INVITE', { startLine: 'SIP/2.0 <|480|> Bob Is Away From His Desk' }),
        ),
      ],
      good: [
        file(invite(), response(180, 'INVITE'), cancel(), ok('CANCEL'), response(487, 'INVITE')),
        file(invite(), response(180, 'INVITE'), cancel(), ok('INVITE'), ok('CANCEL'), ack(), bye(), ok('BYE')),
        file(
          invite(),
          response(180, 'INVITE'),
          cancel(),
          line('# siplint-set time=8.1'),
          ok('CANCEL'),
          line('# siplint-set time=8.2'),
          response(486, 'INVITE'),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '9.1' },
      { rfc: 3261, section: '9.2' },
    ],
    since: '0.1.0',
    messages: {
      other:
        'Response {code} ends an INVITE whose CANCEL was answered with 200: send 487, so that the caller knows the call for cancelled',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['CANCEL'] },
  create: () => ({
    transaction(transaction, context) {
      const { cancel, cancelled } = cancellationOf(transaction) ?? {};
      const { final } = cancelled ?? {};
      const accepted = transaction.final;
      if (!cancel || !final || cancelled?.method !== 'INVITE' || final.statusCode === 487) return;
      if (accepted?.statusCode !== 200 || accepted.index > final.index || final.forwards) return;
      const elapsed = elapsedBetween(accepted, final);
      if (elapsed && elapsed.least <= CROSSING) return;
      context.report({
        messageId: 'other',
        in: final,
        data: { code: final.statusCode },
        related: [
          { message: 'The CANCEL', of: cancel },
          { message: 'The 200 to it', of: accepted },
        ],
        ...(!isOwnFailure(cancelled) && { ceiling: 'info', ceilingAlways: true }),
      });
    },
  }),
});

/** True for a failure of the user agent itself; a proxy says what it gets, and a 2xx may be one that was lost before. */
function isOwnFailure(cancelled: Transaction): boolean {
  return cancelled.final?.isFailure === true && isAnsweredByUserAgent(cancelled);
}
