import { defineRule } from '@siplint/core';
import { invite, ok, options, response } from '../examples/messages.js';
import { appendMethods, isReadable, lists } from '../shared/message/allow.js';
import { senderOf } from '../shared/message/sender.js';

/** What every user agent with INVITE understands as well (RFC 3261 §13.1). */
const METHODS_OF_A_CALL = ['ACK', 'CANCEL', 'BYE'];

export default defineRule({
  meta: {
    id: 'allow-incomplete-for-invite',
    category: 'header-syntax',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'List ACK, CANCEL and BYE in an Allow that has INVITE',
    docs: {
      what:
        'An Allow names every method that the user agent understands. One with INVITE understands ACK, CANCEL and BYE, so ' +
        'they stand in the list too.',
      why:
        'A peer may take a method that is not listed for one that is not understood: it does not cancel a call, or ends it ' +
        'by other means than BYE.',
      falsePositives:
        'Only requests and 1xx and 2xx responses are judged, once a sender and file: the Allow of a 405 and of other ' +
        'failures tells what is valid for one address, or comes from a proxy.',
      fixSafety: 'Unsafe: whether the user agent understands the methods is for its makers to say.',
      bad: [
        invite({ Allow: '<|INVITE, BYE, OPTIONS|>' }),
        ok('OPTIONS', { Allow: ['<|INVITE, ACK|>', 'BYE, OPTIONS'] }),
      ],
      good: [
        invite({ Allow: ['INVITE, ACK', 'CANCEL, BYE'] }),
        options({ Allow: 'OPTIONS, MESSAGE' }),
        options({ Allow: '' }),
        response(405, 'INFO', { Allow: 'INVITE, OPTIONS' }),
      ],
    },
    references: [
      { rfc: 3261, section: '13.1' },
      { rfc: 3261, section: '13.2.1' },
      { rfc: 3261, section: '20.5' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      incomplete:
        'Allow lists INVITE without {missing}: peers may take it that the sender does not understand {missing}',
    },
    winsOver: ['allow-missing-options'],
  },
  create: () => ({
    headers: {
      Allow(field, context) {
        const { message } = context;
        if (message.field('Allow') !== field || message.statusCode >= 300 || message.hasUnknownFields) return;
        if (METHODS_OF_A_CALL.every((method) => lists(field, method))) return;
        if (!lists(field, 'INVITE') || !isReadable(field)) return;
        const missing = METHODS_OF_A_CALL.filter((method) => !lists(field, method));
        if (!context.once(senderOf(message))) return;
        context.report({
          messageId: 'incomplete',
          at: field.valueRange,
          data: { missing: missing.join(', ') },
          fix: appendMethods(field, missing),
        });
      },
    },
  }),
});
