import { defineRule } from '@siplint/core';
import { invite, register } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'register-to-not-sip-uri',
    category: 'registration',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Register a SIP or SIPS address of record',
    docs: {
      what: 'The URI in the To of a REGISTER is the address of record and has the scheme sip or sips.',
      why:
        'The registrar stores the bindings under this URI and checks its domain against the Request-URI. A tel URI has no ' +
        'domain: the registrar answers 404, or stores a binding that no call finds.',
      bad: [register({ To: '<<|tel:+358-555-1234567|>>' }), register({ To: '"Alice" <<|urn:service:sos|>>' })],
      good: [
        register({ To: '<sip:+358-555-1234567@example.com;user=phone>' }),
        register({ To: '"tel:5551234" <sips:alice@example.com>' }),
        register({ Contact: '<tel:+358-555-1234567>' }),
        invite({ To: '<tel:+358-555-1234567>' }),
      ],
    },
    references: [{ rfc: 3261, section: '10.2' }],
    winsOver: ['uri-scheme-unregistered'],
    since: '0.1.0',
    messages: {
      notSip:
        'The address of record "{uri}" is no sip or sips URI: the registrar cannot match it with a domain of its own',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    headers: {
      To(field, context) {
        const uri = field.value?.uri;
        if (uri && uri.kind !== 'sip') context.report({ messageId: 'notSip', at: uri, data: { uri: uri.text } });
      },
    },
  }),
});
