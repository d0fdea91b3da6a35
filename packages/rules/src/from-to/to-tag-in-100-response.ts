import { defineRule, paramOf, removeParam } from '@siplint/core';
import { file, invite, request, response } from '../examples/messages.js';

const TAGGED = { To: '<sip:bob@example.net>;tag=8321234356' };

export default defineRule({
  meta: {
    id: 'to-tag-in-100-response',
    category: 'from-to',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Send 100 Trying without a To tag of its own',
    docs: {
      what: 'A 100 response to a request without a To tag has none either.',
      why:
        'A 100 comes from the next hop, often a proxy, and makes no dialog. A tag in it names a party that takes no part in ' +
        'the call, and clients that go by it make a dialog that nobody knows.',
      falsePositives: 'A user agent server that answers the call itself does no harm by it.',
      fixSafety: 'Unsafe: a test may rely on the tag.',
      bad: [file(invite(), response(100, 'INVITE', { To: '<sip:bob@example.net>;<|tag=8321234356|>' }))],
      good: [
        file(invite(), response(100, 'INVITE')),
        file(request('UPDATE'), response(100, 'UPDATE', TAGGED)),
        response(100, 'INVITE', TAGGED),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '17.2.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      added: 'To tag {tag} in a 100 response, though the {method} has none: a 100 makes no dialog, send it without',
    },
  },
  appliesTo: { statuses: [100] },
  create: () => ({
    transaction({ request, responses, method }, context) {
      if (!request?.to || request.toTag !== undefined) return;
      const trying = responses.find(({ statusCode, toTag }) => statusCode === 100 && toTag !== undefined);
      const to = trying?.message.field('To')?.value;
      const tag = to && paramOf(to, 'tag');
      if (!tag) return;
      context.report({
        messageId: 'added',
        in: trying,
        at: tag,
        data: { tag: tag.value ?? '', method },
        related: [{ message: 'The request that it answers', of: request, at: request.message.field('To')?.value }],
        fix: { title: 'Remove the tag', edits: [removeParam(trying.message, tag)] },
      });
    },
  }),
});
