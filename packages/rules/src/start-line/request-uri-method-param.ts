import { defineRule, paramOf, removeParam } from '@siplint/core';
import { options } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'request-uri-method-param',
    category: 'start-line',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Leave the method parameter out of the Request-URI',
    docs: {
      what:
        'A SIP or SIPS Request-URI has no method parameter. It belongs into URIs on a page or in a Contact, and says which ' +
        'request to build from them.',
      why:
        'The request has a method of its own. A server ignores the parameter, or compares URIs with it and does not find the ' +
        'user; with another method in it the two contradict each other.',
      fixSafety: 'Safe: the request keeps its method, which is all that counts.',
      bad: [options({ startLine: 'OPTIONS sip:bob@example.net;<|method=OPTIONS|> SIP/2.0' })],
      good: [
        options({ startLine: 'OPTIONS sip:bob;method=INVITE@example.net SIP/2.0' }),
        options({ Contact: '<sip:alice@pc33.example.com;method=INVITE>' }),
        options({ startLine: 'OPTIONS tel:+358-555-1234567;method=INVITE SIP/2.0' }),
      ],
    },
    references: [
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '19.1.5' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      methodParam:
        'Request-URI parameter "{param}" has no place in a request, which says its method at the start of the line',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    requestLine({ requestUri }, context) {
      const uri = requestUri.value;
      const param = uri?.kind === 'sip' ? paramOf(uri, 'method') : undefined;
      if (!param) return;
      const { message } = context;
      const fix = { title: 'Remove the method parameter', edits: [removeParam(message, param)] };
      context.report({ messageId: 'methodParam', at: param, data: { param: message.sourceText(param) }, fix });
    },
  }),
});
