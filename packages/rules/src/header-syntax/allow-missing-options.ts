import { defineRule } from '@siplint/core';
import { invite, ok, options, response } from '../examples/messages.js';
import { appendMethods, isReadable, lists } from '../shared/message/allow.js';
import { senderOf } from '../shared/message/sender.js';

export default defineRule({
  meta: {
    id: 'allow-missing-options',
    category: 'header-syntax',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'List OPTIONS in an Allow that has INVITE',
    docs: {
      what:
        'An Allow names every method that the user agent understands, and every user agent understands OPTIONS, so OPTIONS ' +
        'stands in the list.',
      why:
        'Servers find out with OPTIONS whether a user agent is alive and what it can do. One that believes the list does ' +
        'not ask, and may take the user agent for dead.',
      falsePositives:
        'Only an Allow with INVITE in requests and 1xx and 2xx responses is judged, once a sender and file: the Allow of a ' +
        '405 and of other failures tells what is valid for one address, or comes from a proxy.',
      fixSafety: 'Unsafe: whether the user agent understands OPTIONS is for its makers to say.',
      bad: [
        invite({ Allow: '<|INVITE, ACK, CANCEL, BYE|>' }),
        ok('INVITE', { Allow: ['<|INVITE, ACK|>', 'CANCEL, BYE, UPDATE'] }),
      ],
      good: [
        invite({ Allow: ['INVITE, ACK, CANCEL', 'BYE, OPTIONS'] }),
        options({ Allow: 'MESSAGE' }),
        response(405, 'INFO', { Allow: 'INVITE, ACK, CANCEL, BYE' }),
      ],
    },
    references: [
      { rfc: 3261, section: '11' },
      { rfc: 3261, section: '20.5' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing: 'Allow lists INVITE without OPTIONS: peers may take it that they cannot ask the sender what it can do',
    },
  },
  create: () => ({
    headers: {
      Allow(field, context) {
        const { message } = context;
        if (message.field('Allow') !== field || message.statusCode >= 300 || message.hasUnknownFields) return;
        if (lists(field, 'OPTIONS') || !lists(field, 'INVITE') || !isReadable(field)) return;
        // One in another case is reported as such.
        for (const { text } of message.valuesOf('Allow')) if (text.toUpperCase() === 'OPTIONS') return;
        if (!context.once(senderOf(message))) return;
        context.report({ messageId: 'missing', at: field.valueRange, fix: appendMethods(field, ['OPTIONS']) });
      },
    },
  }),
});
