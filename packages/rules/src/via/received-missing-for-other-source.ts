import { defineRule, type FlowMessage, paramOf, type Range, type Transaction } from '@siplint/core';
import { file, line, ok, options } from '../examples/messages.js';
import { hostOfEndpoint, ipAddressOf } from '../shared/address/packet-address.js';
import { isUnreachableHost } from '../shared/address/unreachable-host.js';
import { valueRange } from '../shared/values/quoted-param.js';

const TO_SERVER = line('U 198.51.100.7:5060 -> 192.0.2.9:5060');
const TO_CLIENT = line('U 192.0.2.9:5060 -> 198.51.100.7:5060');
const BRANCH = 'branch=z9hG4bK776asdhds-options';
const PRIVATE = `SIP/2.0/UDP 10.0.0.7;${BRANCH}`;

export default defineRule({
  meta: {
    id: 'received-missing-for-other-source',
    category: 'via',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Add received where a request comes from another address than its Via says',
    docs: {
      what:
        'If a request comes from another IP address than the sent-by of its topmost Via, the server adds received with that ' +
        'address, and the response shows it. Needs the addresses of a capture; reported once a call for each sent-by.',
      why:
        'By received the elements on the way back send the response to where the request came from. Without it they send it to the ' +
        'address in sent-by, which behind a NAT nobody outside can reach.',
      falsePositives:
        'Compared are a request and a response between the same two addresses. A NAT or a gateway between the server and the ' +
        'place of the capture may have changed addresses, or have taken received out. Loopback, WebSocket and sent-bys with a ' +
        'host name are not judged.',
      bad: [
        file(
          TO_SERVER,
          options({ Via: PRIVATE }),
          TO_CLIENT,
          ok('OPTIONS', { Via: `SIP/2.0/UDP <|10.0.0.7|>;${BRANCH}` }),
        ),
        file(
          TO_SERVER,
          options({ Via: PRIVATE }),
          TO_CLIENT,
          ok('OPTIONS', { Via: `${PRIVATE};received=<|198.51.100.8|>` }),
        ),
      ],
      good: [
        file(
          TO_SERVER,
          options({ Via: `${PRIVATE};rport` }),
          TO_CLIENT,
          ok('OPTIONS', { Via: `${PRIVATE};rport=5060;received=198.51.100.7` }),
        ),
        file(
          TO_SERVER,
          options({ Via: `SIP/2.0/UDP 198.51.100.7:5062;${BRANCH}` }),
          TO_CLIENT,
          ok('OPTIONS', { Via: `SIP/2.0/UDP 198.51.100.7:5062;${BRANCH}` }),
        ),
        file(
          TO_SERVER,
          options({ Via: PRIVATE }),
          line('U 192.0.2.9:5060 -> 10.0.0.7:5060'),
          ok('OPTIONS', { Via: PRIVATE }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '18.2.1' },
      { rfc: 3581, section: '4' },
    ],
    since: '0.1.0',
    messages: {
      missing:
        'The request came from {source}, its Via says {host}, and no received was added: responses may go to {host} instead of {source}',
      other:
        '"received" is {received}, but the request came from {source}: responses are sent to where nobody waits for them',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction(transaction, context) {
      const { request } = transaction;
      const foreign = request && foreignSourceOf(request);
      const response = foreign && firstAnswerOnPath(transaction, request);
      if (!request || !foreign || !response) return;
      const { received } = response;
      const address = received === undefined ? undefined : ipAddressOf(received);
      // One that is no address is via-received-invalid.
      if (received !== undefined && (address === undefined || address === ipAddressOf(foreign.source))) return;
      const at = placeOf(response);
      const via = request.message.field('Via')?.value;
      // The sent-by of a browser is no address, and all that a trace knows may be that it is TCP (RFC 7118 §5).
      if (!at || !via || /^wss?$/i.test(via.transport.text) || !context.once(`${request.callId} ${request.sentBy}`))
        return;
      const related = [{ message: 'The request', of: request, at: via.sentBy }];
      if (received === undefined) context.report({ messageId: 'missing', in: response, at, data: foreign, related });
      else {
        const { source } = foreign;
        context.report({ messageId: 'other', in: response, at, data: { received, source }, related });
      }
    },
  }),
});

/** The address that a request came from and the sent-by address that differs from it; undefined if nothing does. */
function foreignSourceOf(request: FlowMessage): { readonly source: string; readonly host: string } | undefined {
  const { origin, sentBy } = request;
  if (origin.source === undefined || origin.destination === undefined) return undefined;
  const source = hostOfEndpoint(origin.source);
  const host = hostOfEndpoint(sentBy);
  if (source === undefined || host === undefined || source === hostOfEndpoint(origin.destination)) return undefined;
  if (isUnreachableHost(source) || isUnreachableHost(host)) return undefined;
  const from = ipAddressOf(source);
  const stated = ipAddressOf(host);
  return from === undefined || stated === undefined || from === stated ? undefined : { source, host };
}

/** The first response that goes back between the two addresses that the request went between. */
function firstAnswerOnPath({ responses }: Transaction, { origin }: FlowMessage): FlowMessage | undefined {
  const source = hostOfEndpoint(origin.source ?? '');
  const destination = hostOfEndpoint(origin.destination ?? '');
  return responses.find(({ origin: back }) => {
    return hostOfEndpoint(back.source ?? '') === destination && hostOfEndpoint(back.destination ?? '') === source;
  });
}

/** The received parameter of the topmost Via, or else its host. */
function placeOf({ message }: FlowMessage): Range | undefined {
  const via = message.field('Via')?.value;
  const received = via && paramOf(via, 'received');
  return received ? valueRange(received) : via?.sentBy.host;
}
