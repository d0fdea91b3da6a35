import { defineRule } from '@siplint/core';
import { file, invite, line, options } from '../examples/messages.js';
import { describe } from '../factories/missing-header.js';
import { correctContentLength } from '../shared/message/content-length.js';
import { transportOf } from '../shared/message/transport.js';

/** Transports on which only Content-Length tells where a message ends; SCTP and WebSocket keep the bounds of messages. */
const STREAMS: ReadonlySet<string> = new Set(['TCP', 'TLS']);

const OVER_TCP = { Via: 'SIP/2.0/TCP pc33.example.com;branch=z9hG4bK776asdhds' };

export default defineRule({
  meta: {
    id: 'missing-content-length-on-stream',
    category: 'content',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send Content-Length over TCP and TLS',
    docs: {
      what:
        'A message whose topmost Via has the transport TCP or TLS has a Content-Length, in its long form or as "l", ' +
        'also if it is 0. What a capture or a "siplint-set transport=" directive says counts more than the Via. SCTP ' +
        'and WebSocket keep messages apart and do not need it.',
      why:
        'On a stream nothing else tells where the message ends. The receiver waits for more or takes the next ' +
        'message for the body of this one, and closes the connection.',
      fixSafety: 'Safe: the number is the octets that are there.',
      bad: [
        options({ ...OVER_TCP, startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', 'Content-Length': null }),
        file(
          line('# siplint-set transport=tls'),
          options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', 'Content-Length': null }),
        ),
      ],
      good: [
        options({ ...OVER_TCP, l: '0' }),
        invite({ Via: 'SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK776asdhds', 'Content-Length': null }),
        invite({ 'Content-Length': null }),
      ],
    },
    references: [
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '18.3' },
      { rfc: 3261, section: '20' },
      { rfc: 3261, section: '20.14' },
    ],
    fixable: 'safe',
    fixesLast: true,
    since: '0.1.0',
    messages: {
      missing: '{message} over {transport} has no Content-Length: the receiver cannot tell where the message ends',
    },
    winsOver: ['missing-content-length'],
  },
  create: () => ({
    message(message, context) {
      if (message.has('Content-Length') || message.hasUnknownFields) return;
      const transport = transportOf(message);
      if (!transport || !STREAMS.has(transport)) return;
      context.report({
        messageId: 'missing',
        at: message.anchor,
        data: { message: describe(message), transport },
        fix: correctContentLength(message),
      });
    },
  }),
});
