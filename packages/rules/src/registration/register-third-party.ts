import { compareUris, defineRule, type SipUri, sipUriWith } from '@siplint/core';
import { options, register } from '../examples/messages.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'register-third-party',
    category: 'registration',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Register yourself: From and To of a REGISTER are equal',
    docs: {
      what:
        'The SIP URIs in From and To of a REGISTER are equal, unless somebody registers another user; that one of them is a ' +
        'SIPS URI does not count. It is reported once a Call-ID.',
      why:
        'To names the user who is registered, From who asks for it. A registrar refuses a third party that it has not ' +
        'authorised with 403, and a phone that mixes up two accounts lands there.',
      falsePositives: 'Registering on behalf of others is legal: servers do it for their users.',
      bad: [register({ From: '<<|sip:bob@example.com|>>;tag=456248x' })],
      good: [
        register({ From: '"A" <sip:alice@EXAMPLE.com>;tag=456248x' }),
        register({ From: 'sip:%61lice@example.com;tag=456248x' }),
        register({ From: '<sips:alice@example.com>;tag=456248x' }),
        options(),
      ],
    },
    references: [{ rfc: 3261, section: '10.2' }],
    since: '0.1.0',
    messages: {
      different: 'From asks to register another user, {to}: the registrar refuses that unless it trusts the sender',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    headers: {
      From(field, context) {
        const { message } = context;
        const from = field.value?.uri;
        const to = message.field('To')?.value?.uri;
        // A user of another scheme is not one that can register.
        if (from?.kind !== 'sip' || to?.kind !== 'sip' || areOfOneUser(from, to)) return;
        if (!isFirstInCall(context, '')) return;
        context.report({ messageId: 'different', at: from, data: { to: message.sourceText(to) } });
      },
    },
  }),
});

/** True if the URIs are equal but for the demand of TLS in one of them, or may be. */
function areOfOneUser(from: SipUri, to: SipUri): boolean {
  if (compareUris(from, to) !== 'different') return true;
  return from.secure !== to.secure && compareUris(from, sipUriWith(to, { secure: from.secure })) !== 'different';
}
