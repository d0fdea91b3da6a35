import { defineRule, insertRow, replaceRange } from '@siplint/core';
import { register } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'register-star-without-expires-zero',
    category: 'registration',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send Contact: * only with Expires: 0',
    docs: {
      what:
        'A REGISTER whose Contact is "*" has an Expires header field of 0. It removes all bindings of the address of ' +
        'record, and nothing else can be asked for with "*".',
      why: 'A registrar answers 400 to any other expiration and keeps all bindings: the phone believes that it is logged out.',
      fixSafety: 'Unsafe: it removes all bindings, which may not be what the sender wants.',
      bad: [register({ Contact: '*', Expires: '<|3600|>' }), register({ Contact: '<|*|>', Expires: null })],
      good: [
        register({ m: '*', Expires: '0' }),
        register({ Contact: '*', Expires: '00' }),
        register({ Contact: '"*" <sip:alice@192.0.2.4>', Expires: '3600' }),
      ],
    },
    references: [
      { rfc: 3261, section: '10.2.2' },
      { rfc: 3261, section: '10.3' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      notZero:
        'Contact: * removes all bindings and needs Expires: 0, but Expires is {expires}: the registrar answers 400',
      missing:
        'Contact: * removes all bindings and needs Expires: 0, but there is no Expires: the registrar answers 400',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    headers: {
      Contact(field, context) {
        const star = field.value;
        if (star?.kind !== 'star') return;
        const { message } = context;
        // With another Contact it is contact-star-syntax.
        if (message.field('Contact') !== field || field.nextOfName) return;
        const expires = message.field('Expires');
        if (!expires) {
          if (message.hasUnknownFields) return;
          const edits = [insertRow(message, 'Expires: 0', field)];
          context.report({ messageId: 'missing', at: star, fix: { title: 'Add Expires: 0', edits } });
          return;
        }
        const seconds = expires.value;
        if (!seconds?.value) return;
        context.report({
          messageId: 'notZero',
          at: seconds,
          data: { expires: seconds.text },
          fix: { title: 'Set Expires to 0', edits: [replaceRange(seconds, '0')] },
        });
      },
    },
  }),
});
