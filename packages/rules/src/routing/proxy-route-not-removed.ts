import { defineRule, type FlowMessage, paramOf, type SipUri } from '@siplint/core';
import { forwarded } from '../examples/forwarded.js';
import { file, invite } from '../examples/messages.js';
import { hostOfEndpoint } from '../shared/address/packet-address.js';

const OWN = '<sip:proxy.example.com;lr>';

export default defineRule({
  meta: {
    id: 'proxy-route-not-removed',
    category: 'routing',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Take the own Route out before forwarding',
    docs: {
      what:
        'A proxy removes the topmost Route if it names the proxy itself. Reported is a forwarded request whose topmost Route has lr ' +
        'and the host and port of the sent-by of its topmost Via; once a call for each proxy.',
      why:
        'By the topmost Route the request is to be sent next. So the next element sends it back to the proxy, or the proxy to ' +
        'itself, until Max-Forwards is used up and the caller gets 483.',
      falsePositives:
        'A request that a proxy sends to itself on purpose may look so. It is let pass if its Vias show the proxy twice, if the ' +
        'hop before had a Route more, if the Route names another transport, or if the addresses of a capture show it.',
      bad: [
        forwarded('INVITE', { Route: '<<|sip:proxy.example.com;lr|>>' }),
        file(
          invite({ Route: `${OWN}, <sip:p2.example.com;lr>` }),
          forwarded('INVITE', { Route: '<<|sip:proxy.example.com;lr|>>, <sip:p2.example.com;lr>' }),
        ),
      ],
      good: [
        forwarded('INVITE', { Route: '<sip:p2.example.com;lr>, <sip:proxy.example.com;lr>' }),
        file(invite({ Route: [OWN, OWN] }), forwarded('INVITE', { Route: OWN })),
        invite({ Route: '<sip:pc33.example.com;lr>' }),
        forwarded('INVITE', { Route: '<sip:proxy.example.com:5070;lr>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '16.4' },
      { rfc: 3261, section: '16.12' },
    ],
    since: '0.1.0',
    messages: {
      own: 'Topmost Route {uri} names the proxy that forwards this request (by its Via): the request comes back to it, take the value out',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction({ request, upstream }, context) {
      if (!request || request.viaCount < 2 || !request.routes?.length) return;
      if (!isInText(request) || isSpiral(request)) return;
      const before = upstream?.request;
      if (before && before.routes?.length !== request.routes.length) return;
      const uri = request.message.field('Route')?.value?.uri;
      if (uri?.kind !== 'sip' || !paramOf(uri, 'lr') || !namesSender(uri, request)) return;
      if (!context.once(`${request.callId} ${request.sentBy}`)) return;
      const via = request.message.field('Via')?.value;
      context.report({
        messageId: 'own',
        in: request,
        at: uri,
        data: { uri: uri.text },
        related: [{ message: 'The Via of the proxy', of: request, at: via?.sentBy }],
      });
    },
  }),
});

/** A look at the texts, which spares reading most requests again. */
function isInText({ routes, sentBy }: FlowMessage): boolean {
  const host = hostOfEndpoint(sentBy);
  return host !== undefined && routes?.[0]?.toLowerCase().includes(host) === true;
}

/** True if the proxy sent the request to itself: it came by before, or goes to the address that it comes from. */
function isSpiral({ viaStack, sentBy, origin: { source = '', destination = '' } }: FlowMessage): boolean {
  const below = viaStack.slice(viaStack.indexOf('\n') + 1).split('\n');
  if (below.some((via) => via.slice(via.indexOf('|') + 1) === sentBy)) return true;
  const from = hostOfEndpoint(source);
  return from !== undefined && from === hostOfEndpoint(destination);
}

function namesSender(uri: SipUri, { sentBy, transport }: FlowMessage): boolean {
  const other = paramOf(uri, 'transport')?.value?.toLowerCase();
  if (other !== undefined && other !== transport) return false;
  return sentBy === `${uri.host?.text.toLowerCase() ?? ''}:${uri.port?.value ?? ''}`;
}
