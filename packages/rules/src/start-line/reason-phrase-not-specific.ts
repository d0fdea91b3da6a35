import { defineRule, lookupStatusCode, type SipMessage } from '@siplint/core';
import { response } from '../examples/messages.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'reason-phrase-not-specific',
    category: 'start-line',
    level: 'SHOULD',
    severity: 'hint',
    strictSeverity: 'warning',
    presets: [],
    title: 'Tell the cause in the reason phrase of 400, 480 and 484',
    docs: {
      what:
        'The reason phrase of a 400, 480 or 484 response is neither empty nor the default text of its code, but says what is ' +
        'wrong with the request, why the callee is not available, or what the address lacks. A response with Error-Info, ' +
        'Warning or Reason tells it there.',
      why:
        'These codes leave open what happened. Whoever reads the log of a failed call sees "Bad Request" and has to guess ' +
        'which of a dozen header fields was meant.',
      falsePositives: 'Most stacks send the default text; turn the rule off where yours cannot do otherwise.',
      bad: [
        response(400, 'INVITE', { startLine: 'SIP/2.0 400 <|Bad Request|>' }),
        response(480, 'INVITE', { startLine: 'SIP/2.0 <|480|> ' }),
      ],
      good: [
        response(400, 'INVITE', { startLine: 'SIP/2.0 400 Missing Call-ID header field' }),
        response(480, 'INVITE', {
          startLine: 'SIP/2.0 480 Temporarily Unavailable',
          Warning: '399 client.example.net "Do not disturb"',
        }),
        response(404, 'INVITE', { startLine: 'SIP/2.0 404 Not Found' }),
      ],
    },
    references: [
      { rfc: 3261, section: '21.4.1' },
      { rfc: 3261, section: '21.4.18' },
      { rfc: 3261, section: '21.4.22' },
    ],
    since: '0.1.0',
    messages: {
      empty: 'Response {code} has no reason phrase: the code alone does not tell what happened, the phrase should',
      default: '"{phrase}" is only the default text of {code}: say what happened, the code alone does not tell it',
    },
  },
  appliesTo: { kinds: ['response'], statuses: [400, 480, 484] },
  create: () => ({
    statusLine({ code, statusCode, reasonPhrase }, context) {
      const phrase = reasonPhrase.text.trim();
      if (phrase !== '' && phrase.toLowerCase() !== lookupStatusCode(statusCode)?.reason.toLowerCase()) return;
      if (tellsCause(context.message) || !isFirstInCall(context, code.text)) return;
      if (phrase === '') context.report({ messageId: 'empty', at: code, data: { code: code.text } });
      else context.report({ messageId: 'default', at: reasonPhrase, data: { phrase, code: code.text } });
    },
  }),
});

function tellsCause(message: SipMessage): boolean {
  return message.hasUnknownFields || message.has('Warning') || message.has('Error-Info') || message.has('Reason');
}
