import { type AuthValue, defineRule, paramOf, type Range } from '@siplint/core';
import { again, challenged } from '../examples/again.js';
import { challenge, credentials, oldCredentials } from '../examples/digest.js';
import { file, ok, register, response } from '../examples/messages.js';
import {
  type AnsweredChallenge,
  answeredChallengeOf,
  isProof,
  refusedAgain,
} from '../shared/auth/answered-challenge.js';
import { digestAlgorithmOf } from '../shared/auth/digest-algorithm.js';
import { type Digest, digestText, sessionKey } from '../shared/auth/digests.js';
import { offeredNonces } from '../shared/auth/offered-nonces.js';
import { unquotedRange } from '../shared/values/quoted-param.js';

type Name = 'realm' | 'nonce' | 'opaque' | 'algorithm';

export default defineRule({
  meta: {
    id: 'auth-values-not-from-challenge',
    category: 'auth',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Take realm, nonce, opaque and algorithm from the challenge',
    docs: {
      what:
        'Credentials that answer a challenge have its realm and nonce, and its opaque and algorithm if it has them. An empty ' +
        'opaque may be left out, and so may algorithm=MD5 and AKAv1-MD5, as the examples of RFC 3310 do.',
      why:
        'The server computes the digest over its own values and finds its session by them. With others the password does ' +
        'not help: the client gets the next 401, or is asked for another one in vain.',
      falsePositives:
        'Only the next request with the same Call-ID and method is judged. Credentials for realms of other hops, and nonces ' +
        'that the file shows to be offered elsewhere in the meantime, are let pass. A nonce that a client got in a call ' +
        'outside of the file looks like a wrong one.',
      bad: [
        file(
          register(),
          challenged(401, 'REGISTER'),
          again('REGISTER', { Authorization: credentials({ realm: '"<|example.org|>"' }) }),
        ),
        file(
          register(),
          challenged(401, 'REGISTER'),
          again('REGISTER', { Authorization: credentials({ nonce: '"<|84f1c1a3|>"' }) }),
        ),
        file(
          register(),
          challenged(401, 'REGISTER', challenge({ opaque: '"5ccc069c"' })),
          again('REGISTER', { Authorization: credentials().replace('Digest', '<|$&|>') }),
        ),
        file(
          register(),
          challenged(401, 'REGISTER', challenge({ algorithm: 'SHA-256' })),
          again('REGISTER', { Authorization: credentials({ algorithm: '<|MD5|>' }) }),
        ),
        file(
          register(),
          challenged(401, 'REGISTER'),
          again('REGISTER', { Authorization: credentials({ opaque: '"<|5ccc069c|>"' }) }),
        ),
      ],
      good: [
        file(
          register(),
          challenged(401, 'REGISTER', challenge({ opaque: '""', algorithm: 'MD5' })),
          again('REGISTER', { Authorization: credentials() }),
        ),
        file(
          register(),
          response(401, 'REGISTER', {
            'WWW-Authenticate': [challenge({ algorithm: 'SHA-256' }), challenge({ algorithm: 'MD5' })],
          }),
          again('REGISTER', { Authorization: credentials({ algorithm: 'md5' }) }),
        ),
        file(
          register(),
          challenged(401, 'REGISTER'),
          again('REGISTER', {
            Authorization: credentials(),
            'Proxy-Authorization': credentials({ realm: '"proxy.example.org"', nonce: '"77af"' }),
          }),
        ),
        file(register({ Authorization: oldCredentials({ nonce: '"00"' }) }), ok('REGISTER')),
      ],
    },
    references: [
      { rfc: 3261, section: '22.1' },
      { rfc: 3261, section: '22.3' },
      { rfc: 2617, section: '3.2.2' },
      { rfc: 3310, section: '4' },
    ],
    since: '0.1.0',
    messages: {
      realm:
        'The {status} asks for credentials of realm "{expected}", these are for "{found}": the server finds none and challenges again',
      nonce:
        'The nonce "{found}" is not that of the challenge, "{expected}": the server refuses the digest as stale or forged',
      changed: 'The challenge has {name} "{expected}", the credentials "{found}": the server cannot verify the digest',
      missing:
        'The challenge has {name} "{expected}", which the credentials leave out: the server cannot verify the digest',
      added: 'The credentials have {name} "{found}", but the challenge has none: the server cannot verify the digest',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction(transaction, context) {
      const answer = answeredChallengeOf(transaction);
      const odd = answer && oddValuesIn(answer, () => offeredNonces(context.file));
      if (!odd) return;
      const { request, response: refusal } = answer;
      for (const { digest, challenge: asked, name } of odd) {
        const param = paramOf(digest.value, name);
        const original = paramOf(asked.value, name);
        const place = {
          in: request,
          at: param ? unquotedRange(param) : digest.value.scheme,
          related: [{ message: 'The challenge', of: refusal, at: placeOf(asked.value, name) }],
        };
        const found = digestText(digest.value, name) ?? '';
        const expected = digestText(asked.value, name) ?? '';
        if (name === 'realm') {
          const data = { found, expected, status: refusal.statusCode };
          context.report({ messageId: 'realm', ...place, data });
        } else if (name === 'nonce') context.report({ messageId: 'nonce', ...place, data: { found, expected } });
        else if (!param) context.report({ messageId: 'missing', ...place, data: { name, expected } });
        else if (!original) context.report({ messageId: 'added', ...place, data: { name, found } });
        else context.report({ messageId: 'changed', ...place, data: { name, found, expected } });
      }
    },
  }),
});

