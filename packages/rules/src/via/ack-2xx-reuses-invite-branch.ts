import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { ack, file, invite, ok, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { hasMagicCookie } from '../shared/message/magic-cookie.js';
import { branchPlaceOf } from '../shared/transaction/branch-place.js';

export default defineRule({
  meta: {
    id: 'ack-2xx-reuses-invite-branch',
    category: 'via',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give the ACK to a 2xx a branch of its own',
    docs: {
      what:
        'The ACK to a 2xx is a transaction of its own, so the branch of its topmost Via is not that of the INVITE. Behind a ' +
        'proxy it is an info only.',
      why:
        'Elements on the way take the ACK for that to a failure, which is not forwarded. It ends there, and the callee repeats ' +
        'its 2xx and hangs up after 32 seconds.',
      falsePositives:
        'Only branches with the magic cookie are judged, and only an ACK whose To tag is that of a 2xx in the file.',
      bad: [
        file(invite(), ok('INVITE'), ack({ Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhds-invite|>' })),
      ],
      good: [
        file(invite(), ok('INVITE'), ack()),
        file(invite(), response(486, 'INVITE'), failureAck()),
        file(
          invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=1' }),
          ok('INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=1;received=192.0.2.1' }),
          ack({ Via: 'SIP/2.0/UDP pc33.example.com;branch=1' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.7' },
      { rfc: 3261, section: '13.2.2.4' },
      { rfc: 3261, section: '17' },
      { rfc: 3261, section: '17.1.1.3' },
    ],
    since: '0.1.0',
    messages: {
      reused:
        'The ACK to the {code} has branch "{branch}" of its INVITE: proxies take it for the ACK to a failure and do not forward it, make a new branch',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction({ request: ack, method, sharesBranchWith: invite, upstream }, context) {
      if (method !== 'ACK' || !ack || !invite?.request || !hasMagicCookie(ack.branch)) return;
      // A proxy that keeps no state makes the branch from the one that it received (§16.11).
      if (upstream?.sharesBranchWith) return;
      const success = acceptedBy(invite, ack);
      const found = success && branchPlaceOf(ack);
      if (!found || !context.once(invite.branchKey)) return;
      context.report({
        messageId: 'reused',
        in: ack,
        at: found,
        data: { code: success.statusCode, branch: found.text },
        related: [{ message: 'The INVITE', of: invite.request, at: branchPlaceOf(invite.request) }],
        ceiling: ack.viaCount > 1 ? 'info' : undefined,
      });
    },
  }),
});

/** The 2xx that the ACK is for by its To tag; undefined if a failure has the same tag. */
function acceptedBy({ responses }: Transaction, ack: FlowMessage): FlowMessage | undefined {
  const finals = responses.filter(({ isFinal, toTag, index }) => isFinal && toTag === ack.toTag && index < ack.index);
  return finals.every(({ isSuccess }) => isSuccess) ? finals[0] : undefined;
}
