import { defineRule, type Range, type SipMessage } from '@siplint/core';
import { file, invite, line, options } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'multiple-messages-in-datagram',
    category: 'content',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: ['recommended'],
    title: 'Send one message in a datagram',
    docs: {
      what:
        'Behind the body that Content-Length declares no other SIP message follows in the same datagram: in a packet ' +
        'of a capture, or in a file that says "siplint-set transport=udp".',
      why:
        'A receiver discards what stands behind the body, so the second message is lost. It is not judged here ' +
        'either: in a file without such a directive it is simply the next message.',
      bad: [
        file(
          line('# siplint-set transport=udp'),
          options(),
          invite({ startLine: '<|INVITE sip:joe@example.com SIP/2.0|>' }),
        ),
      ],
      good: [file(options(), invite()), file(line('# siplint-set transport=udp'), options(), line('---'), invite())],
    },
    references: [
      { rfc: 3261, section: '7.5' },
      { rfc: 3261, section: '18.3' },
    ],
    since: '0.1.0',
    messages: { second: 'A second message begins behind the body in the same datagram: the receiver discards it' },
  },
  create: () => ({
    message(message, context) {
      const { surplus, surplusKind } = message.body;
      if (!surplus || surplusKind !== 'message' || !message.origin.isPacket) return;
      context.report({ messageId: 'second', at: startLineIn(surplus, message) });
    },
  }),
});

/** The first line with text on it. */
function startLineIn({ start, end }: Range, { text }: SipMessage): Range {
  const [, blank = '', startLine = ''] = /^([\s\ufeff]*)([^\r\n]*)/.exec(text.slice(start, end)) ?? [];
  const from = start + blank.length;
  return { start: from, end: from + startLine.length };
}
