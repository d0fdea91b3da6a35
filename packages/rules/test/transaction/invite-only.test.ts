import { testRule } from '@siplint/core/testing';
import { response } from '../../src/examples/messages.js';
import inviteOnly from '../../src/transaction/invite-only-status-on-other-method.js';

const answer = (code: number, method: string) => response(code, method, { startLine: `SIP/2.0 <|${code}|> x` });

testRule(inviteOnly, {
  good: [
    ...[487, 488].map((code) => ({ name: `${code} to OPTIONS`, text: response(code, 'OPTIONS') })),
    ...['UPDATE', 'PRACK', 'SUBSCRIBE', 'BYE', 'INVITE', 'CANCEL'].map((method) => ({
      name: `491 to ${method}`,
      text: response(491, method),
    })),
    { name: 'other codes', text: response(486, 'REGISTER') },
  ],
  bad: [
    ...[487, 488, 491, 606].map((code) => ({
      name: `${code} to REGISTER`,
      text: answer(code, 'REGISTER'),
      findings: [{ severity: 'hint' as const, data: { code: String(code), method: 'REGISTER' } }],
    })),
    ...[491, 606].map((code) => ({ name: `${code} to OPTIONS`, text: answer(code, 'OPTIONS') })),
  ],
});
