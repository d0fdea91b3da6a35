import { defineRule, paramOf, type Severity } from '@siplint/core';
import { ack, invite, response } from '../examples/messages.js';

const MAGIC_COOKIE = 'z9hG4bK';

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
      what: 'The branch parameter of a Via that an RFC 3261 element inserts begins with the seven characters "z9hG4bK".',
      why:
        'The magic cookie tells the next element that the branch is unique in space and time and may serve as the ' +
        'transaction id. Without it a server falls back to the RFC 2543 rules: it compares Request-URI, tags, Call-ID, ' +
        'CSeq and the whole Via, so a retransmission or an ACK that differs in one of them is taken for a new request.',
      falsePositives:
        'RFC 2543 elements are still legal and write branches of any shape. Turn the rule off for captures of such ' +
        'elements, or for a proxy that copies a foreign branch.',
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
      { rfc: 3261, section: '17.2.3' },
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
        const { message } = context;
        for (const { value: via } of field.values) {
          const branch = via && paramOf(via, 'branch');
          if (!branch?.value || branch.value.startsWith(MAGIC_COOKIE)) continue;
          const isTopmost = field === message.field('Via') && via === field.value;
          const start = branch.value.slice(0, MAGIC_COOKIE.length);
          const isCaseSlip = start.toLowerCase() === MAGIC_COOKIE.toLowerCase();
          // A lower Via and a response only echo what another element wrote; 0 is how stateless proxies forward an ACK.
          const isEcho = !isTopmost || message.kind === 'response';
          const isStatelessAck = branch.value === '0' && message.method === 'ACK';
          const ceiling: Severity | undefined = !isCaseSlip && (isEcho || isStatelessAck) ? 'info' : undefined;
          if (!context.once(branch.value)) continue;
          const at = { start: branch.valueStart, end: branch.end };
          const common = { at, ceiling, data: { branch: branch.value, start } };
          const fix = {
            title: 'Start the branch with z9hG4bK',
            edits: [
              isCaseSlip
                ? { start: at.start, end: at.start + MAGIC_COOKIE.length, text: MAGIC_COOKIE }
                : { start: at.start, end: at.start, text: MAGIC_COOKIE },
            ],
          };
          if (isCaseSlip) context.report({ messageId: 'wrongCase', ...common, fix });
          else context.report({ messageId: 'missing', at, ceiling, data: { branch: branch.value }, fix });
        }
      },
    },
  }),
});
