import { defineRule, insertAt, paramOf, replaceRange } from '@siplint/core';
import { ack, invite, response } from '../examples/messages.js';
import { hasMagicCookie, isCookieAlone, MAGIC_COOKIE } from '../shared/message/magic-cookie.js';
import { isTopmostVia } from '../shared/message/via.js';
import { valueRange } from '../shared/values/quoted-param.js';

export default defineRule({
  meta: {
    id: 'via-branch-magic-cookie',
    category: 'via',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Start every Via branch with z9hG4bK',
    docs: {
      what:
        'The branch parameter of a Via that an RFC 3261 element inserts begins with the seven characters "z9hG4bK". Each value ' +
        'is reported once a file.',
      why:
        'The magic cookie tells the next element that the branch is unique in space and time and may serve as the ' +
        'transaction id. Without it a server falls back to the RFC 2543 rules: it compares Request-URI, tags, Call-ID, ' +
        'CSeq and the whole Via, so a retransmission or an ACK that differs in one of them is taken for a new request.',
      falsePositives:
        'RFC 2543 elements are still legal and write branches of any shape. Lower Vias and responses only repeat them, and ' +
        'stateless proxies forward an ACK with the branch 0: that is an info.',
      fixSafety: 'Unsafe: the same branch must change in every message of the transaction.',
      bad: [
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=<|74bf9a1|>' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=<|Z9HG4BK74bf9a1|>' }),
      ],
      good: [
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK74bf9a1' }),
        response(200, 'INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK74bf9a1' }),
        ack({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK74bf9a2' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.7' },
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '17.2.3' },
      { rfc: 3261, section: '20.42' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing:
        'Via branch "{branch}" does not start with "z9hG4bK": receivers match this transaction by the rules of RFC 2543',
      wrongCase: 'Via branch "{branch}" starts with "{start}" instead of "z9hG4bK": many stacks compare the case',
    },
  },
  create: () => ({
    headers: {
      Via(field, context) {
        for (const { value: via } of field.values) {
          const branch = via && paramOf(via, 'branch');
          if (!via || !branch?.value || branch.value.startsWith(MAGIC_COOKIE) || !context.once(branch.value)) continue;
          const at = valueRange(branch);
          if (hasMagicCookie(branch.value)) {
            // In any case it is what via-branch-not-unique-by-construction reports.
            if (isCookieAlone(branch.value)) continue;
            const start = { start: at.start, end: at.start + MAGIC_COOKIE.length };
            const data = { branch: branch.value, start: branch.value.slice(0, MAGIC_COOKIE.length) };
            const fix = { title: `Write ${MAGIC_COOKIE}`, edits: [replaceRange(start, MAGIC_COOKIE)] };
            context.report({ messageId: 'wrongCase', at, data, fix });
          } else {
            const { message } = context;
            // A lower Via and a response only echo what another element wrote; 0 is how stateless proxies forward an ACK.
            const isEcho = message.kind === 'response' || !isTopmostVia(field, via);
            const isStatelessAck = branch.value === '0' && message.method === 'ACK';
            const ceiling = isEcho || isStatelessAck ? 'info' : undefined;
            const fix = { title: `Prefix ${MAGIC_COOKIE}`, edits: [insertAt(at.start, MAGIC_COOKIE)] };
            context.report({ messageId: 'missing', at, data: { branch: branch.value }, ceiling, fix });
          }
        }
      },
    },
  }),
});
