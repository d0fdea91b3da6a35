import { defineRule, type Host, type Uri } from '@siplint/core';
import { register } from '../examples/messages.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

/** The host of the address by which all registrars of a network are asked (RFC 3261 §10.2.6). */
const ALL_REGISTRARS = 'sip.mcast.net';

export default defineRule({
  meta: {
    id: 'register-domain-mismatch',
    category: 'registration',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Register at a registrar of your own domain',
    docs: {
      what:
        'The domain of To is that of the Request-URI, or one lies below the other. Requests with an IP address in either ' +
        'are not judged, nor those to sip.mcast.net, the address of all registrars. It is reported once a Call-ID.',
      why:
        'The Request-URI names the domain whose registrar is asked, To the user to register. A registrar answers 404 for a ' +
        'user of a domain that it does not know.',
      falsePositives: 'A registrar may serve several domains under one name.',
      bad: [register({ startLine: 'REGISTER sip:example.net SIP/2.0', To: '<sip:alice@<|example.com|>>' })],
      good: [
        register({ startLine: 'REGISTER sip:sip.example.com SIP/2.0', To: '<sip:alice@example.com>' }),
        register({ startLine: 'REGISTER sip:EXAMPLE.com. SIP/2.0', To: '<sip:alice@uk.example.com>' }),
        register({ startLine: 'REGISTER sip:192.0.2.7 SIP/2.0', To: '<sip:alice@example.com>' }),
        register({ startLine: 'REGISTER sip:sip.mcast.net SIP/2.0' }),
      ],
    },
    references: [
      { rfc: 3261, section: '10.1' },
      { rfc: 3261, section: '10.2.6' },
      { rfc: 3261, section: '10.3' },
    ],
    since: '0.1.0',
    messages: {
      foreign: '{domain} is no domain of the registrar {registrar}: unless that serves it too, it answers 404',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    headers: {
      To(field, context) {
        const { message } = context;
        const { startLine } = message;
        if (startLine.kind !== 'request') return;
        const registrar = domainOf(startLine.requestUri.value);
        const domain = domainOf(field.value?.uri);
        if (!registrar || !domain || areRelated(nameOf(registrar), nameOf(domain))) return;
        if (holdsPlaceholder(message, registrar) || !isFirstInCall(context, '')) return;
        context.report({
          messageId: 'foreign',
          at: domain,
          data: { domain: domain.text, registrar: registrar.text },
        });
      },
    },
  }),
});

/** The host of a SIP URI, if that is a name. */
function domainOf(uri: Uri | undefined): Host | undefined {
  return uri?.kind === 'sip' && uri.host?.kind === 'name' ? uri.host : undefined;
}

function nameOf({ text }: Host): string {
  return (text.endsWith('.') ? text.slice(0, -1) : text).toLowerCase();
}

/** True if a registrar is asked for its own domain, one above or below it, or for any. */
function areRelated(a: string, b: string): boolean {
  return a === b || a === ALL_REGISTRARS || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
