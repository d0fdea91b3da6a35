import { paramOf } from '@siplint/core';
import { challenge } from '../examples/digest.js';
import { response } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { unquotedValue, valueRange } from '../shared/values/quoted-param.js';

export default defineDigestRule({
  meta: {
    id: 'digest-stale-invalid',
    category: 'auth',
    level: 'grammar',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Write stale as true or false',
    docs: {
      what: 'The stale parameter of a Digest challenge is true or false, in any case.',
      why:
        'A client reads everything but true as false. A server that means "the nonce is old, try again" with another ' +
        'value makes the client ask the user for a new password, or give up.',
      bad: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ stale: '<|1|>' }) }),
        response(407, 'INVITE', { 'Proxy-Authenticate': challenge({ stale: '<|"yes"|>' }) }),
      ],
      good: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ stale: 'FALSE' }) }),
        response(407, 'INVITE', { 'Proxy-Authenticate': challenge({ STALE: 'True' }) }),
      ],
    },
    references: [
      { rfc: 3261, section: '25.1' },
      { rfc: 2617, section: '3.2.1' },
    ],
    since: '0.1.0',
    messages: {
      invalid: 'The value of stale is {value}, not true or false: clients take it for false and do not retry',
    },
  },
  roles: ['challenge'],
  judge(digest, context) {
    const stale = paramOf(digest, 'stale');
    if (!stale?.value || /^(true|false)$/i.test(unquotedValue(stale))) return;
    context.report({ messageId: 'invalid', at: valueRange(stale), data: { value: stale.value } });
  },
});
