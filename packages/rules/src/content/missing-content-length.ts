import type { SipMessage } from '@siplint/core';
import { invite, options, request } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { correctContentLength } from '../shared/message/content-length.js';
import { transportOf } from '../shared/message/transport.js';

export default requireHeader({
  id: 'missing-content-length',
  header: 'Content-Length',
  category: 'content',
  level: 'SHOULD',
  severity: 'info',
  strictSeverity: 'warning',
  presets: [],
  title: 'Send Content-Length over UDP too',
  docs: {
    what:
      'Every message has a Content-Length, in its long form or as "l", also if it is 0. Over TCP and TLS that is a must, ' +
      'see missing-content-length-on-stream. Over WebSocket it is not necessary, so messages over WS and WSS pass.',
    why:
      'Without it the body runs to the end of the packet. A receiver cannot see that a packet was cut off, and a proxy ' +
      'that goes on over TCP has to count the body and insert the header field.',
    fixSafety: 'Safe: the number is the octets that are there.',
    bad: [
      options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', 'Content-Length': null }),
      invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', 'Content-Length': null }),
    ],
    good: [
      options({ l: '0' }),
      request('MESSAGE', {
        Via: 'SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK776asdhds',
        'Content-Length': null,
      }),
    ],
  },
  references: [
    { rfc: 3261, section: '18.3' },
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '20.14' },
    { rfc: 7118, section: '5' },
  ],
  consequence: 'the receiver takes all that follows for the body and cannot see that some of it was lost',
  judge: (message) => (isOverWebSocket(message) ? 'silent' : undefined),
  fix: { safety: 'safe', plan: correctContentLength },
  fixesLast: true,
});

/** RFC 7118 §5: WebSocket keeps messages apart and makes Content-Length unnecessary. */
function isOverWebSocket(message: SipMessage): boolean {
  const transport = transportOf(message);
  return transport === 'WS' || transport === 'WSS';
}
