import { defineRule, octets, removeListElement, type SipMessage } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { removeAllRows } from '../shared/message/rows.js';

/** Codings whose output is never text. */
const BINARY_CODINGS: ReadonlySet<string> = new Set(['gzip', 'deflate']);

export default defineRule({
  meta: {
    id: 'content-encoding-not-applied',
    category: 'content',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send Content-Encoding only with a body that is encoded',
    docs: {
      what:
        'Content-Encoding names the codings that were applied to the body, so it is left out if there is none. ' +
        'Reported are the value "identity", a Content-Encoding without a body, and gzip or deflate where the body is ' +
        'plain text.',
      why:
        'The receiver decodes the body as it is told. A text that is no gzip stream cannot be decoded, and one that ' +
        'does not know "identity" answers 415.',
      falsePositives: 'A body that was written in plain text into a fixture to show what the encoded one holds.',
      fixSafety:
        'Unsafe: the body may have been decoded on its way into the file, while the message on the wire was right.',
      bad: [
        invite({ 'Content-Encoding': '<|identity|>' }),
        options({ 'Content-Encoding': '<|gzip|>' }),
        invite({ 'Content-Encoding': '<|GZIP|>' }),
      ],
      good: [
        octets(invite({ e: 'gzip', body: '\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x04\x00' })),
        invite({ 'Content-Encoding': 'x-example' }),
        options({ 'Accept-Encoding': 'identity' }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.4.1' },
      { rfc: 3261, section: '20.12' },
    ],
    fixable: 'unsafe',
    winsOver: ['response-content-encoding-not-accepted'],
    since: '0.1.0',
    messages: {
      identity: 'Content-Encoding "{coding}" means that nothing was encoded: leave the header field out',
      noBody: 'Content-Encoding is {coding}, but there is no body that could be encoded',
      plainText: 'Content-Encoding is {coding}, but the body is plain text: a receiver cannot decode it',
    },
  },
  create: () => ({
    headers: {
      'Content-Encoding'(field, context) {
        const { message } = context;
        const isFirstRow = message.field('Content-Encoding') === field;
        for (let i = 0; i < field.values.length; i++) {
          const coding = field.values[i]?.value;
          if (!coding) continue;
          const isIdentity = coding.text.toLowerCase() === 'identity';
          // What the body tells is told once, at the first coding.
          const messageId = isIdentity ? 'identity' : isFirstRow && i === 0 && defectOf(coding.text, message);
          if (!messageId) continue;
          const edits = isIdentity ? [removeListElement(field, i)] : removeAllRows(message, 'Content-Encoding');
          const fix = { title: 'Remove it from Content-Encoding', edits };
          context.report({ messageId, at: coding, data: { coding: coding.text }, fix });
        }
      },
    },
  }),
});

function defectOf(coding: string, message: SipMessage): 'noBody' | 'plainText' | undefined {
  const { start, end, boundary, lengthVerdict } = message.body;
  // Where the message was cut off nobody knows what the body was.
  if (start === end) return boundary === 'no-body' || lengthVerdict === 'too-long' ? undefined : 'noBody';
  return BINARY_CODINGS.has(coding.toLowerCase()) && isPlainText(message) ? 'plainText' : undefined;
}

/** True if the body is made of printable ASCII characters and white space, and is not white space alone. */
function isPlainText({ text, body: { start, end } }: SipMessage): boolean {
  let hasText = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) continue;
    if (code < 0x20 || code >= 0x7f) return false;
    hasText = true;
  }
  return hasText;
}
