import { defineRule, lookupStatusCode } from '@siplint/core';
import { response } from '../examples/messages.js';
import { HTTP_ONLY_STATUS_CODES } from '../shared/values/http-status-codes.js';
import { fallbackOf } from '../shared/values/status-fallback.js';

export default defineRule({
  meta: {
    id: 'unknown-status-code',
    category: 'start-line',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Use registered status codes',
    docs: {
      what: 'The status code of a response is one that IANA registers. Any other one of three digits is legal.',
      why:
        'A client that does not know the code treats it as the first one of its class, x00, and any provisional one as 183. ' +
        'Whatever the number was to say beyond that does not arrive.',
      falsePositives: 'An extension that both sides know.',
      bad: [
        response(431, 'INVITE', { startLine: 'SIP/2.0 <|431|> Odd' }),
        response(499, 'INVITE', { startLine: 'SIP/2.0 <|499|> Something New' }),
      ],
      good: [response(480, 'INVITE'), response(199, 'INVITE')],
    },
    references: [
      { rfc: 3261, section: '8.1.3.2' },
      { rfc: 3261, section: '21' },
    ],
    since: '0.1.0',
    messages: {
      unknown: 'Status code {code} is not registered: clients that do not know it treat it as {fallback}',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    statusLine({ code, statusCode }, context) {
      // Not a number, or outside of the classes: status-code-invalid.
      if (!(statusCode >= 100 && statusCode <= 699) || lookupStatusCode(statusCode) !== undefined) return;
      if (HTTP_ONLY_STATUS_CODES.includes(statusCode)) return;
      context.report({ messageId: 'unknown', at: code, data: { code: statusCode, fallback: fallbackOf(statusCode) } });
    },
  }),
});
