import { defineRule, replaceRange } from '@siplint/core';
import { again, challenged } from '../examples/again.js';
import { challenge, credentials } from '../examples/digest.js';
import { file, invite, register, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { type AnsweredChallenge, answeredChallengeOf } from '../shared/auth/answered-challenge.js';
import { type AuthParty, type Digest, sessionKey } from '../shared/auth/digests.js';

const FIELDS: Readonly<Record<AuthParty, { readonly challenge: string; readonly credentials: string }>> = {
  server: { challenge: 'WWW-Authenticate', credentials: 'Authorization' },
  proxy: { challenge: 'Proxy-Authenticate', credentials: 'Proxy-Authorization' },
};

export default defineRule({
  meta: {
    id: 'auth-header-kind-mismatch',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Answer WWW-Authenticate with Authorization and Proxy-Authenticate with Proxy-Authorization',
    docs: {
      what:
        'Credentials that have the realm and the nonce of a challenge stand in the header field that belongs to it: ' +
        'Authorization for WWW-Authenticate, Proxy-Authorization for Proxy-Authenticate. Reported once a realm and Call-ID.',
      why:
        'A proxy looks for credentials in Proxy-Authorization only, a server or registrar in Authorization only. Each takes ' +
        'the request for one without credentials and challenges it again, without end.',
      fixSafety: 'Unsafe: the digest stays the same, but who is to read the credentials changes.',
      bad: [
        file(
          invite(),
          challenged(407, 'INVITE'),
          failureAck(),
          again('INVITE', { '<|Authorization|>': credentials() }),
        ),
        file(register(), challenged(401, 'REGISTER'), again('REGISTER', { '<|Proxy-Authorization|>': credentials() })),
      ],
      good: [
        file(
          invite(),
          challenged(407, 'INVITE'),
          failureAck(),
          again('INVITE', { 'Proxy-Authorization': credentials() }),
        ),
        file(
          register(),
          response(401, 'REGISTER', { 'WWW-Authenticate': challenge(), 'Proxy-Authenticate': challenge() }),
          again('REGISTER', { Authorization: credentials() }),
        ),
        file(
          register(),
          challenged(401, 'REGISTER'),
          again('REGISTER', {
            Authorization: credentials(),
            'Proxy-Authorization': credentials({ realm: '"proxy.example.org"', nonce: '"77af"' }),
          }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '22.2' },
      { rfc: 3261, section: '22.3' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      mismatch:
        'The challenge for realm "{realm}" came in {challenge}: its sender looks for the answer in {expected}, not in {found}, and challenges again',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction(transaction, context) {
      const answer = answeredChallengeOf(transaction);
      if (!answer) return;
      for (const { party, field, realm, challenge: asked } of misplacedIn(answer)) {
        if (!context.once(`${answer.request.callId} ${realm}`)) continue;
        const { challenge: name, credentials: expected } = FIELDS[asked.party];
        const found = FIELDS[party].credentials;
        const isAlone = field.values.length === 1;
        context.report({
          messageId: 'mismatch',
          in: answer.request,
          at: field.nameNode,
          data: { realm, challenge: name, expected, found },
          related: [{ message: 'The challenge', of: answer.response, at: asked.field.nameNode }],
          fix: isAlone
            ? { title: `Rename to ${expected}`, edits: [replaceRange(field.nameNode, expected)] }
            : undefined,
        });
      }
    },
  }),
});

interface Misplaced extends Digest {
  readonly challenge: Digest;
}

/** Credentials in the wrong field, but for copies of ones that stand in the right one as well. */
function misplacedIn({ credentials, bySession }: AnsweredChallenge): Misplaced[] {
  const placed = new Set(credentials.map((one) => `${one.party} ${sessionKey(one)}`));
  return credentials.flatMap((one) => {
    const challenges = bySession.get(sessionKey(one));
    const [first] = challenges ?? [];
    if (!first || challenges?.some(({ party }) => party === one.party)) return [];
    return placed.has(`${first.party} ${sessionKey(one)}`) ? [] : [{ ...one, challenge: first }];
  });
}
