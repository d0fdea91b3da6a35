import { defineRule } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { goesOverUdp, mayExceed, wireSizeOf } from '../shared/message/message-size.js';

/** What a datagram carries behind its UDP header of 8 octets and, of IPv4, the IP header of 20 (RFC 768, RFC 791). */
const MOST_OVER_IPV4 = 65_507;
/** The length field of IPv6 does not count the IP header (RFC 8200 §3). */
const MOST_OVER_IPV6 = 65_527;

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
    winsOver: ['udp-request-over-1300-bytes'],
  },
  create: () => ({
    message(message, context) {
      if (!mayExceed(message, MOST_OVER_IPV4)) return;
      const via = message.field('Via')?.value;
      if (!via || !goesOverUdp(message, via)) return;
      const most = via.sentBy.host.kind === 'ipv6' ? MOST_OVER_IPV6 : MOST_OVER_IPV4;
      const size = wireSizeOf(message);
      if (size > most) context.report({ messageId: 'tooLarge', at: via.transport, data: { size, most } });
    },
  }),
});

function longText(): string {
  return 'lunch '.repeat(11_000).trimEnd();
}
