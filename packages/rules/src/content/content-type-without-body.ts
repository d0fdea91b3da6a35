import { defineRule, removeRow, type SipMessage } from '@siplint/core';
import { ok, options, request } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'content-type-without-body',
    category: 'content',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Leave Content-Type out where there is no body',
    docs: {
      what: 'A message without a body has no Content-Type. With one its body is an empty entity of that type, which is legal.',
      why:
        'Mostly the header field is a leftover of a body that was taken out, or the body got lost. A receiver that trusts ' +
        'it looks for a session description, finds none and may refuse the message.',
      falsePositives: 'An empty text is a text: a MESSAGE may be meant to have one.',
      fixSafety: 'Unsafe: the body may have got lost instead.',
      bad: [
        ok('BYE', { '<|Content-Type|>': 'application/sdp' }),
        options({ '<|Content-Type|>': 'application/sdp', 'Content-Length': '0' }),
      ],
      good: [ok('BYE'), request('MESSAGE', { 'Content-Type': 'text/plain', body: 'hi' })],
    },
    references: [{ rfc: 3261, section: '20.15' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      leftover: 'There is no body, but Content-Type says {type}: the receiver may look for it and refuse the message',
    },
  },
  create: () => ({
    headers: {
      'Content-Type'(field, context) {
        const { message } = context;
        if (message.body.end > message.body.start || !field.value || isCut(message)) return;
        context.report({
          messageId: 'leftover',
          at: field.nameNode,
          data: { type: field.value.essence },
          fix: { title: 'Remove Content-Type', edits: [removeRow(field)] },
        });
      },
    },
  }),
});

/** True if a body was meant to be there, by Content-Length or because the header section does not end. */
function isCut({ body, issues }: SipMessage): boolean {
  return (body.declaredLength ?? 0) > 0 || issues.some(({ code }) => code === 'frame.separator-missing');
}
