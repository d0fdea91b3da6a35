import { defineRule } from '@siplint/core';
import { response } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'allow-in-405-lists-rejected-method',
    category: 'header-presence',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Leave the refused method out of the Allow of a 405',
    docs: {
      what: 'The Allow of a 405 response does not list the method of its CSeq, which is the one that was just refused.',
      why:
        'Allow names the methods that the address supports. A 405 that lists the refused one contradicts itself, and ' +
        'a client that trusts the list sends the same request again.',
      falsePositives:
        'A server that writes one Allow into all of its responses is usually harmless; a 403 or 488 may be what it means.',
      bad: [response(405, 'MESSAGE', { Allow: 'INVITE, ACK, CANCEL, BYE, <|MESSAGE|>' })],
      good: [
        response(405, 'MESSAGE', { Allow: 'INVITE, ACK, CANCEL, BYE' }),
        response(405, 'MESSAGE', { Allow: 'INVITE, message' }),
        response(200, 'MESSAGE', { Allow: 'INVITE, MESSAGE' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.1' },
      { rfc: 3261, section: '21.4.6' },
    ],
    since: '0.1.0',
    messages: { listed: 'Allow lists {method}, the method that this 405 refuses: a client may send it again' },
  },
  appliesTo: { statuses: [405] },
  create: () => ({
    headers: {
      Allow(field, context) {
        const { message } = context;
        const { method } = message;
        if (message.field('Allow') !== field) return;
        for (const allowed of message.valuesOf('Allow')) {
          if (allowed.text !== method) continue;
          context.report({ messageId: 'listed', at: allowed, data: { method } });
          return;
        }
      },
    },
  }),
});
