import { defineRule, paramOf } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { isMulticastIPv4, isMulticastIPv6 } from '../shared/address/multicast.js';
import { isTopmostVia, viaIdentity } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { valueRange } from '../shared/values/quoted-param.js';

const ZERO = 0x30;
const TWO = 0x32;
const COLON = 0x3a;
const CAPITAL_F = 0x46;
const LBRACKET = 0x5b;
const SMALL_F = 0x66;

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
          // Without maddr a response goes there (RFC 3261 §18.2.2).
          const received = paramOf(via, 'received');
          const address = received?.value ?? via.sentBy.host.text;
          const kind = kindOf(address);
          if (kind === undefined || (kind === 'multicast' && paramOf(via, 'maddr'))) continue;
          if (!isFirstInCall(context, viaIdentity(via))) continue;
          const at = received ? valueRange(received) : via.sentBy.host;
          const ceiling = kind === 'unspecified' ? 'info' : undefined;
          context.report({ messageId: kind, at, data: { address }, ceiling });
        }
      },
    },
  }),
});

/** What an address is of that no single host has; undefined for a name, and for the address of a host. */
function kindOf(address: string): 'broadcast' | 'multicast' | 'unspecified' | undefined {
  // Most addresses and names begin with another character.
  switch (address.charCodeAt(0)) {
    case TWO:
      return address === '255.255.255.255' ? 'broadcast' : isMulticastIPv4(address) ? 'multicast' : undefined;
    case ZERO:
      return address === '0.0.0.0' || isUnspecifiedIPv6(address) ? 'unspecified' : undefined;
    case COLON:
      return isUnspecifiedIPv6(address) ? 'unspecified' : undefined;
    case LBRACKET:
    case SMALL_F:
    case CAPITAL_F:
      if (isMulticastIPv6(address)) return 'multicast';
      return isUnspecifiedIPv6(address) ? 'unspecified' : undefined;
    default:
      return undefined;
  }
}

/** ::, with the zeros written out or not. */
function isUnspecifiedIPv6(address: string): boolean {
  return address.includes(':') && /^\[?[0:]+\]?$/.test(address);
}
