import { defineRule, paramOf } from '@siplint/core';
import { bye } from '../examples/messages.js';
import { valueRange } from '../shared/values/quoted-param.js';

export default defineRule({
  meta: {
    id: 'from-to-tags-identical',
    category: 'from-to',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Give each side of a dialog a tag of its own',
    docs: {
      what:
        'The From tag and the To tag of a message differ, since each user agent draws its own at random, even one that ' +
        'calls itself. Case does not matter.',
      why:
        'A user agent that calls itself cannot tell the two ends apart, and a server that copies the tag of the caller ' +
        'gives all branches of a forked call the same dialog.',
      falsePositives: 'Reported once a dialog, on the first message that has both tags.',
      bad: [bye({ From: '<sip:alice@example.com>;tag=19283017', To: '<sip:bob@example.net>;tag=<|19283017|>' })],
      good: [bye({ From: '<sip:alice@example.com>;tag=19283017', To: '<sip:bob@example.net>;tag=a6c85cf1' })],
    },
    references: [{ rfc: 3261, section: '19.3' }],
    since: '0.1.0',
    messages: {
      identical: 'To has the same tag "{tag}" as From: each side has to draw its own, or the ends of the dialog mix up',
    },
  },
  create: () => ({
    headers: {
      To({ value: to }, context) {
        const { message } = context;
        const from = message.field('From')?.value;
        const toTag = to && paramOf(to, 'tag');
        const fromTag = from && paramOf(from, 'tag');
        if (!toTag?.value || !fromTag?.value || !isSameTag(toTag.value, fromTag.value)) return;
        if (!context.once(`${message.field('Call-ID')?.rawValue ?? ''} ${toTag.value.toLowerCase()}`)) return;
        context.report({
          messageId: 'identical',
          at: valueRange(toTag),
          data: { tag: toTag.value },
          related: [{ message: 'the From tag', at: valueRange(fromTag) }],
        });
      },
    },
  }),
});

/** Tags are tokens, which compare without case (RFC 3261 §7.3.1). */
function isSameTag(a: string, b: string): boolean {
  return a.length === b.length && (a === b || a.toLowerCase() === b.toLowerCase());
}
