import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { challenged } from '../examples/again.js';
import { challenge } from '../examples/digest.js';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, response } from '../examples/messages.js';
import { challengesIn, type Digest, sessionKey } from '../shared/auth/digests.js';

const first = challenge({ realm: '"desk.example.net"' });
const second = challenge({ realm: '"transit.example.net"', nonce: '"77af"' });
const FORKED = [
  invite(),
  forwarded('INVITE'),
  forwarded('INVITE', {}, 'b'),
  fromBranch(401, 'INVITE', { 'WWW-Authenticate': first }),
  fromBranch(407, 'INVITE', { 'Proxy-Authenticate': second }, 'b'),
];

export default defineRule({
  meta: {
    id: 'proxy-dropped-challenges',
    category: 'auth',
    level: 'MUST',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Forward the challenges of all branches in one 401 or 407',
    docs: {
      what:
        'A proxy that has forked a request and forwards a 401 or 407 puts all WWW-Authenticate and Proxy-Authenticate values ' +
        'into it that it has received on other branches by then.',
      why:
        'The client answers what it was asked. Where a challenge is dropped, the servers behind that branch challenge again ' +
        'at each attempt, and the phone there never rings.',
      falsePositives:
        'Only forks are judged of which the file shows the hop before and behind the proxy, with at least two challenged ' +
        'branches. The order of their messages has to be that of the wire.',
      bad: [
        file(
          ...FORKED,
          response(407, 'INVITE', {
            startLine: 'SIP/2.0 <|407|> Proxy Authentication Required',
            'Proxy-Authenticate': second,
          }),
        ),
      ],
      good: [
        file(...FORKED, response(407, 'INVITE', { 'WWW-Authenticate': first, 'Proxy-Authenticate': second })),
        file(
          invite(),
          forwarded('INVITE'),
          forwarded('INVITE', {}, 'b'),
          fromBranch(401, 'INVITE', { 'WWW-Authenticate': first }),
          challenged(401, 'INVITE', first),
          fromBranch(407, 'INVITE', { 'Proxy-Authenticate': second }, 'b'),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '22.3' },
    ],
    since: '0.1.0',
    messages: {
      dropped:
        'The proxy got a challenge for realm "{realm}" on another branch and left it out of this {status}: the client cannot answer it, forward all challenges',
    },
  },
  appliesTo: { statuses: [401, 407] },
  create: () => ({
    transaction(transaction, context) {
      if (transaction.downstream.length < 2) return;
      const { response: guilty, dropped } = droppedIn(transaction) ?? {};
      const [lost] = dropped ?? [];
      if (!guilty || !lost) return;
      context.report({
        messageId: 'dropped',
        in: guilty,
        data: { realm: lost.realm, status: guilty.statusCode },
        related: (dropped ?? []).map(({ value, response: of }) => ({ message: 'Left out', of, at: value.scheme })),
      });
    },
  }),
});

interface Received extends Digest {
  readonly response: FlowMessage;
}

/** The first challenge to the client, with what it lacks; undefined if there is none, or the proxy made it on its own. */
function droppedIn(
  transaction: Transaction,
): { readonly response: FlowMessage; readonly dropped: readonly Received[] } | undefined {
  const response = transaction.responses.find(isChallenge);
  if (!response) return undefined;
  const behind = transaction.downstream.flatMap(({ responses }) => responses.filter(isChallenge));
  const before = behind.filter(({ index }) => index < response.index);
  if (before.length < 2) return undefined;
  const received = before.flatMap((one) =>
    challengesIn(one.message).map((digest): Received => ({ ...digest, response: one })),
  );
  const kept = new Set(challengesIn(response.message).map(sessionKey));
  const dropped = received.filter((one) => !kept.has(sessionKey(one)));
  return dropped.length < received.length ? { response, dropped } : undefined;
}

function isChallenge({ statusCode }: FlowMessage): boolean {
  return statusCode === 401 || statusCode === 407;
}
