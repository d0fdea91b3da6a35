import { defineRule, paramOf } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { viaIdentity } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';

export default defineRule({
  meta: {
    id: 'via-ttl-invalid',
    category: 'via',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write the ttl of a Via as a number from 0 to 255, beside maddr',
    docs: {
      what:
        'The ttl parameter of a Via is one to three digits with a value from 0 to 255. It is about multicast, so it stands ' +
        'beside maddr; alone it is legal and gives a hint.',
      why: 'Elements reject the Via, or send the multicast response with another time to live than was meant.',
      falsePositives:
        'Three digits above 255 are a warning: the production has them, and only its comment bounds them.',
      bad: [
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;maddr=224.0.1.75;ttl=<|256|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;maddr=224.0.1.75;<|ttl|>;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;<|ttl=1|>;branch=z9hG4bK776asdhds' }),
      ],
      good: [
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;maddr=224.0.1.75;ttl=1;branch=z9hG4bK776asdhds' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;TTL=016;maddr=sip.mcast.net;branch=z9hG4bK776asdhds' }),
      ],
    },
    references: [
      { rfc: 3261, section: '25.1' },
      { rfc: 3261, section: '18.1.1' },
    ],
    since: '0.1.0',
    messages: {
      invalid: 'Via ttl "{value}" is no number from 0 to 255: elements reject the Via',
      empty: 'Via ttl has no value: a number from 0 to 255 belongs there',
      withoutMaddr: 'Via has ttl={value} and no maddr: a time to live counts for multicast only',
    },
  },
  create: () => ({
    syntax: {
      'via-ttl.invalid'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        const value = String(issue.data?.value);
        if (value === '') context.report({ messageId: 'empty', at: issue });
        else {
          // 1*3DIGIT, of which a comment of the grammar only says that it ends at 255
          const ceiling = /^\d{3}$/.test(value) ? 'warning' : undefined;
          context.report({ messageId: 'invalid', at: issue, data: { value }, ceiling });
        }
      },
    },
    headers: {
      Via(field, context) {
        for (const { value: via } of field.values) {
          const ttl = via && paramOf(via, 'ttl');
          if (!ttl || paramOf(via, 'maddr') || holdsPlaceholder(context.message, via)) continue;
          if (!isFirstInCall(context, viaIdentity(via))) continue;
          const data = { value: ttl.value ?? '' };
          context.report({ messageId: 'withoutMaddr', at: ttl, data, ceiling: 'hint', ceilingAlways: true });
        }
      },
    },
  }),
});
