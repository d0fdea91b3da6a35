import { defineRule, lookupTransport, paramOf, replaceRange, type UriOccurrence } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { valueRange } from '../shared/values/quoted-param.js';
import { similarName } from '../shared/values/similar-name.js';

const COMMON_TRANSPORTS = ['udp', 'tcp', 'tls', 'sctp', 'ws', 'wss', 'tls-sctp'];

export default defineRule({
  meta: {
    id: 'sip-uri-transport-unknown',
    category: 'uri',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Name a registered transport in a SIP URI',
    docs: {
      what:
        'The transport parameter of a SIP or SIPS URI in the Request-URI, Contact, Route or Record-Route is udp, tcp, sctp, ' +
        'tls, ws or another registered transport, in any case. Any other token is legal, and usually a slip.',
      why: 'A client that does not know the transport cannot send to the URI, so the call fails as soon as it is used.',
      fixSafety: 'Unsafe: the suggested transport is a guess.',
      bad: [
        invite({ Contact: '<sip:alice@pc33.example.com;transport=<|upd|>>' }),
        options({ startLine: 'OPTIONS sip:bob@example.net;transport=<|pigeon|> SIP/2.0' }),
      ],
      good: [
        invite({ Contact: '<sip:alice@pc33.example.com;transport=WS>' }),
        invite({ Route: '<sip:p1.example.com;transport=tls-sctp;lr>' }),
        invite({ 'Reply-To': '<sip:alice@example.com;transport=pigeon>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      similar:
        'Transport "{transport}" is not registered, did you mean {suggestion}? Clients cannot send to this URI as it is',
      unknown: 'Transport "{transport}" is not registered: clients that do not know it cannot send to this URI',
    },
  },
  create: () => ({
    uri({ uri, field }, context) {
      if (uri.kind !== 'sip' || uri.params.length === 0) return;
      const param = paramOf(uri, 'transport');
      if (!param?.value || lookupTransport(param.value) || !isRouted(field)) return;
      if (!isFirstInCall(context, uri.text)) return;
      const at = valueRange(param);
      const transport = param.value;
      const suggestion = similarName(transport.toLowerCase(), COMMON_TRANSPORTS);
      if (suggestion === undefined) {
        context.report({ messageId: 'unknown', at, data: { transport } });
        return;
      }
      const fix = { title: `Write ${suggestion}`, edits: [replaceRange(at, suggestion)] };
      context.report({ messageId: 'similar', at, data: { transport, suggestion }, fix });
    },
  }),
});

/** True where a URI is sent to: there its transport counts. */
function isRouted(field: UriOccurrence['field']): boolean {
  switch (field?.canonicalName) {
    case undefined:
    case 'Contact':
    case 'Route':
    case 'Record-Route':
      return true;
    default:
      return false;
  }
}
