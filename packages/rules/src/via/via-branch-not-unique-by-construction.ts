import { defineRule, paramOf } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { isCookieAlone } from '../shared/message/magic-cookie.js';
import { isTopmostVia, viaIdentity } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { valueRange } from '../shared/values/quoted-param.js';

export default defineRule({
  meta: {
    id: 'via-branch-not-unique-by-construction',
    category: 'via',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Let something unique follow the magic cookie of a branch',
    docs: {
      what: 'A branch is the magic cookie z9hG4bK and a text behind it that no other transaction has. The cookie alone is none.',
      why:
        'All transactions of the sender get the same name: the next element takes every new request for a retransmission of ' +
        'the first one and answers it with the old response.',
      bad: [
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK|>' }),
        invite({
          Via: ['SIP/2.0/UDP p1.example.com;branch=z9hG4bK1', 'SIP/2.0/UDP 192.0.2.1;branch=<|z9hG4bK|>'],
        }),
      ],
      good: [
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKnashds8' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.7' },
      { rfc: 3261, section: '16.6' },
    ],
    since: '0.1.0',
    messages: {
      cookieOnly: 'Branch "{branch}" is the magic cookie alone: all transactions of the sender get the same name',
    },
  },
  create: () => ({
    headers: {
      Via(field, context) {
        for (const { value: via } of field.values) {
          const branch = via && paramOf(via, 'branch');
          if (!via || !branch?.value || !isCookieAlone(branch.value)) continue;
          const isAdded = context.message.kind === 'request' && isTopmostVia(field, via);
          const cseq = context.message.field('CSeq')?.rawValue ?? '';
          if (!isFirstInCall(context, `${viaIdentity(via)} ${cseq}`)) continue;
          context.report({
            messageId: 'cookieOnly',
            at: valueRange(branch),
            data: { branch: branch.value },
            ceiling: isAdded ? undefined : 'warning',
          });
        }
      },
    },
  }),
});
