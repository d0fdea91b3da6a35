import { defineRule, paramOf, removeParam } from '@siplint/core';
import { invite, register } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'contact-action-parameter-deprecated',
    category: 'registration',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: ['recommended'],
    title: 'Do not use the action parameter of Contact',
    docs: {
      what: 'A Contact of a REGISTER has no action parameter.',
      why:
        'With action=proxy or action=redirect a client of RFC 2543 told the registrar how to treat its calls. RFC 3261 ' +
        'deprecates it: registrars ignore it, so calls do not go the way that the client asks for.',
      fixSafety: 'Safe: a registrar of RFC 3261 ignores the parameter.',
      bad: [register({ Contact: '<sip:alice@192.0.2.4>;<|action=proxy|>' })],
      good: [
        register({ Contact: '<sip:alice@192.0.2.4>;q=0.7' }),
        register({ Contact: '<sip:alice@192.0.2.4;action=proxy>' }),
        invite({ Contact: '<sip:alice@192.0.2.4>;action=redirect' }),
      ],
    },
    references: [{ rfc: 3261, section: '10.2' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: { deprecated: 'The Contact parameter {param} is deprecated: registrars ignore it, so leave it out' },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    headers: {
      Contact(field, context) {
        const { message } = context;
        for (const { value: contact } of field.values) {
          const action = contact && paramOf(contact, 'action');
          if (!action) continue;
          context.report({
            messageId: 'deprecated',
            at: action,
            data: { param: message.sourceText(action) },
            fix: { title: 'Remove the action parameter', edits: [removeParam(message, action)] },
          });
        }
      },
    },
  }),
});
