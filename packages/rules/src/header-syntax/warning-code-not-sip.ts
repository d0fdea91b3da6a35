import { defineRule, lookupWarnCode } from '@siplint/core';
import { response } from '../examples/messages.js';

/** SER and Kamailio put diagnostics under this code, which is not registered. */
const SER_DIAGNOSTICS = '392';

export default defineRule({
  meta: {
    id: 'warning-code-not-sip',
    category: 'header-syntax',
    level: 'advice',
    severity: 'warning',
    presets: [],
    title: 'Send a warning code of SIP',
    docs: {
      what:
        'The code of a Warning begins with 3, and is registered; an unregistered one is an info. 392, with which SER and ' +
        'Kamailio send diagnostics, passes. Each code is reported once a file.',
      why:
        '1xx and 2xx are the codes of HTTP, and other first digits have no meaning. A client knows what failed by the ' +
        'code alone, as the text is for people.',
      falsePositives: 'The list of registered codes is that of the siplint version.',
      bad: [
        response(488, 'INVITE', { Warning: '<|214|> proxy.example.com "Transformation applied"' }),
        response(488, 'INVITE', { Warning: '<|345|> proxy.example.com "No such code"' }),
      ],
      good: [
        response(488, 'INVITE', { Warning: '399 proxy.example.com "Something odd"' }),
        response(404, 'INVITE', { Warning: '392 192.0.2.7:5060 "Noisy feedback tells: pid=2133"' }),
        response(488, 'INVITE', {
          Warning: '305 a.example.com "Incompatible media format", 370 a.example.com "Too much"',
        }),
      ],
    },
    references: [{ rfc: 3261, section: '20.43' }],
    since: '0.1.0',
    messages: {
      foreign: 'Warning code {code} is none of SIP, whose codes begin with 3: clients do not know what it says',
      unregistered:
        'Warning code {code} is not registered: clients do not know what it says, 399 would be for any text',
    },
  },
  create: () => ({
    headers: {
      Warning(field, context) {
        for (const { value } of field.values) {
          if (!value || value.code.text === SER_DIAGNOSTICS) continue;
          const code = value.code.text;
          const isForeign = !code.startsWith('3');
          if ((!isForeign && lookupWarnCode(Number(code))) || !context.once(code)) continue;
          const report = { at: value.code, data: { code } };
          if (isForeign) context.report({ messageId: 'foreign', ...report });
          else context.report({ messageId: 'unregistered', ...report, ceiling: 'info' });
        }
      },
    },
  }),
});
