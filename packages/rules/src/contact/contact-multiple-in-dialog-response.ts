import { defineRule } from '@siplint/core';
import { response } from '../examples/messages.js';
import { contactsOf } from '../shared/message/contacts.js';
import { setsRemoteTarget } from '../shared/message/place-in-dialog.js';

export default defineRule({
  meta: {
    id: 'contact-multiple-in-dialog-response',
    category: 'contact',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Give a response that sets up a dialog one Contact value',
    docs: {
      what:
        'A 2xx response to INVITE, and a 101-199 with a To tag, has one Contact value. Redirections, 485 and ' +
        'responses to REGISTER or OPTIONS may list several.',
      why:
        'The caller sends its ACK and all further requests to "the" URI of the Contact header field. Of several it ' +
        'takes any, so the ACK can go to an address that does not know the call.',
      bad: [
        response(200, 'INVITE', { Contact: ['<sip:bob@192.0.2.4>', '<|<sip:bob@192.0.2.5>|>'] }),
        response(180, 'INVITE', { Contact: '<sip:bob@192.0.2.4>, <|<sip:bob@192.0.2.5>|>' }),
      ],
      good: [
        response(302, 'INVITE', { Contact: '<sip:bob@192.0.2.4>, <sip:bob@192.0.2.5>' }),
        response(200, 'REGISTER', { Contact: '<sip:a@192.0.2.4>;expires=60, <sip:a@192.0.2.5>;expires=60' }),
        response(180, 'INVITE', { To: '<sip:bob@example.net>', Contact: '<sip:b@192.0.2.4>, <sip:b@192.0.2.5>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
    ],
    since: '0.1.0',
    messages: {
      several:
        'Response that sets up a dialog has {count} Contact values: the caller may send its ACK to the wrong one',
    },
  },
  appliesTo: { methods: ['INVITE'], statuses: ['101-299'] },
  create: () => ({
    headers: {
      Contact(field, context) {
        const { message } = context;
        if (message.field('Contact') !== field || (!field.nextOfName && field.values.length < 2)) return;
        if (!setsRemoteTarget(message)) return;
        const { count, second, hasStar } = contactsOf(message);
        if (second && !hasStar) context.report({ messageId: 'several', at: second, data: { count } });
      },
    },
  }),
});
