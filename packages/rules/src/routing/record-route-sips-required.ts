import { defineRule, type NameAddr, type SipMessage, type SipUri } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { hasSeveralVias } from '../shared/message/via.js';

const FORWARDED = [
  'SIP/2.0/TLS p1.example.com;branch=z9hG4bK2d008;received=192.0.2.10',
  'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK776asdhds;received=192.0.2.1',
];
const SECURE = { To: '<sips:bob@example.net>', Contact: '<sips:alice@pc33.example.com>' };

export default defineRule({
  meta: {
    id: 'record-route-sips-required',
    category: 'routing',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Record a SIPS URI for a request to a sips: URI',
    docs: {
      what:
        'A proxy that forwards a request whose Request-URI or topmost Route is sips: puts a sips: URI into Record-Route. It is ' +
        'looked for where the first Record-Route names the host of the topmost Via, so that this proxy wrote both.',
      why: 'With a sip: URI the later requests of the dialog come to the proxy without TLS, though the call was to be protected.',
      falsePositives:
        'A proxy between two networks that records two URIs writes the one for the next network first; that one has to be ' +
        'sips: too.',
      bad: [
        invite({
          ...SECURE,
          startLine: 'INVITE sips:bob@example.net SIP/2.0',
          Via: FORWARDED,
          'Record-Route': '<<|sip|>:p1.example.com;lr>',
        }),
      ],
      good: [
        invite({
          ...SECURE,
          startLine: 'INVITE sips:bob@example.net SIP/2.0',
          Via: FORWARDED,
          'Record-Route': '<sips:p1.example.com;lr>',
        }),
        invite({
          ...SECURE,
          startLine: 'INVITE sips:bob@example.net SIP/2.0',
          Via: FORWARDED,
          'Record-Route': '<sip:p0.example.com;lr>',
        }),
      ],
    },
    references: [{ rfc: 3261, section: '16.6' }],
    since: '0.1.0',
    messages: {
      insecure: 'This request leads to a sips: URI, and {host} records a sip: URI: later requests reach it without TLS',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    headers: {
      'Record-Route'(field, context) {
        const { message } = context;
        const uri = sipUriOf(field.value);
        if (!uri?.host || uri.secure || field !== message.field('Record-Route') || !hasSeveralVias(message)) return;
        if (!leadsToSips(message)) return;
        const host = uri.host.text;
        if (message.field('Via')?.value?.sentBy.host.text.toLowerCase() !== host.toLowerCase()) return;
        const at = { start: uri.start, end: uri.start + uri.scheme.length };
        context.report({ messageId: 'insecure', at, data: { host } });
      },
    },
  }),
});

/** True if the proxy before this hop had to keep the request protected (RFC 3261 §16.6 item 4). */
function leadsToSips(message: SipMessage): boolean {
  const { startLine } = message;
  const target = startLine.kind === 'request' ? startLine.requestUri.value : undefined;
  return (target?.kind === 'sip' && target.secure) || sipUriOf(message.field('Route')?.value)?.secure === true;
}

function sipUriOf(address: NameAddr | undefined): SipUri | undefined {
  return address?.uri?.kind === 'sip' ? address.uri : undefined;
}
