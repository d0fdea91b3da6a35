import { defineRule, type JsonSchema, lookupTransport, type NameAddr, paramOf } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { valueRange } from '../shared/values/quoted-param.js';

interface Options {
  /** Transports that pass, in any case. */
  readonly tolerated: readonly string[];
}

const schema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    tolerated: {
      description: 'Transports that a Record-Route URI may name',
      type: 'array',
      items: { type: 'string', minLength: 1 },
      uniqueItems: true,
    },
  },
};

export default defineRule({
  meta: {
    id: 'record-route-transport-parameter',
    category: 'routing',
    level: 'SHOULD',
    severity: 'hint',
    strictSeverity: 'warning',
    presets: [],
    title: 'Name no transport in Record-Route',
    docs: {
      what:
        'The URI that a proxy puts into Record-Route has no transport parameter, unless the proxy knows that the next ' +
        'element on that side has the transport. tls, ws and wss pass, and udp and tcp unless the preset is strict; the ' +
        'option "tolerated" names others. So do two values side by side with one host, by which a proxy changes the ' +
        'transport. Each URI is reported once a file.',
      why:
        'The parameter binds the requests of the dialog to this transport. An element that does not have it cannot send ' +
        'them, so the ACK or BYE gets lost.',
      falsePositives: 'A proxy in a network whose elements all have the transport knows what it does.',
      bad: [invite({ 'Record-Route': '<sip:p1.example.com;lr;transport=<|sctp|>>' })],
      good: [
        invite({ 'Record-Route': '<sip:p1.example.com;lr>' }),
        invite({ 'Record-Route': '<sip:p1.example.com;transport=ws;lr>' }),
        ok('INVITE', { 'Record-Route': '<sip:p1.example.com;transport=sctp;lr>, <sip:p1.example.com;lr>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '16.7' },
      { rfc: 5658, section: '5' },
    ],
    options: {
      schema,
      default: { tolerated: ['tcp', 'tls', 'udp', 'ws', 'wss'] },
      strict: { tolerated: ['tls', 'ws', 'wss'] },
    },
    since: '0.1.0',
    messages: {
      transport:
        'Record-Route binds the dialog to {transport}: an element without it cannot send the requests that follow',
    },
  },
  create: ({ tolerated }: Options) => {
    const passing = new Set(tolerated.map((transport) => transport.toLowerCase()));
    return {
      headers: {
        'Record-Route'(first, context) {
          const { message } = context;
          if (message.field('Record-Route') !== first) return;
          const routes = [...message.valuesOf('Record-Route')];
          for (const [i, { uri }] of routes.entries()) {
            const param = uri?.kind === 'sip' ? paramOf(uri, 'transport') : undefined;
            // One that nobody knows is a defect of any URI.
            if (!uri || !param?.value || passing.has(param.value.toLowerCase()) || !lookupTransport(param.value))
              continue;
            if (isSameHost(routes[i], routes[i - 1]) || isSameHost(routes[i], routes[i + 1])) continue;
            if (!context.once(uri.text)) continue;
            context.report({ messageId: 'transport', at: valueRange(param), data: { transport: param.value } });
          }
        },
      },
    };
  },
});

/** True for two values of one proxy: with double record-routing it tells each side its own transport (RFC 5658). */
function isSameHost(a: NameAddr | undefined, b: NameAddr | undefined): boolean {
  const host = hostOf(a);
  return host !== undefined && host === hostOf(b);
}

function hostOf(route: NameAddr | undefined): string | undefined {
  return route?.uri?.kind === 'sip' ? route.uri.host?.text.toLowerCase() : undefined;
}
