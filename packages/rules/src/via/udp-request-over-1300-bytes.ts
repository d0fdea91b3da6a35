import { defineRule } from '@siplint/core';
import { ack, invite } from '../examples/messages.js';
import { goesOverUdp, mayExceed, wireSizeOf } from '../shared/message/message-size.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

interface Options {
  readonly mostOctets: number;
}

const LONG = 'lunch '.repeat(220).trimEnd();

export default defineRule({
  meta: {
    id: 'udp-request-over-1300-bytes',
    category: 'via',
    level: 'MUST',
    severity: 'warning',
    presets: [],
    title: 'Send a request of more than 1300 octets over TCP',
    docs: {
      what:
        'A request whose topmost Via says UDP has at most 1300 octets, first line, header fields and body together; line ends ' +
        'count as CRLF. ACK and CANCEL go where their INVITE went and are not judged, nor are responses.',
      why:
        'A larger packet is cut into fragments on the way. Networks lose them, and firewalls and NATs drop those behind the ' +
        'first one, so that the request never arrives, while smaller ones of the same sender do.',
      falsePositives: 'Where a larger MTU is known on the whole path, set the option "mostOctets" to it less 200.',
      bad: [invite({ Via: 'SIP/2.0/<|UDP|> pc33.example.com;branch=z9hG4bK776asdhds', Subject: LONG })],
      good: [
        invite({ Via: 'SIP/2.0/TCP pc33.example.com;branch=z9hG4bK776asdhds', Subject: LONG }),
        ack({ 'X-Text': LONG }),
        invite(),
      ],
    },
    references: [
      { rfc: 3261, section: '18' },
      { rfc: 3261, section: '18.1.1' },
    ],
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: {
          mostOctets: { type: 'integer', minimum: 1, description: 'Octets that a request over UDP may have' },
        },
      },
      default: { mostOctets: 1300 },
    },
    since: '0.1.0',
    messages: {
      tooLarge:
        'This request has {size} octets, over UDP it may have {most}: as fragments it gets lost, use TCP or TLS',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: ({ mostOctets }: Options) => ({
    message(message, context) {
      if (!mayExceed(message, mostOctets)) return;
      const { method = '' } = message;
      const via = message.field('Via')?.value;
      if (method === 'ACK' || method === 'CANCEL' || !via || !goesOverUdp(message, via)) return;
      const size = wireSizeOf(message);
      const cseq = message.field('CSeq')?.value?.digits.text ?? '';
      if (size <= mostOctets || !isFirstInCall(context, `${method} ${cseq}`)) return;
      context.report({ messageId: 'tooLarge', at: via.transport, data: { size, most: mostOctets } });
    },
  }),
});
