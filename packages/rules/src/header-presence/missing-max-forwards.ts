import { insertRow } from '@siplint/core';
import { ack, cancel, options } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { isOldStyle } from '../shared/message/old-style.js';
import { lastRowOf } from '../shared/message/rows.js';

export default requireHeader({
  id: 'missing-max-forwards',
  header: 'Max-Forwards',
  title: 'Give every request a Max-Forwards header field',
  appliesTo: { kinds: ['request'] },
  docs: {
    what: 'Every request has a Max-Forwards header field. A proxy adds one to a request that came without it.',
    why:
      'Each proxy counts Max-Forwards down and stops the request at 0. Without it two proxies that route to each ' +
      'other send the request in circles until the load brings them down; strict proxies answer 400.',
    falsePositives:
      'RFC 2543 did not demand it, so a request whose topmost Via has no "z9hG4bK" branch, or whose From has no tag, ' +
      'is never more than a warning.',
    fixSafety: 'Safe: 70 is what RFC 3261 says to start with, and what a proxy would add.',
    bad: [
      options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', 'Max-Forwards': null }),
      ack({ startLine: '<|ACK|> sip:bob@client.example.net SIP/2.0', 'Max-Forwards': null }),
    ],
    good: [options({ 'Max-Forwards': '0' }), options({ 'max-forwards': '70' }), cancel({ 'Max-Forwards': '7' })],
  },
  references: [
    { rfc: 3261, section: '8.1.1' },
    { rfc: 3261, section: '8.1.1.6' },
    { rfc: 3261, section: '16.6' },
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '20.22' },
  ],
  consequence: 'nothing stops the request if proxies send it in a circle',
  judge: (message) => (isOldStyle(message) ? { ceiling: 'warning', ceilingAlways: true } : undefined),
  fix: {
    safety: 'safe',
    plan: (message) => ({
      title: 'Add Max-Forwards: 70',
      edits: [insertRow(message, 'Max-Forwards: 70', lastRowOf(message, 'Via'))],
    }),
  },
});
