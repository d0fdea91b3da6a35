import { defineRule } from '@siplint/core';
import { response } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'register-6xx-response',
    category: 'registration',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Do not answer a REGISTER with a 6xx code',
    docs: {
      what: 'A registrar answers a REGISTER with 2xx to 5xx codes only.',
      why:
        'A 6xx code says that no server anywhere can fulfil the request. A client or a proxy that gets one gives up at once ' +
        'instead of trying another registrar.',
      falsePositives: 'A proxy on the path may have written the response; the rule only binds registrars.',
      bad: [response(603, 'REGISTER', { startLine: 'SIP/2.0 <|603|> Decline' })],
      good: [response(403, 'REGISTER'), response(603, 'INVITE')],
    },
    references: [{ rfc: 3261, section: '10.3' }],
    winsOver: ['invite-only-status-on-other-method'],
    since: '0.1.0',
    messages: {
      forbidden:
        'A registrar must not answer with {code}: clients give up instead of trying another server; use a 4xx or 5xx code',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['REGISTER'], statuses: ['600-699'] },
  create: () => ({
    statusLine({ code }, context) {
      context.report({ messageId: 'forbidden', at: code, data: { code: code.text } });
    },
  }),
});
