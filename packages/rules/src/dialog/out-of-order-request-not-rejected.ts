import { type Dialog, type DialogSide, defineRule, type FlowMessage } from '@siplint/core';
import { byAlice, toAlice } from '../examples/in-dialog.js';
import { ack, file, invite, line, ok } from '../examples/messages.js';
import { firstFinalOf, isCountedUp, requestsOf } from '../shared/dialog/dialog-requests.js';
import { isNumberContradicted } from '../shared/transaction/contradicted-request.js';
import { hopKey } from '../shared/transaction/hop-key.js';
import { cseqDigitsOf } from '../shared/transaction/places-in-flow.js';

/** A request that a later one has overtaken on its way. */
const OVERTAKEN = [
  invite(),
  ok('INVITE'),
  ack(),
  line('# siplint-set time=5'),
  byAlice('INFO', 314161),
  toAlice(200, 'INFO', 314161),
  line('# siplint-set time=5.4'),
  byAlice('INFO', 314160),
];

export default defineRule({
  meta: {
    id: 'out-of-order-request-not-rejected',
    category: 'dialog',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Refuse a request in a dialog that comes out of order with 500',
    docs: {
      what:
        'A request in a dialog whose CSeq number is lower than that of one accepted before from the same side is answered with ' +
        '500: it has come too late.',
      why: 'What the late request changes was meant to hold before the later one, so the two sides end up in different states.',
      falsePositives:
        'Judged are requests that come when the higher number has its 2xx already, as seen on the same hop. What a server may ' +
        'refuse before it looks at the number is no finding.',
      bad: [file(...OVERTAKEN, toAlice(200, 'INFO', 314160, { startLine: 'SIP/2.0 <|200|> OK' }))],
      good: [
        file(...OVERTAKEN, toAlice(500, 'INFO', 314160)),
        file(
          ...[invite(), ok('INVITE'), ack(), byAlice('INFO', 314161), byAlice('INFO', 314160)],
          ...[toAlice(200, 'INFO', 314161), toAlice(200, 'INFO', 314160)],
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '12.2.2' },
      { rfc: 3261, section: '15.1.2' },
    ],
    since: '0.1.0',
    messages: {
      accepted:
        '{method} with CSeq number {found} is accepted although {last} of the same side was before: the two sides end up in different states, answer 500',
    },
  },
  appliesTo: { kinds: ['response'], statuses: ['200-299'] },
  create: () => ({
    dialog(dialog, context) {
      if (isCountedUp(dialog)) return;
      for (const { late, answer, accepted } of acceptedLate(dialog)) {
        context.report({
          messageId: 'accepted',
          in: answer,
          data: { method: late.method, found: late.cseqNumber, last: accepted.cseqNumber },
          related: [
            { message: 'The request that this answers', of: late, at: cseqDigitsOf(late) },
            { message: 'The request accepted before', of: accepted, at: cseqDigitsOf(accepted) },
          ],
        });
      }
    },
  }),
});

interface AcceptedLate {
  readonly late: FlowMessage;
  readonly answer: FlowMessage;
  readonly accepted: FlowMessage;
}

/** Requests that got a 2xx though one with a higher number from the same element had its own before they came. */
function acceptedLate(dialog: Dialog): AcceptedLate[] {
  const found: AcceptedLate[] = [];
  const last = new Map<DialogSide, FlowMessage>();
  for (const one of requestsOf(dialog)) {
    const { request, sender } = one;
    const accepted = last.get(sender);
    const answer = firstFinalOf(one);
    if (!answer?.isSuccess || one.hops.some(isNumberContradicted)) continue;
    if (!accepted || request.cseqNumber >= accepted.cseqNumber) last.set(sender, request);
    else if (hopKey(accepted) === hopKey(request) && wasAnsweredBefore(accepted, request)) {
      found.push({ late: request, answer, accepted });
    }
  }
  return found;
}

function wasAnsweredBefore(accepted: FlowMessage, { index }: FlowMessage): boolean {
  return accepted.transaction?.responses.some((response) => response.isSuccess && response.index < index) === true;
}
