import { defineRule, paramOf } from '@siplint/core';
import { bye, file, ok } from '../examples/messages.js';
import { tagInUri } from '../shared/dialog/tags.js';
import { hadNoTagBefore, hasOldStyleBranch } from '../shared/message/old-style.js';

export default defineRule({
  meta: {
    id: 'bye-without-dialog-tags',
    category: 'dialog',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give the To of a BYE the tag of the other side',
    docs: {
      what: 'A BYE ends a dialog, which two tags name: its To has the tag that the other side gave itself.',
      why: 'Without the tag the other side finds no dialog and answers 481: the call stays up, and so does its bill.',
      falsePositives:
        'A peer of RFC 2543 has no tag. It is known by a branch without "z9hG4bK" in the topmost Via, or by an earlier ' +
        'message of the same file in which it had none, and then nothing is reported.',
      bad: [bye({ To: '<|<sip:bob@example.net>|>' })],
      good: [
        bye(),
        file(ok('INVITE', { To: '<sip:bob@example.net>' }), bye({ To: '<sip:bob@example.net>' })),
        bye({ To: '<sip:bob@example.net>', Via: 'SIP/2.0/UDP pc33.example.com;branch=1' }),
      ],
    },
    references: [
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '15' },
      { rfc: 3261, section: '15.1.2' },
    ],
    since: '0.1.0',
    messages: {
      toTagMissing:
        'To of the BYE has no tag: the other side finds no dialog for it and answers 481, the call stays up',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['BYE'] },
  create: () => ({
    headers: {
      To(field, context) {
        const to = field.value;
        // A tag inside the angle brackets is tag-inside-uri.
        if (!to || paramOf(to, 'tag') || tagInUri(to)) return;
        const { message } = context;
        if (hasOldStyleBranch(message) || hadNoTagBefore(context.file, message)) return;
        context.report({ messageId: 'toTagMissing', at: to });
      },
    },
  }),
});
