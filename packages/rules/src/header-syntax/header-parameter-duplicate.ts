import { defineRule, type FixPlan, type Param, removeParam, type SipMessage } from '@siplint/core';
import { challenge } from '../examples/digest.js';
import { invite, register, response } from '../examples/messages.js';
import { RFC_3261_FIELDS } from '../shared/message/rfc3261-fields.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';
import { firstCopyOf } from '../shared/values/first-copy.js';
import { lastUpTo, paramsAt } from '../shared/values/parsed-at.js';

export default defineRule({
  meta: {
    id: 'header-parameter-duplicate',
    category: 'header-syntax',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Name a parameter once in a header field value',
    docs: {
      what:
        'Within one value of a header field a parameter name stands once. Case does not matter. The parameters of a URI in ' +
        'angle brackets are a list of their own.',
      why:
        'Some receivers take the first copy, some the last, some reject the message. Two elements that differ over a tag, a ' +
        'branch or an expiry no longer agree on which dialog, transaction or binding they talk about.',
      fixSafety: 'Safe: the later copy goes only if both say the same.',
      bad: [
        invite({ From: '<sip:alice@example.com>;tag=9fxced76sl;<|TAG=88wq3c|>' }),
        register({ Contact: '<sip:alice@pc33.example.com>;expires=60;<|expires=60|>' }),
        response(401, 'REGISTER', { 'WWW-Authenticate': `${challenge()}, <|realm="example.com"|>` }),
      ],
      good: [
        register({ Contact: '<sip:alice@pc33.example.com;expires=1>;expires=60' }),
        register({ Contact: '<sip:alice@pc33.example.com>;q=0.5, <sip:alice@pc34.example.com>;q=0.4' }),
      ],
    },
    references: [{ rfc: 3261, section: '7.3.1' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      repeated:
        'Parameter "{name}" stands twice in one {header} value: receivers differ on which copy counts, so only one may stay',
    },
  },
  create: () => ({
    syntax: {
      'param.duplicate'(issue, context) {
        const { field, start } = issue;
        if (!field || !RFC_3261_FIELDS.has(field.canonicalName) || isEchoedIssue(issue, context)) return;
        const params = paramsAt(field, start);
        const copy = lastUpTo(params, start);
        const first = copy && firstCopyOf(copy, params);
        context.report({
          messageId: 'repeated',
          at: issue,
          data: { name: String(issue.data?.name), header: field.canonicalName },
          related: first && [{ message: 'the first copy', at: first }],
          fix: copy && first?.value === copy.value ? removal(context.message, copy) : undefined,
        });
      },
    },
  }),
});

function removal(message: SipMessage, copy: Param): FixPlan {
  return { title: `Delete the second "${copy.name}"`, edits: [removeParam(message, copy)] };
}
