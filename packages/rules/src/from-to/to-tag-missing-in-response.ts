import { defineRule, paramOf } from '@siplint/core';
import { ok, response } from '../examples/messages.js';
import { tagInUri } from '../shared/dialog/tags.js';
import { hasOldStyleBranch } from '../shared/message/old-style.js';

export default defineRule({
  meta: {
    id: 'to-tag-missing-in-response',
    category: 'from-to',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give the To of every response but 100 a tag',
    docs: {
      what:
        'Every response but 100 Trying has a tag in To. The server that answers adds one if the request has none, also to ' +
        'a 200 for a CANCEL and to a failure.',
      why:
        'The tag tells which of several user agents answered. Without it no dialog comes about: ACK, BYE and re-INVITE ' +
        'have no To tag either, and answers of a forked call cannot be told apart.',
      falsePositives:
        'RFC 2543 servers added none, and clients have to cope. A response to a request without a "z9hG4bK" branch in the ' +
        'same file is an info; one to a request without To is not judged.',
      bad: [ok('INVITE', { To: '<|<sip:bob@example.net>|>' }), ok('CANCEL', { To: '<|sip:bob@example.net;x=1|>' })],
      good: [
        response(100, 'INVITE', { To: '<sip:bob@example.net>' }),
        response(486, 'INVITE', { To: 'sip:bob@example.net;tag=8321234356' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '16.7' },
    ],
    since: '0.1.0',
    messages: {
      missing: 'Response {status} has no To tag: the client cannot tell who answered, and no dialog comes about',
    },
  },
  appliesTo: { statuses: ['101-699'] },
  create: () => ({
    headers: {
      To({ value: to }, context) {
        if (!to || paramOf(to, 'tag') || tagInUri(to)) return;
        const { message } = context;
        const request = context.file.requestOf(message);
        if (request && !request.has('To')) return;
        const callId = message.field('Call-ID')?.rawValue ?? '';
        const cseq = message.field('CSeq')?.rawValue ?? '';
        // A retransmission says the same again.
        if (!context.once(`${callId} ${cseq} ${message.statusCode}`)) return;
        const ceiling = request && hasOldStyleBranch(request) ? 'info' : undefined;
        context.report({ messageId: 'missing', at: to, data: { status: message.statusCode }, ceiling });
      },
    },
  }),
});
