import { defineRule, type SipUri, urisOf } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

const ESCAPED_NULL = '%00';

export default defineRule({
  meta: {
    id: 'uri-escaped-null',
    category: 'security',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Beware of %00 in the user part or a parameter of a SIP URI',
    docs: {
      what: 'The escape "%00" is legal in the user part and in parameters of a SIP or SIPS URI. It is reported once a URI and call.',
      why:
        'Code that unescapes into a C string ends the name there, so "bob%00x" becomes "bob": two users become one, and a ' +
        'check of the whole name is got around.',
      falsePositives: 'Test suites send it on purpose (RFC 4475 §3.1.1.4). Turn the rule off for them.',
      bad: [
        invite({ From: '<sip:null-<|%00|>-null@example.com>;tag=9fxced76sl' }),
        invite({ Contact: '<sip:alice@pc33.example.com;x=<|%00|>>' }),
      ],
      good: [invite({ To: '<sip:null-%2500-null@example.net>' }), invite({ To: '<im:null-%00-null@example.net>' })],
    },
    references: [
      { rfc: 3261, section: '19.1.2' },
      { rfc: 4475, section: '3.1.1.4' },
    ],
    since: '0.1.0',
    messages: {
      escapedNull: '"%00" is legal here, but code that ends strings at a null takes the URI for a shorter one',
    },
  },
  create: () => ({
    message(message, context) {
      if (!message.text.includes(ESCAPED_NULL)) return;
      for (const { uri } of urisOf(message)) {
        const start = uri.kind === 'sip' ? escapedNullIn(uri) : -1;
        if (start < 0 || !isFirstInCall(context, uri.text)) continue;
        context.report({ messageId: 'escapedNull', at: { start, end: start + ESCAPED_NULL.length } });
      }
    },
  }),
});

/** Where the first one stands in the user part or a parameter; -1 if in neither. */
function escapedNullIn({ text, start, user, params }: SipUri): number {
  for (const piece of user ? [user, ...params] : params) {
    const at = text.slice(0, piece.end - start).indexOf(ESCAPED_NULL, piece.start - start);
    if (at >= 0) return start + at;
  }
  return -1;
}
