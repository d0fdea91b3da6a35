import { defineRule, type SipMessage, type Via } from '@siplint/core';
import { invite } from '../examples/messages.js';

/** What a datagram carries behind its UDP header of 8 octets and, of IPv4, the IP header of 20 (RFC 768, RFC 791). */
const MOST_OVER_IPV4 = 65_507;
/** The length field of IPv6 does not count the IP header (RFC 8200 §3). */
const MOST_OVER_IPV6 = 65_527;
/** A code unit is three octets of UTF-8 at most, and a line end in one character stands for two. */
const MOST_OCTETS_OF_A_CODE_UNIT = 3;

export default defineRule({
  meta: {
    id: 'message-exceeds-udp-datagram',
    category: 'via',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send no message over UDP that is larger than a datagram',
    docs: {
      what:
        'A message whose topmost Via says UDP has at most 65,507 octets, first line, header fields and body together, or ' +
        '65,527 where the sent-by is an IPv6 address: that is what a UDP datagram carries. Line ends count as CRLF.',
      why: 'No such datagram can be sent, so this message cannot have gone over UDP, and will not.',
      bad: [invite({ Via: 'SIP/2.0/<|UDP|> pc33.example.com;branch=z9hG4bK776asdhds', Subject: longText() })],
      good: [
        invite({ Via: 'SIP/2.0/TCP pc33.example.com;branch=z9hG4bK776asdhds', Subject: longText() }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds' }),
      ],
    },
    references: [{ rfc: 3261, section: '18.1.1' }],
    since: '0.1.0',
    messages: {
      tooLarge: 'This message has {size} octets and names UDP, whose datagrams carry {most} at most: use TCP or TLS',
    },
  },
  create: () => ({
    message(message, context) {
      if (message.end * MOST_OCTETS_OF_A_CODE_UNIT <= MOST_OVER_IPV4) return;
      const via = message.field('Via')?.value;
      if (!via || !goesOverUdp(message, via)) return;
      const most = via.sentBy.host.kind === 'ipv6' ? MOST_OVER_IPV6 : MOST_OVER_IPV4;
      const size = sizeOf(message);
      if (size > most) context.report({ messageId: 'tooLarge', at: via.transport, data: { size, most } });
    },
  }),
});

/** What is known from outside, such as a capture, counts for more than the Via. */
function goesOverUdp({ origin }: SipMessage, via: Via): boolean {
  return (origin.transport ?? via.transport.text).toLowerCase() === 'udp';
}

/** The octets of a message on the wire. */
function sizeOf({ source, offset, headerEnd, body }: SipMessage): number {
  return source.octets('crlf').length(offset, offset + headerEnd) + body.trueLength;
}

function longText(): string {
  return 'lunch '.repeat(11_000).trimEnd();
}
