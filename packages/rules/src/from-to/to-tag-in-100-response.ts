import { defineRule, paramOf, removeParam } from '@siplint/core';
import { byAlice, toAlice } from '../examples/in-dialog.js';
import { file, invite, response } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'to-tag-in-100-response',
    category: 'from-to',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Add no To tag to a 100',
    docs: {
      what: 'A 100 (Trying) to a request without a tag in To has none either.',
      why:
        'A 100 is sent by the next hop, often before anybody knows who will answer. A tag in it is that of no dialog, and stacks ' +
        'that keep it send their next request into the void.',
      fixSafety: 'Unsafe: a server that adds the tag may use it in its other responses too.',
      bad: [file(invite(), response(100, 'INVITE', { To: '<sip:bob@example.net>;<|tag=8321234356|>' }))],
      good: [
        file(invite(), response(100, 'INVITE')),
        file(byAlice('INVITE', 314160), toAlice(100, 'INVITE', 314160)),
        response(100, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '17.2.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: { present: 'The 100 has tag {tag} in To, the request has none: it is the tag of no dialog' },
  },
  appliesTo: { statuses: [100] },
  create: () => ({
    transaction({ request, responses }, context) {
      if (!request || request.toTag !== undefined) return;
      const trying = responses.find(({ statusCode, toTag }) => statusCode === 100 && toTag !== undefined);
      if (!trying) return;
      const { message } = trying;
      const to = message.field('To')?.value;
      const tag = to && paramOf(to, 'tag');
      if (!tag) return;
      context.report({
        messageId: 'present',
        in: trying,
        at: tag,
        data: { tag: trying.toTag ?? '' },
        related: [{ message: 'The request that this answers', of: request, at: request.message.field('To')?.value }],
        fix: { title: 'Remove the tag', edits: [removeParam(message, tag)] },
      });
    },
  }),
});
