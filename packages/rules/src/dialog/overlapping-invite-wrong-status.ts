import { defineRule } from '@siplint/core';
import { byAlice, byBob, toAlice, toBob } from '../examples/in-dialog.js';
import { ack, file, invite, line, ok } from '../examples/messages.js';
import { overlappingInvites } from '../shared/dialog/overlapping-invites.js';
import { isOfAnyServer } from '../shared/transaction/any-server-status.js';

const GLARE = [
  invite(),
  ok('INVITE'),
  ack(),
  line('# siplint-set time=5 direction=out'),
  byAlice('INVITE', 314160),
  line('# siplint-set time=5.3 direction=in'),
  byBob('INVITE', 870),
];

export default defineRule({
  meta: {
    id: 'overlapping-invite-wrong-status',
    category: 'dialog',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Refuse an INVITE that meets another one with 491 or 500',
    docs: {
      what:
        'An INVITE that comes while the receiver has one of its own in progress in the dialog gets 491. A second one of the ' +
        'same sender that comes before the first is answered gets 500.',
      why:
        'Both sides wait and try again after a 491, one after the other. With another response each of them believes in a ' +
        'session that the other has not agreed to.',
      falsePositives:
        'Judged is what stands in the file before the response to the first INVITE. Failures that a proxy may have sent, such ' +
        'as 407, 408, 481 or 503, pass.',
      bad: [
        file(
          ...GLARE,
          toBob(200, 'INVITE', 870, { startLine: 'SIP/2.0 <|200|> OK' }),
          byBob('ACK', 870),
          toAlice(491, 'INVITE', 314160),
        ),
      ],
      good: [
        file(...GLARE, toBob(491, 'INVITE', 870), toAlice(491, 'INVITE', 314160)),
        file(...GLARE, toAlice(200, 'INVITE', 314160), byAlice('ACK', 314160), toBob(200, 'INVITE', 870)),
      ],
    },
    references: [
      { rfc: 3261, section: '14.2' },
      { rfc: 3261, section: '21.4.27' },
    ],
    since: '0.1.0',
    messages: {
      status:
        'INVITE {number} came while INVITE {first} of {whose} side was in progress and is answered {found}: answer {expected}, or the two sides end up with different sessions',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['INVITE'] },
  create: () => ({
    dialog(dialog, context) {
      for (const { first, second, isSameSender, firstFinal, secondFinal } of overlappingInvites(dialog)) {
        if (!secondFinal || (firstFinal ? firstFinal.index < secondFinal.index : !dialog.flow.isComplete)) continue;
        const { statusCode } = secondFinal;
        const expected = isSameSender ? 500 : 491;
        if (statusCode === expected || isOfAnyServer(statusCode) || isCancelled(statusCode, second.hops)) continue;
        context.report({
          messageId: 'status',
          in: secondFinal,
          data: {
            number: second.request.cseqNumber,
            first: first.request.cseqNumber,
            whose: isSameSender ? 'the same' : 'the answering',
            found: statusCode,
            expected,
          },
          related: [
            { message: 'The INVITE that this answers', of: second.request },
            { message: 'The INVITE in progress', of: first.request },
          ],
        });
      }
    },
  }),
});

function isCancelled(statusCode: number, hops: readonly { readonly cancel: unknown }[]): boolean {
  return statusCode === 487 && hops.some(({ cancel }) => cancel !== undefined);
}
