import { defineRule, type FixPlan, insertRow, replaceRange, type SipMessage } from '@siplint/core';
import { invite, options, response } from '../examples/messages.js';
import { describe } from '../factories/missing-header.js';
import { fieldBehindEmptyLine } from '../shared/message/early-empty-line.js';
import { lastRowOf } from '../shared/message/rows.js';

export default defineRule({
  meta: {
    id: 'missing-content-type',
    category: 'content',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give every body a Content-Type',
    docs: {
      what:
        'A message with a body has a Content-Type, in its long form or as "c". The body is what Content-Length says, ' +
        'or all that follows the empty line; white space and line ends alone are none. Where the body begins with a header ' +
        'field that the header section lacks, an empty line too many is the defect.',
      why:
        'The receiver does not know what the body is. It answers 400 or 415, or skips the body: an INVITE without a ' +
        'readable session description sets up no media.',
      fixSafety:
        'Unsafe: a body that begins with "v=0" is taken for a session description, and header fields in a body for a part of ' +
        'the header section.',
      bad: [
        invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', 'Content-Type': null }),
        options({ 'Max-Forwards': '70\r\n\r\n<|Subject|>: lunch' }),
        response(404, 'OPTIONS', { startLine: 'SIP/2.0 <|404|> Not Found', body: 'No such user.\r\n' }),
      ],
      good: [
        invite({ 'Content-Type': null, c: 'application/sdp' }),
        options({ 'Content-Length': '4', body: '\r\n\r\n' }),
        options(),
      ],
    },
    references: [
      { rfc: 3261, section: '7.4.1' },
      { rfc: 3261, section: '20.15' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing: '{message} has a body but no Content-Type: the receiver answers 400 or skips the body',
      behindEmptyLine:
        '{header} stands behind the empty line that ends the header section: receivers take it and all below for the body, delete the empty line',
    },
  },
  create: () => ({
    message(message, context) {
      const { start, end } = message.body;
      if (end === start || message.has('Content-Type') || message.hasUnknownFields) return;
      // A CANCEL has no body at all: cancel-with-body. Without an empty line before it the body is a guess.
      if ((message.kind === 'request' && message.method === 'CANCEL') || hasGuessedBody(message)) return;
      const text = bodyText(message);
      if (text === '') return;
      const header = fieldBehindEmptyLine(message);
      if (header) {
        const data = { header: header.text };
        context.report({ messageId: 'behindEmptyLine', at: header, data, fix: withoutEmptyLine(message) });
        return;
      }
      const after = lastRowOf(message, 'CSeq');
      const fix = text.startsWith('v=0') && {
        title: 'Add Content-Type: application/sdp',
        edits: [insertRow(message, 'Content-Type: application/sdp', after)],
      };
      context.report({
        messageId: 'missing',
        at: message.anchor,
        data: { message: describe(message) },
        fix: fix || undefined,
      });
    },
  }),
});

function withoutEmptyLine({ text, body: { start } }: SipMessage): FixPlan {
  const emptyLine = { start: start - (text.charAt(start - 2) === '\r' ? 2 : 1), end: start };
  return { title: 'Delete the empty line', edits: [replaceRange(emptyLine, '')] };
}

function hasGuessedBody({ issues }: SipMessage): boolean {
  return issues.some(({ code }) => code === 'frame.body-without-separator');
}

/**
 * The body without the white space around it, and without what stands behind the length that is declared. A placeholder that
 * stands for all of it may stand for nothing.
 */
function bodyText({ text, placeholders, body: { start, end, surplus } }: SipMessage): string {
  const body = text.slice(start, Math.min(end, surplus?.start ?? end)).trim();
  return placeholders.some(
    (placeholder) => placeholder.start >= start && placeholder.end - placeholder.start === body.length,
  )
    ? ''
    : body;
}
