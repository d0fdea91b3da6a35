import { defineRule, insertAt, type NameAddr, paramOf, type SipMessage } from '@siplint/core';
import { register } from '../examples/messages.js';

const SIPS_TO = { To: '<sips:alice@example.com>' };

export default defineRule({
  meta: {
    id: 'register-contact-not-sips',
    category: 'registration',
    level: 'SHOULD',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Register SIPS contacts for a SIPS address of record',
    docs: {
      what:
        'If the To of a REGISTER is a sips URI, its Contacts are sips URIs too. Contacts of other schemes than SIP, "*" and ' +
        'contacts that are being removed do not count.',
      why:
        'Callers of a sips address rely on TLS on every hop. With a sip contact the last hop is in the clear, so registrars ' +
        'and proxies refuse the binding or the calls to it.',
      falsePositives: 'A sip contact is right where something else than TLS secures the last hop, such as IPsec.',
      fixSafety: 'Unsafe: the device has to be reachable over TLS.',
      bad: [
        register({ ...SIPS_TO, Contact: '<<|sip|>:alice@192.0.2.4>' }),
        register({ ...SIPS_TO, Contact: '<sips:alice@192.0.2.4>, <<|SIP|>:alice@192.0.2.5;transport=tcp>' }),
      ],
      good: [
        register({ ...SIPS_TO, Contact: '<sips:alice@192.0.2.4>' }),
        register({ ...SIPS_TO, Contact: '<tel:+358-555-1234567>' }),
        register({ ...SIPS_TO, Contact: '<sip:alice@192.0.2.4>;expires=0' }),
        register({ ...SIPS_TO, Contact: '<sip:alice@192.0.2.4>', Expires: '0' }),
        register({ Contact: '<sip:alice@192.0.2.4>' }),
      ],
    },
    references: [{ rfc: 3261, section: '10.2.1' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      notSips:
        'The address of record is a sips URI, but the contact is {scheme}: the last hop of its calls is not secured by TLS',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    headers: {
      Contact(field, context) {
        const { message } = context;
        const addressOfRecord = message.field('To')?.value?.uri;
        if (addressOfRecord?.kind !== 'sip' || !addressOfRecord.secure) return;
        for (const { value: contact } of field.values) {
          if (contact?.kind !== 'name-addr') continue;
          const { uri } = contact;
          if (uri?.kind !== 'sip' || uri.secure || isRemoval(contact, message)) continue;
          const scheme = { start: uri.start, end: uri.start + uri.scheme.length };
          context.report({
            messageId: 'notSips',
            at: scheme,
            data: { scheme: message.sourceText(scheme) },
            fix: { title: 'Make it a sips URI', edits: [insertAt(scheme.end, 's')] },
          });
        }
      },
    },
  }),
});

/** True if the binding is asked to expire at once: by its own parameter, or else by the header field (§10.2.2). */
function isRemoval(contact: NameAddr, message: SipMessage): boolean {
  const expires = paramOf(contact, 'expires')?.value;
  return expires === undefined ? message.field('Expires')?.value?.value === 0 : /^0+$/.test(expires);
}
