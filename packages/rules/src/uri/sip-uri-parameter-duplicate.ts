import { defineRule, removeParam } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { sipUriAt } from '../shared/address/uri-at.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';
import { firstCopyOf } from '../shared/values/first-copy.js';
import { lastUpTo } from '../shared/values/parsed-at.js';

export default defineRule({
  meta: {
    id: 'sip-uri-parameter-duplicate',
    category: 'uri',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Name a parameter once in a SIP URI',
    docs: {
      what:
        'Among the parameters behind the host of a SIP or SIPS URI a name stands once. Case does not matter. Semicolons in ' +
        'the user part begin no parameters.',
      why:
        'Some receivers take the first copy, some the last, some reject the URI: with two transports the request goes over ' +
        'either.',
      fixSafety: 'Safe: the later copy goes only if both say the same.',
      bad: [
        invite({ Contact: '<sip:alice@pc33.example.com;transport=udp;<|transport=tcp|>>' }),
        options({ startLine: 'OPTIONS sip:p1.example.net;lr;<|LR|> SIP/2.0' }),
      ],
      good: [
        invite({ Contact: '<sip:alice;a=1;a=2@pc33.example.com;transport=tcp>' }),
        invite({ Route: '<sip:p1.example.com;lr>;lr' }),
      ],
    },
    references: [{ rfc: 3261, section: '19.1.1' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      repeated: 'URI parameter "{name}" stands twice: receivers differ on which copy counts, so only one may stay',
    },
  },
  create: () => ({
    syntax: {
      'sip-uri.param-duplicate'(issue, context) {
        const { message } = context;
        if (isEchoedIssue(issue, context)) return;
        const params = sipUriAt(issue, message)?.params ?? [];
        const copy = lastUpTo(params, issue.start);
        const first = copy && firstCopyOf(copy, params);
        const isSame = first?.value?.toLowerCase() === copy?.value?.toLowerCase();
        context.report({
          messageId: 'repeated',
          at: issue,
          data: { name: String(issue.data?.name) },
          related: first && [{ message: 'the first copy', at: first }],
          fix:
            copy && isSame
              ? { title: `Delete the second "${copy.name}"`, edits: [removeParam(message, copy)] }
              : undefined,
        });
      },
    },
  }),
});
