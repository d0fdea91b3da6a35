import { defineRule, type SipMessage } from '@siplint/core';
import { altered, file, options } from '../examples/messages.js';
import { goesOverUdp } from '../shared/message/message-size.js';

const PACKET = { isRaw: true, input: { isPacket: true } } as const;

export default defineRule({
  meta: {
    id: 'leading-blank-lines-before-start-line',
    category: 'syntax',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Begin a datagram with the start line',
    docs: {
      what:
        'A UDP packet begins with the start line of its message, not with empty lines. Streams are not judged, where empty ' +
        'lines keep a connection alive, nor are files, where they separate messages.',
      why:
        'Receivers skip empty lines before a start line, but on datagrams that is a courtesy: one that does not drops the ' +
        'message. They are usually left over from a keep-alive or from a message before.',
      fixSafety: 'Safe: the lines have no meaning.',
      bad: [altered(options(), (text) => `<|\r\n\r\n|>${text}`, PACKET)],
      good: [
        altered(
          options({ Via: 'SIP/2.0/TCP pc33.example.com;branch=z9hG4bK776asdhds' }),
          (text) => `\r\n\r\n${text}`,
          PACKET,
        ),
        file('\r\n\r\n', options()),
      ],
    },
    references: [{ rfc: 3261, section: '7.5' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      blank:
        'Empty lines stand before the start line of a UDP packet: some receivers do not skip them and drop the message',
    },
  },
  create: () => ({
    message(message, context) {
      if (message.offset === 0 || message.index !== 0 || !message.origin.isPacket) return;
      const via = message.field('Via')?.value;
      if (!via || !goesOverUdp(message, via) || !isBlankBefore(message)) return;
      const at = { start: -message.offset, end: 0 };
      context.report({
        messageId: 'blank',
        at,
        fix: { title: 'Delete the empty lines', edits: [{ ...at, text: '' }] },
      });
    },
  }),
});

/** True if nothing but line ends stands between the start of the packet and the message. */
function isBlankBefore({ source, offset }: SipMessage): boolean {
  return /^[\r\n]*$/.test(source.slice(0, offset));
}
