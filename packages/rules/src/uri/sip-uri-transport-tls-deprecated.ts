import { defineRule, paramOf } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isDisallowed, uriContextOf } from '../shared/address/uri-context.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { valueRange } from '../shared/values/quoted-param.js';

const SECURE = {
  Via: 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK776asdhds',
  Contact: '<sips:alice@pc33.example.com>',
} as const;

export default defineRule({
  meta: {
    id: 'sip-uri-transport-tls-deprecated',
    category: 'uri',
    level: 'advice',
    severity: 'info',
    presets: [],
    title: 'Use the scheme sips instead of transport=tls',
    docs: {
      what:
        'No SIP or SIPS URI has transport=tls. For TLS the scheme is sips, and the transport that stands beside it is tcp or ' +
        'left out. It is reported once a call for each URI.',
      why:
        'transport=tls speaks for one hop only, and RFC 3261 deprecated it: elements that go by the RFC do not know it and ' +
        'send over UDP or TCP in clear text. A sips URI asks for TLS on all hops.',
      falsePositives: 'It is very common, and works between elements that all know it.',
      bad: [
        invite({ Contact: '<sip:alice@pc33.example.com;transport=<|tls|>>' }),
        options({
          startLine: 'OPTIONS sips:bob@example.net;transport=<|TLS|> SIP/2.0',
          To: '<sips:bob@example.net>',
          ...SECURE,
        }),
      ],
      good: [
        options({
          startLine: 'OPTIONS sips:bob@example.net;transport=tcp SIP/2.0',
          To: '<sips:bob@example.net>',
          ...SECURE,
        }),
        invite({ Via: 'SIP/2.0/TLS pc33.example.com;branch=z9hG4bK776asdhds' }),
        invite({ Contact: '<sip:alice@pc33.example.com>;transport=tls' }),
      ],
    },
    references: [{ rfc: 3261, section: '26.2.2' }],
    since: '0.1.0',
    messages: {
      sip: 'Transport tls in a sip URI is deprecated: elements may not know it and send in clear text, use the scheme sips',
      sips: 'Transport tls in a sips URI is deprecated: the scheme asks for TLS already, write tcp or leave it out',
    },
  },
  create: () => ({
    uri(occurrence, context) {
      const { uri } = occurrence;
      if (uri.kind !== 'sip' || uri.params.length === 0) return;
      const transport = paramOf(uri, 'transport');
      if (transport?.value?.toLowerCase() !== 'tls') return;
      const place = uriContextOf(occurrence);
      if ((place && isDisallowed('transport', place)) || !isFirstInCall(context, uri.text)) return;
      context.report({ messageId: uri.secure ? 'sips' : 'sip', at: valueRange(transport) });
    },
  }),
});