const AKA_WITH_MD5 = /^akav\d+-md5$/;

interface OddValue {
  readonly digest: Digest;
  readonly challenge: Digest;
  readonly name: Name;
}

function oddValuesIn(answer: AnsweredChallenge, offered: () => ReadonlyMap<string, number>): OddValue[] {
  const { credentials, challenges, bySession, refused, request } = answer;
  const matching = credentials.filter((one) => bySession.has(sessionKey(one)));
  const odd = matching.flatMap((digest): OddValue[] => {
    const [first, ...others] = bySession.get(sessionKey(digest)) ?? [];
    const name = first && oddParam(digest.value, first.value);
    // Another challenge with the same nonce asks for another algorithm (RFC 8760 §2.3).
    if (!name || others.some((other) => oddParam(digest.value, other.value) === undefined)) return [];
    return [{ digest, challenge: first, name }];
  });
  // A number that was left out tells of a request that the file lacks, and maybe of its challenge.
  if (request.cseqNumber > refused.cseqNumber + 1) return odd;
  const answered = new Set(matching.map(({ realm }) => realm));
  const byRealm = new Map(challenges.map((one) => [`${one.party} ${one.realm}`, one]));
  const repeated = new Set(refusedAgain(answer));
  let hasRealm = answered.size > 0;
  for (const digest of credentials) {
    const asked = byRealm.get(`${digest.party} ${digest.realm}`);
    if (!asked) continue;
    hasRealm = true;
    // What is left from another hop may stand beside the answer; what was refused letter by letter is another rule's.
    if (answered.has(digest.realm) || repeated.has(digest) || !isProof(digest)) continue;
    const offeredAt = offered().get(digest.nonce);
    if (offeredAt !== undefined && offeredAt > refused.index) continue;
    odd.push({ digest, challenge: asked, name: 'nonce' });
  }
  if (!hasRealm) odd.push(...otherRealm(answer, offered));
  return odd;
}

/** The credentials that are meant for the challenge, though nothing in them is of its realm. */
function otherRealm(answer: AnsweredChallenge, offered: () => ReadonlyMap<string, number>): OddValue[] {
  const { credentials, challenges, refused } = answer;
  const byParty = new Map(challenges.map((one) => [one.party, one]));
  for (const digest of credentials) {
    const asked = byParty.get(digest.party);
    if (!asked || !isProof(digest)) continue;
    const isOfChallenge = asked.nonce === digest.nonce;
    // Kept for another hop: the request before had them, or another server of the file asks for them.
    if (!isOfChallenge && (refused.credentials !== '' || offered().has(digest.nonce))) continue;
    return [{ digest, challenge: asked, name: 'realm' }];
  }
  return [];
}

function oddParam(credentials: AuthValue, challenge: AuthValue): 'opaque' | 'algorithm' | undefined {
  if (!hasAlgorithmOf(credentials, challenge)) return 'algorithm';
  const opaqueOf = (value: AuthValue): string => digestText(value, 'opaque') ?? '';
  return opaqueOf(credentials) === opaqueOf(challenge) ? undefined : 'opaque';
}

function hasAlgorithmOf(credentials: AuthValue, challenge: AuthValue): boolean {
  const algorithm = digestAlgorithmOf(challenge);
  if (digestAlgorithmOf(credentials) === algorithm) return true;
  // AKA with MD5 is MD5 with a password that the SIM makes: RFC 3310 §4 leaves it out of the credentials.
  return AKA_WITH_MD5.test(algorithm) && !paramOf(credentials, 'algorithm');
}

function placeOf(value: AuthValue, name: Name): Range {
  const param = paramOf(value, name);
  return param ? unquotedRange(param) : value.scheme;
}
