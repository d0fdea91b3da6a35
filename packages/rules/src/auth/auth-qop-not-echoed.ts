import { type AuthValue, defineRule, paramOf } from '@siplint/core';
import { again, challenged } from '../examples/again.js';
import { challenge, credentials, oldCredentials } from '../examples/digest.js';
import { file, register, response } from '../examples/messages.js';
import { answeredChallengeOf } from '../shared/auth/answered-challenge.js';
import { digestAlgorithmOf, isSessionVariant } from '../shared/auth/digest-algorithm.js';
import { digestText, sessionKey } from '../shared/auth/digests.js';
import { unquotedRange } from '../shared/values/quoted-param.js';

export default defineRule({
  meta: {
    id: 'auth-qop-not-echoed',
    category: 'auth',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Answer a challenge that offers qop with one of the offered values',
    docs: {
      what:
        'If a Digest challenge offers qop, the credentials that answer it name one of the offered values. Reported once a ' +
        'challenge.',
      why:
        'Without qop there is no nonce count, so credentials that somebody overheard can be replayed; servers that insist ' +
        'on it refuse them. With a value that was not offered the server cannot check the digest.',
      falsePositives:
        'Servers take the old form of RFC 2069 for the sake of old clients, so such calls mostly succeed.',
      bad: [
        file(
          register(),
          challenged(401, 'REGISTER'),
          again('REGISTER', { Authorization: oldCredentials().replace('Digest', '<|$&|>') }),
        ),
        file(
          register(),
          challenged(401, 'REGISTER'),
          again('REGISTER', { Authorization: credentials({ qop: '<|auth-int|>' }) }),
        ),
      ],
      good: [
        file(
          register(),
          challenged(401, 'REGISTER', challenge({ qop: '"auth-int, auth"' })),
          again('REGISTER', { Authorization: credentials({ qop: 'AUTH' }) }),
        ),
        file(
          register(),
          response(401, 'REGISTER', {
            'WWW-Authenticate': [challenge({ realm: '"example.org"' }), challenge({ nonce: '"00"' })],
          }),
          again('REGISTER', { Authorization: credentials({ nonce: '"00"' }) }),
        ),
        register({ Authorization: oldCredentials() }),
      ],
    },
    references: [
      { rfc: 3261, section: '22.4' },
      { rfc: 2617, section: '3.2.2' },
    ],
    since: '0.1.0',
    messages: {
      missing:
        'The challenge offers qop "{offered}", but these credentials name no qop: they can be replayed, and strict servers refuse them',
      notOffered: 'The challenge offers qop "{offered}", not "{qop}": the server cannot verify the digest',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction(transaction, context) {
      const answer = answeredChallengeOf(transaction);
      if (!answer) return;
      const { request, response: refusal, credentials: sent, bySession } = answer;
      for (const one of sent) {
        const challenges = bySession.get(sessionKey(one)) ?? [];
        const [first] = challenges;
        const offers = challenges.map(({ value }) => offeredBy(value));
        // A challenge of another algorithm with the same nonce may be the one that is answered.
        if (!first || offers.some((options) => options.length === 0)) continue;
        const qop = paramOf(one.value, 'qop');
        const chosen = digestText(one.value, 'qop')?.toLowerCase();
        if (chosen === undefined ? isReportedWithoutQop(one.value) : !isKnown(chosen)) continue;
        if (chosen !== undefined && offers.some((options) => options.includes(chosen))) continue;
        if (!context.once(sessionKey(one))) continue;
        const offered = digestText(first.value, 'qop') ?? '';
        const related = [{ message: 'The challenge', of: refusal, at: paramOf(first.value, 'qop') }];
        if (!qop || chosen === undefined) {
          context.report({ messageId: 'missing', in: request, at: one.value.scheme, data: { offered }, related });
        } else {
          const data = { offered, qop: chosen };
          context.report({ messageId: 'notOffered', in: request, at: unquotedRange(qop), data, related });
        }
      }
    },
  }),
});

/** The options that a client can choose from: it ignores what it does not know (RFC 2617 §3.2.1). */
function offeredBy(challenge: AuthValue): string[] {
  const options = (digestText(challenge, 'qop') ?? '').toLowerCase().split(',');
  return options.map((option) => option.trim()).filter(isKnown);
}

/** Others are digest-qop-value-unknown. */
function isKnown(option: string): boolean {
  return option === 'auth' || option === 'auth-int';
}

/** True for what digest-cnonce-without-qop and digest-md5-sess-without-qop say already. */
function isReportedWithoutQop(credentials: AuthValue): boolean {
  if (paramOf(credentials, 'cnonce') || paramOf(credentials, 'nc')) return true;
  return isSessionVariant(digestAlgorithmOf(credentials));
}
