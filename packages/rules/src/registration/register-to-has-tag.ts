import { defineRule, paramOf, removeParam } from '@siplint/core';
import { bye, ok, register } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'register-to-has-tag',
    category: 'registration',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send a REGISTER without a To tag',
    docs: {
      what: 'The To of a REGISTER has no tag, not even when the registration is refreshed.',
      why:
        'A REGISTER never belongs to a dialog, and a To tag says that it does. A registrar that looks for the dialog ' +
        'answers 481, and the phone goes offline when its binding expires.',
      fixSafety: 'Unsafe: the tag also stands in the responses to this request.',
      bad: [
        register({ To: '<sip:alice@example.com>;<|tag=2493k59kd|>' }),
        register({ To: 'Alice <sip:alice@example.com>;x=1;<|TAG=a|>' }),
      ],
      good: [
        register({ To: '<sip:alice@example.com>' }),
        register({ To: '<sip:alice@example.com;tag=1>' }),
        ok('REGISTER', { To: '<sip:alice@example.com>;tag=2493k59kd' }),
        bye(),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.2' },
      { rfc: 3261, section: '10.2' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      hasTag:
        'A REGISTER is outside of any dialog, but its To has {tag}: the registrar may answer 481 for an unknown dialog',
    },
    winsOver: ['tag-too-short'],
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    headers: {
      To(field, context) {
        const tag = field.value && paramOf(field.value, 'tag');
        if (!tag) return;
        context.report({
          messageId: 'hasTag',
          at: tag,
          data: { tag: context.message.sourceText(tag) },
          fix: { title: 'Remove the tag', edits: [removeParam(context.message, tag)] },
        });
      },
    },
  }),
});
