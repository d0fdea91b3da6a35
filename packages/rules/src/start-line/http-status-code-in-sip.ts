import { defineRule } from '@siplint/core';
import { response } from '../examples/messages.js';
import { HTTP_ONLY_STATUS_CODES } from '../shared/values/http-status-codes.js';
import { fallbackOf } from '../shared/values/status-fallback.js';

/** Codes of RFC 2543, which its elements still send. */
const OLD_CODES: ReadonlySet<number> = new Set([409, 411]);

export default defineRule({
  meta: {
    id: 'http-status-code-in-sip',
    category: 'start-line',
    level: 'SHOULD',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Do not use status codes of HTTP that SIP does not have',
    docs: {
      what:
        'A response has no code that HTTP/1.1 defines and SIP did not take over, such as 201, 303 or 409. Codes that SIP ' +
        'registered later, such as 202 and 412, are fine.',
      why:
        'To a SIP client such a code is unknown, and it treats it as the first one of its class: a 303 becomes a 300, a 201 ' +
        'a 200. The meaning that it has in HTTP is lost.',
      falsePositives: '409 and 411 come from RFC 2543, whose elements may still send them: information only.',
      bad: [
        response(409, 'REGISTER', { startLine: 'SIP/2.0 <|409|> Conflict' }),
        response(303, 'INVITE', { startLine: 'SIP/2.0 <|303|> See Other', Contact: '<sip:bob@desk.example.net>' }),
      ],
      good: [response(202, 'REFER'), response(204, 'SUBSCRIBE'), response(417, 'INVITE')],
    },
    references: [{ rfc: 3261, section: '21' }],
    since: '0.1.0',
    messages: {
      httpOnly: 'Status code {code} is one of HTTP that SIP does not have: clients treat it as {fallback}',
    },
  },
  appliesTo: { kinds: ['response'], statuses: HTTP_ONLY_STATUS_CODES },
  create: () => ({
    statusLine({ code, statusCode }, context) {
      const ceiling = OLD_CODES.has(statusCode) ? 'info' : undefined;
      const data = { code: statusCode, fallback: fallbackOf(statusCode) };
      context.report({ messageId: 'httpOnly', at: code, ceiling, data });
    },
  }),
});
