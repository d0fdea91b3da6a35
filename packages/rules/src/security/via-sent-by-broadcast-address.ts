import { defineRule, type Host, type Param, paramOf, type Range, type Via } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { isFirstInCall } from '../shared/first-in-call.js';
import { isMulticastAddress } from '../shared/multicast.js';
import { valueRange } from '../shared/quoted-param.js';
import { isTopmostVia, viaIdentity } from '../shared/via.js';

/** An address with the place it stands in. */
interface Address extends Pick<Host, 'kind' | 'text'> {
  readonly at: Range;
}

export default defineRule({
  meta: {
    id: 'via-sent-by-broadcast-address',
    category: 'security',
    level: 'advice',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Let no Via lead responses to a broadcast or multicast address',
    docs: {
      what:
        'The address that a response goes to, the received of a Via or else its sent-by, is that of one host: not ' +
        '255.255.255.255, and no multicast address unless maddr says so. It is looked at in every Via of a response and in the ' +
        'topmost one of a request.',
      why: 'An element that trusts it sends the response to everybody on the network. A forged Via makes it the source of a flood.',
      falsePositives:
        'Directed broadcast addresses cannot be told from others and are not found. 0.0.0.0 and ::, which a stack writes that ' +
        'does not know its address yet, are an info.',
      bad: [
        ok('INVITE', {
          Via: [
            'SIP/2.0/UDP 192.0.2.198;branch=z9hG4bK776asdhds-invite',
            'SIP/2.0/UDP <|255.255.255.255|>;branch=z9hG4bK1saber23',
          ],
        }),
        invite({ Via: 'SIP/2.0/UDP <|224.0.1.75|>:5060;branch=z9hG4bK776asdhds' }),
        ok('INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=<|0.0.0.0|>' }),
      ],
      good: [
        ok('INVITE', { Via: 'SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK776asdhds-invite;received=192.0.2.1' }),
        invite({ Via: 'SIP/2.0/UDP 224.0.1.75;maddr=224.0.1.75;ttl=1;branch=z9hG4bK776asdhds' }),
        invite({ Via: ['SIP/2.0/UDP 192.0.2.255;branch=z9hG4bK1', 'SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK2'] }),
      ],
    },
    references: [
      { rfc: 3261, section: '18.2.2' },
      { rfc: 4475, section: '3.3.10' },
    ],
    since: '0.1.0',
    messages: {
      broadcast: 'Via leads the response to the broadcast address {address}: whoever trusts it sends to everybody',
      multicast: 'Via leads the response to the multicast address {address} without maddr: a whole group gets it',
      unspecified: 'Via leads the response to {address}, which is no address of a host: the sender had none yet',
    },
  },
  create: () => ({
    headers: {
      Via(field, context) {
        const isResponse = context.message.kind === 'response';
        for (const { value: via } of field.values) {
          if (!via || (!isResponse && !isTopmostVia(field, via))) continue;
          const target = targetOf(via);
          const kind = kindOf(target, via);
          if (kind === undefined || !isFirstInCall(context, viaIdentity(via))) continue;
          const ceiling = kind === 'unspecified' ? 'info' : undefined;
          context.report({ messageId: kind, at: target.at, data: { address: target.text }, ceiling });
        }
      },
    },
  }),
});

/** Where a response is sent to, if there is no maddr (RFC 3261 §18.2.2). */
function targetOf(via: Via): Address {
  const received = paramOf(via, 'received');
  if (received?.value === undefined) {
    const { host } = via.sentBy;
    return { kind: host.kind, text: host.text, at: host };
  }
  return { kind: receivedKind(received), text: received.value, at: valueRange(received) };
}

function receivedKind({ value = '' }: Param): Host['kind'] {
  return value.includes(':') ? 'ipv6' : 'ipv4';
}

function kindOf(address: Address, via: Via): 'broadcast' | 'multicast' | 'unspecified' | undefined {
  if (address.kind === 'name') return undefined;
  const { text } = address;
  if (text === '255.255.255.255') return 'broadcast';
  if (text === '0.0.0.0' || (address.kind === 'ipv6' && /^\[?[0:]+\]?$/.test(text))) return 'unspecified';
  return isMulticastAddress(address) && !paramOf(via, 'maddr') ? 'multicast' : undefined;
}
