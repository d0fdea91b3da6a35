import { defineRule, type FlowMessage, type Range, replaceRange, type Transaction } from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { hasMagicCookie } from '../shared/message/magic-cookie.js';
import { branchPlaceOf } from '../shared/transaction/branch-place.js';
import { failureAcks } from '../shared/transaction/failure-acks.js';

export default defineRule({
  meta: {
    id: 'ack-non-2xx-via-mismatch',
    category: 'transaction',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give the ACK to a failure the topmost Via of its INVITE, and no other',
    docs: {
      what:
        'The ACK to a 300-699 response has one Via, and that is the topmost Via of the INVITE with its branch. An ACK with ' +
        'further Vias, as its INVITE had them, is an info only.',
      why:
        'The server finds the transaction by the branch. With another one the ACK acknowledges nothing: the server sends its ' +
        'response again for 32 seconds.',
      falsePositives:
        'A stateless proxy adds a Via of its own to the ACK, as it does to the INVITE: where the file shows the ACK on the hop ' +
        'before, nothing is reported.',
      fixSafety: 'Unsafe: the branch of the INVITE may have been meant to be another.',
      bad: [
        file(
          invite(),
          response(404, 'INVITE'),
          failureAck({ Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhds-ack|>' }),
        ),
        file(
          invite(),
          response(404, 'INVITE'),
          failureAck({
            Via: [
              'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite',
              '<|SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1d32hash4|>',
            ],
          }),
        ),
      ],
      good: [
        file(
          invite(),
          response(404, 'INVITE'),
          failureAck({ Via: 'SIP/2.0/UDP PC33.example.com;branch=z9hG4bK776asdhds-invite' }),
        ),
        file(
          invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=1' }),
          response(404, 'INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=1;received=192.0.2.1' }),
          failureAck({ Via: 'SIP/2.0/UDP pc33.example.com;branch=2' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.7' },
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '17.1.1.3' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      branch:
        'Branch "{found}" of the ACK is not "{expected}" of its INVITE: the server does not match it and repeats the {code}',
      several:
        'The ACK to a {code} has more than one Via: who sends it puts in only the topmost Via of the INVITE, so the next element takes it for forwarded',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction(transaction, context) {
      const { request: invite } = transaction;
      if (!invite) return;
      for (const { ack, response } of failureAcks(transaction)) {
        if (ack.viaCount < 2 || !ack.isViaSound) continue;
        context.report({
          messageId: 'several',
          in: ack,
          at: secondVia(ack),
          data: { code: response.statusCode },
          related: [{ message: 'The INVITE', of: invite }],
          // A stateless proxy on the way adds as many to the one as to the other.
          ...(invite.viaCount === ack.viaCount && { ceiling: 'info', ceilingAlways: true }),
        });
      }
      const misfit = misfitAck(transaction);
      const response = transaction.final;
      if (!misfit || !response) return;
      const found = branchPlaceOf(misfit);
      const expected = branchPlaceOf(invite);
      if (!found || !expected || !hasMagicCookie(expected.text)) return;
      context.report({
        messageId: 'branch',
        in: misfit,
        at: found,
        data: { found: found.text, expected: expected.text, code: response.statusCode },
        related: [{ message: 'The branch of the INVITE', of: invite, at: expected }],
        fix: { title: 'Copy the branch of the INVITE', edits: [replaceRange(found, expected.text)] },
        ...(misfit.viaCount > 1 && { ceiling: 'info', ceilingAlways: true }),
      });
    },
  }),
});

/** The ACK that has all but the branch of the INVITE; one that stands before the failure is for no final response. */
function misfitAck({ misfits, final }: Transaction): FlowMessage | undefined {
  const ack = misfits.find(({ message }) => message.method === 'ACK')?.message;
  return ack && final && ack.index > final.index ? ack : undefined;
}

function secondVia({ message }: FlowMessage): Range | undefined {
  const row = message.field('Via');
  return row?.values[1] ?? row?.nextOfName?.values[0];
}
