import { type FixPlan, octets, type SipMessage, type SyntaxIssue, utf8SequenceLength } from '@siplint/core';
import { invite, response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'header-value-invalid-utf8',
    category: 'syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Encode text in header fields as UTF-8',
    docs: {
      what:
        'Octets above 0x7F in the reason phrase, in quoted strings, comments and free text form valid UTF-8: no ISO 8859-1, ' +
        'no overlong forms, no surrogates, at most four octets a character.',
      why:
        'Receivers reject the message or show rubbish, and gateways to JSON, XML or a database fail on it. The usual cause ' +
        'is a display name in ISO 8859-1 or Windows-1252.',
      fixSafety: 'Unsafe: it takes the octets for ISO 8859-1, which is a guess.',
      bad: [
        octets(invite({ Subject: 'caf<|\xe9|> au lait' })),
        octets(response(486, 'INVITE', { startLine: 'SIP/2.0 486 Besch<|\xe4|>ftigt' })),
      ],
      good: [
        invite({ Subject: 'café' }),
        octets(invite({ Subject: 'caf\xc3\xa9', 'X-Caf': '\xf0\x9f\x98\x80' })),
        octets(invite({ Subject: 'caf\xc3\xa9', body: 'caf\xe9', 'Content-Type': 'text/plain;charset=iso-8859-1' })),
      ],
    },
    references: [
      { rfc: 3261, section: '7' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      invalid: 'Octet {octet} is no valid UTF-8, which SIP text has to be: receivers reject it or show rubbish',
    },
  },
  issues: { 'value.invalid-utf8': 'invalid' },
  fix: encodeAsUtf8,
});

/** Takes each octet of the text that is no UTF-8 for a character of ISO 8859-1, if they all are printable there. */
function encodeAsUtf8({ field }: SyntaxIssue, message: SipMessage): FixPlan | undefined {
  const { text, startLine } = message;
  const start = field ? field.valueStart : startLine.start;
  const end = field ? field.valueEnd : startLine.end;
  const edits = [];
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x7f || code > 0xff) continue;
    const length = utf8SequenceLength(text, at, end);
    if (length > 0) {
      at += length - 1;
      continue;
    }
    if (code < 0xa0) return undefined;
    const encoded = String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    edits.push({ start: at, end: at + 1, text: encoded });
  }
  return { title: 'Read the text as ISO 8859-1 and write it as UTF-8', edits };
}
