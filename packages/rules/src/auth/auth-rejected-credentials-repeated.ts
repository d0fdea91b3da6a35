import { defineRule, paramOf } from '@siplint/core';
import { again, challenged } from '../examples/again.js';
import { challenge, credentials, oldCredentials } from '../examples/digest.js';
import { file, register } from '../examples/messages.js';
import { answeredChallengeOf, refusedAgain } from '../shared/auth/answered-challenge.js';
import { unquotedRange } from '../shared/values/quoted-param.js';

const refusedOnce = register({ Authorization: credentials() });
const stale = challenge({ nonce: '"92bc04d1"', stale: 'TRUE' });

export default defineRule({
  meta: {
    id: 'auth-rejected-credentials-repeated',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Do not send credentials again that were just rejected',
    docs: {
      what:
        'Credentials that got a 401 or 407 are not sent again with the next request: username, realm, nonce, nonce count ' +
        'and digest together. Credentials for the new nonce of a challenge that says "stale" are other ones.',
      why:
        'The server rejects them again: the two go round in circles, and many servers lock the account or block the address ' +
        'that does it.',
      bad: [
        file(
          refusedOnce,
          challenged(401, 'REGISTER', stale),
          again('REGISTER', {
            Authorization: credentials({ response: '"<|6629fae49393a05397450978507c4ef1|>"' }),
          }),
        ),
      ],
      good: [
        file(
          refusedOnce,
          challenged(401, 'REGISTER', stale),
          again('REGISTER', {
            Authorization: credentials({ nonce: '"92bc04d1"', response: '"d41d8cd98f00b204e9800998ecf8427e"' }),
          }),
        ),
        file(
          register({ Authorization: oldCredentials({ nonce: '""', response: '""' }) }),
          challenged(401, 'REGISTER'),
          again('REGISTER', { Authorization: oldCredentials({ nonce: '""', response: '""' }) }),
        ),
        file(refusedOnce, challenged(401, 'REGISTER', stale), refusedOnce),
      ],
    },
    references: [{ rfc: 3261, section: '22.1' }],
    since: '0.1.0',
    messages: {
      repeated:
        'These credentials for realm "{realm}" are those that just got a {status}: they are rejected again, answer the new challenge or ask the user',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction(transaction, context) {
      const answer = answeredChallengeOf(transaction);
      if (!answer) return;
      const { request, refused, response } = answer;
      for (const { realm, value } of refusedAgain(answer)) {
        const digest = paramOf(value, 'response');
        context.report({
          messageId: 'repeated',
          in: request,
          at: digest ? unquotedRange(digest) : value.scheme,
          data: { realm, status: response.statusCode },
          related: [
            { message: 'The request that was rejected', of: refused },
            { message: 'Its response', of: response },
          ],
        });
      }
    },
  }),
});
