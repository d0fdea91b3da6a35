import { defineRule } from '@siplint/core';
import { byAlice, toAlice } from '../examples/in-dialog.js';
import { ack, file, invite, ok } from '../examples/messages.js';
import { overlappingInvites } from '../shared/dialog/overlapping-invites.js';

const TWO_INVITES = [invite(), ok('INVITE'), ack(), byAlice('INVITE', 314160), byAlice('INVITE', 314161)];

export default defineRule({
  meta: {
    id: 'overlapping-invite-retry-after',
    category: 'dialog',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Say in the 500 to a second INVITE when to try again',
    docs: {
      what:
        'The 500 to an INVITE that came before the first one of the same sender was answered has a Retry-After with a random ' +
        'number of seconds from 0 to 10.',
      why: 'Without it the sender takes the 500 for a failure of the server and gives the change of the session up.',
      falsePositives: 'A 500 with another reason in just that situation is reported as well.',
      bad: [
        file(...TWO_INVITES, toAlice(500, 'INVITE', 314161, { startLine: 'SIP/2.0 <|500|> Server Internal Error' })),
        file(...TWO_INVITES, toAlice(500, 'INVITE', 314161, { 'Retry-After': '<|120|>' })),
      ],
      good: [
        file(...TWO_INVITES, toAlice(500, 'INVITE', 314161, { 'Retry-After': '0 (at once)' })),
        file(...TWO_INVITES, toAlice(200, 'INVITE', 314160), toAlice(500, 'INVITE', 314161)),
        file(invite(), ok('INVITE'), ack(), byAlice('INVITE', 314160), toAlice(500, 'INVITE', 314160)),
      ],
    },
    references: [
      { rfc: 3261, section: '14.2' },
      { rfc: 3261, section: '20.33' },
    ],
    since: '0.1.0',
    messages: {
      missing:
        'The 500 to INVITE {number}, which came while INVITE {first} was in progress, lacks Retry-After: without 0 to 10 seconds there the sender gives up instead of trying again',
      tooLong:
        'The 500 to INVITE {number}, which came while INVITE {first} was in progress, has Retry-After {found}: write a random number from 0 to 10, the session cannot be changed before',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['INVITE'], statuses: [500] },
  create: () => ({
    dialog(dialog, context) {
      for (const { first, second, isSameSender, firstFinal, secondFinal } of overlappingInvites(dialog)) {
        if (!isSameSender || secondFinal?.statusCode !== 500) continue;
        if (firstFinal && firstFinal.index < secondFinal.index) continue;
        const data = { number: second.request.cseqNumber, first: first.request.cseqNumber };
        const related = [{ message: 'The INVITE in progress', of: first.request }];
        if (!secondFinal.has('Retry-After')) {
          context.report({ messageId: 'missing', in: secondFinal, data, related });
          continue;
        }
        const seconds = secondFinal.message.field('Retry-After')?.value?.seconds;
        if (seconds?.value === undefined || seconds.value <= LONGEST_WAIT) continue;
        context.report({
          messageId: 'tooLong',
          in: secondFinal,
          at: seconds,
          data: { ...data, found: seconds.text },
          related,
        });
      }
    },
  }),
});

/** In seconds (§14.2). */
const LONGEST_WAIT = 10;
