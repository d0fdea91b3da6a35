import { compareHops, type FlowMessage, type Transaction } from '@siplint/core';
import { oncePer } from '../once/once-per.js';
import { challengesIn, credentialsIn, type Digest, digestText, sessionKey } from './digests.js';
import { isPlainAnswer } from './plain-answer.js';

/** A request that its sender made anew behind a 401 or 407. */
export interface ChallengedRetry {
  readonly request: FlowMessage;
  /** The request before, which was challenged. */
  readonly refused: FlowMessage;
  readonly response: FlowMessage;
}

/** The request of a transaction, with credentials, as the answer to a challenge. */
export interface AnsweredChallenge extends ChallengedRetry {
  readonly credentials: readonly Digest[];
  readonly challenges: readonly Digest[];
  /** The challenges by realm and nonce. */
  readonly bySession: ReadonlyMap<string, readonly Digest[]>;
}

/**
 * The request of a transaction as the one that follows a challenge: the next of its sender with the same Call-ID, tags and
 * method on the same hop (RFC 3261 §22.2). Undefined if it is no such request, or was seen a hop earlier already.
 */
export function challengedRetryOf({ request, previous, upstream }: Transaction): ChallengedRetry | undefined {
  const refused = previous?.request;
  if (!request || !refused || upstream) return undefined;
  const response = previous.responses.findLast(isChallenge);
  if (!response || response.index > request.index) return undefined;
  if (compareHops(request, refused) === 'different' || isForkOf(request, refused)) return undefined;
  return { request, refused, response };
}

/** True if a request answers a challenge with other credentials than those that were refused: its number and branch are new. */
export function isSentWithCredentials(transaction: Transaction): boolean {
  const retry = challengedRetryOf(transaction);
  return (
    retry !== undefined && retry.request.credentials !== '' && retry.request.credentials !== retry.refused.credentials
  );
}

/** Undefined if the request answers no challenge, has no credentials, or has those that the challenge asks for beyond doubt. */
export function answeredChallengeOf(transaction: Transaction): AnsweredChallenge | undefined {
  if (!transaction.previous || !transaction.request?.credentials) return undefined;
  return readAnswer(transaction);
}

/** Several rules ask for it, each of them for every challenge that is answered. */
const readAnswer = oncePer((transaction: Transaction): AnsweredChallenge | undefined => {
  const retry = challengedRetryOf(transaction);
  // Where the number was not raised it may be another try of the same request, and is auth-retry-cseq-not-incremented.
  if (!retry || retry.request.cseqNumber <= retry.refused.cseqNumber || isPlainAnswer(retry)) return undefined;
  const credentials = credentialsIn(retry.request.message);
  const challenges = challengesIn(retry.response.message);
  return { ...retry, credentials, challenges, bySession: bySession(challenges) };
});

function bySession(challenges: readonly Digest[]): Map<string, Digest[]> {
  const sessions = new Map<string, Digest[]>();
  for (const challenge of challenges) {
    const known = sessions.get(sessionKey(challenge));
    if (known) known.push(challenge);
    else sessions.set(sessionKey(challenge), [challenge]);
  }
  return sessions;
}

/** Credentials of the answer that were refused before, letter by letter; none if the server asks for those of another realm. */
export function refusedAgain({ credentials, challenges, refused }: AnsweredChallenge): readonly Digest[] {
  if (refused.credentials === '') return NONE;
  const asked = new Set(challenges.map(({ party, realm }) => `${party} ${realm}`));
  const before = new Set(credentialsIn(refused.message).map(proofKey));
  return credentials.filter((one) => {
    return isProof(one) && asked.has(`${one.party} ${one.realm}`) && before.has(proofKey(one));
  });
}

const NONE: readonly Digest[] = [];

/** A first registration in an IMS says who registers, and proves nothing yet (3GPP TS 24.229 §5.1.1.2). */
export function isProof({ nonce, value }: Digest): boolean {
  return nonce !== '' && Boolean(digestText(value, 'response'));
}

function proofKey({ realm, nonce, value }: Digest): string {
  const proof = ['username', 'nc', 'response'].map((name) => digestText(value, name) ?? '');
  return [realm, nonce, ...proof].join('\n');
}

function isChallenge({ statusCode }: FlowMessage): boolean {
  return statusCode === 401 || statusCode === 407;
}

/** True for two branches on which a proxy sent one request: below the topmost they have the same Via values. */
export function isForkOf(a: FlowMessage, b: FlowMessage): boolean {
  return a.viaCount > 1 && belowTopmost(a.viaStack) === belowTopmost(b.viaStack);
}

function belowTopmost(viaStack: string): string {
  return viaStack.slice(viaStack.indexOf('\n') + 1);
}
