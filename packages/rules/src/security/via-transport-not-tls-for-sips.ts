import { defineRule } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { hasSeveralVias } from '../shared/message/via.js';

/** The transports that are known to run without TLS. */
const INSECURE: ReadonlySet<string> = new Set(['UDP', 'TCP', 'SCTP', 'WS']);

export default defineRule({
  meta: {
    id: 'via-transport-not-tls-for-sips',
    category: 'security',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send requests for sips: URIs over TLS',
    docs: {
      what:
        'A request whose Request-URI is sips: goes over TLS, so its topmost Via says TLS, TLS-SCTP or WSS. A transport that is ' +
        'not known here passes.',
      why:
        'sips: promises the caller that every hop up to the domain of the callee is protected. Over UDP or TCP anybody on the ' +
        'way can read and change the request, and a strict server rejects it.',
      falsePositives:
        'Within the domain of the callee local policy may let another transport pass, so a request with several Vias gives an ' +
        'info only. So may a test bed that has no certificates.',
      bad: [
        invite({
          startLine: 'INVITE sips:bob@example.net SIP/2.0',
          Via: 'SIP/2.0/<|TCP|> pc33.example.com;branch=z9hG4bK776asdhds',
          To: '<sips:bob@example.net>',
          Contact: '<sips:alice@pc33.example.com>',
        }),
      ],
      good: [
        invite({
          startLine: 'INVITE sips:bob@example.net SIP/2.0',
          Via: 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK776asdhds',
          Contact: '<sips:alice@pc33.example.com>',
        }),
        invite({
          startLine: 'INVITE sips:bob@example.net SIP/2.0',
          Via: 'SIP/2.0/wss pc33.invalid;branch=z9hG4bK776asdhds',
          Contact: '<sips:alice@pc33.invalid>',
        }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.2' },
      { rfc: 3261, section: '20.42' },
      { rfc: 3261, section: '26.2.2' },
    ],
    since: '0.1.0',
    messages: {
      insecure: 'This request to a sips: URI says {transport} in its Via: sips: demands TLS on every hop',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    requestLine({ requestUri: { value: uri } }, context) {
      if (uri?.kind !== 'sip' || !uri.secure) return;
      const { message } = context;
      const transport = message.field('Via')?.value?.transport;
      if (!transport || !INSECURE.has(transport.text.toUpperCase())) return;
      const ceiling = hasSeveralVias(message) ? 'info' : undefined;
      context.report({ messageId: 'insecure', at: transport, data: { transport: transport.text }, ceiling });
    },
  }),
});
