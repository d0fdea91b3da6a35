import { defineRule, type FlowMessage } from '@siplint/core';
import { byAlice, byBob, toAlice, toBob } from '../examples/in-dialog.js';
import { ack, file, invite, line, ok } from '../examples/messages.js';
import { firstFinalOf, isCountedUp, requestsOf, type SeenRequest } from '../shared/dialog/dialog-requests.js';
import { isNumberContradicted } from '../shared/transaction/contradicted-request.js';
import { hopKey } from '../shared/transaction/hop-key.js';
import { cseqDigitsOf } from '../shared/transaction/places-in-flow.js';
import { isTraced } from '../shared/transaction/traced.js';

const CALL = [invite(), ok('INVITE'), ack()];

export default defineRule({
  meta: {
    id: 'dialog-cseq-not-increasing',
    category: 'cseq',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Number the requests of a dialog upwards',
    docs: {
      what:
        'Each side of a dialog counts its requests: a new one has a higher CSeq number than the one before, whatever its ' +
        'method. Only ACK and CANCEL repeat the number of their INVITE. Caller and callee count on their own.',
      why: 'The peer takes a lower number for a request that came late and answers 500: the call cannot be changed or ended.',
      falsePositives:
        'Requests are compared as one element sent them to the same next one. What UDP may have brought out of order is let ' +
        'pass: with time stamps requests within a second, and within 32 seconds those that may be late retransmissions; ' +
        'without them requests behind one that has no final response yet.',
      bad: [
        file(...CALL, byAlice('BYE', 314158, { CSeq: '<|314158|> BYE' })),
        file(...CALL, byAlice('BYE', 314159, { CSeq: '<|314159|> BYE' })),
        file(...CALL, byBob('INFO', 870), toBob(200, 'INFO', 870), byBob('BYE', 12, { CSeq: '<|12|> BYE' })),
      ],
      good: [
        file(...CALL, byBob('INFO', 1), toBob(200, 'INFO', 1), byBob('BYE', 2), toBob(200, 'BYE', 2)),
        file(
          ...CALL,
          line('# siplint-set time=10'),
          byAlice('INFO', 314161),
          line('# siplint-set time=10.2'),
          byAlice('INFO', 314160),
        ),
        file(...CALL, byAlice('INFO', 314160), toAlice(200, 'INFO', 314160), byAlice('BYE', 314161)),
      ],
    },
    references: [
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '12.2.2' },
    ],
    since: '0.1.0',
    messages: {
      lower:
        '{method} has CSeq number {found} behind {last} of the same sender: the peer takes it for a late request and answers 500, count upwards in the dialog',
      same: '{method} has CSeq number {found}, as the {other} before it: the peer takes it for a repetition or answers 500, count upwards in the dialog',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    dialog(dialog, context) {
      if (isCountedUp(dialog)) return;
      for (const { guilty, earlier } of misnumbered(requestsOf(dialog))) {
        const found = cseqDigitsOf(guilty);
        const last = cseqDigitsOf(earlier);
        if (!found || !last) continue;
        const place = { in: guilty, at: found, related: [{ message: 'The request before it', of: earlier, at: last }] };
        const data = { method: guilty.method, found: found.text };
        if (guilty.cseqNumber === earlier.cseqNumber) {
          context.report({ messageId: 'same', ...place, data: { ...data, other: earlier.method } });
        } else context.report({ messageId: 'lower', ...place, data: { ...data, last: last.text } });
      }
    },
  }),
});

interface Misnumbered {
  readonly guilty: FlowMessage;
  readonly earlier: FlowMessage;
}

/** How one side counts its requests on one hop. */
interface Count {
  readonly first: SeenRequest;
  last: SeenRequest;
  readonly byNumber: Map<number, SeenRequest>;
}

function misnumbered(requests: readonly SeenRequest[]): Misnumbered[] {
  const found: Misnumbered[] = [];
  const counts = new Map<string, Count>();
  for (const one of requests) {
    const { request, sender } = one;
    if (one.hops.some(isNumberContradicted)) continue;
    const key = `${sender}\n${hopKey(request)}`;
    const count = counts.get(key);
    const again = sentAgain(one);
    if (again) found.push({ guilty: again, earlier: request });
    if (!count) {
      counts.set(key, { first: one, last: one, byNumber: new Map([[request.cseqNumber, one]]) });
      continue;
    }
    const { last, byNumber } = count;
    const same = byNumber.get(request.cseqNumber);
    const isLower = request.cseqNumber < last.request.cseqNumber;
    if (same && !isAnsweredChallenge(request, same)) found.push({ guilty: request, earlier: same.request });
    if (!same && isLower && mayBeLate(one, count)) continue;
    if (!same && isLower) found.push({ guilty: request, earlier: last.request });
    // What follows a wrong number is counted from there: it is one mistake.
    count.last = one;
    if (!same) byNumber.set(request.cseqNumber, one);
  }
  return found.length > 1 ? withoutSamples(found) : found;
}

/** Requests under one number that nobody answers, and of which nothing else is known, were written one below the other. */
function withoutSamples(found: readonly Misnumbered[]): Misnumbered[] {
  const sharing = new Map<FlowMessage, { count: number; isOfCall: boolean }>();
  for (const { guilty, earlier } of found) {
    const known = sharing.get(earlier) ?? { count: 0, isOfCall: false };
    sharing.set(earlier, known);
    if (guilty.cseqNumber === earlier.cseqNumber) known.count++;
    known.isOfCall ||= isTraced(guilty) || guilty.transaction?.sawEnd === true;
  }
  return found.filter(({ earlier }) => {
    const { count = 0, isOfCall = true } = sharing.get(earlier) ?? {};
    return count < 2 || isOfCall;
  });
}

/** A new request of a user agent with the method and number of one that had its final response. */
function sentAgain({ request, hops }: SeenRequest): FlowMessage | undefined {
  // A proxy may try one request at several places, and so may who hides it.
  if (hops.length < 2 || request.viaCount > 1 || request.toTag === undefined) return undefined;
  const [first] = hops;
  const final = first?.final;
  // Another server is tried with the same number (RFC 3263 §4.3); auth-retry-cseq-not-incremented has the challenges.
  if (!final || final.statusCode === 408 || final.statusCode === 503 || isChallenge(final)) return undefined;
  const hop = hopKey(request);
  const again = hops.find((one) => one.request && one.request.index > final.index && hopKey(one.request) === hop);
  return again?.request;
}

/** True if a request with the number of another one answers its challenge: auth-retry-cseq-not-incremented. */
function isAnsweredChallenge(request: FlowMessage, earlier: SeenRequest): boolean {
  if (request.method !== earlier.request.method || request.credentials === earlier.request.credentials) return false;
  return earlier.hops.some(({ final }) => final !== undefined && isChallenge(final));
}

function isChallenge({ statusCode }: FlowMessage): boolean {
  return statusCode === 401 || statusCode === 407;
}

/** Seconds within which packets may change places. */
const MOST_SWAP = 1;
/** Seconds for which a request is retransmitted: 64*T1 (§17.1.2.2). */
const MOST_RETRIES = 32;

/** True if a request with a lower number may have been sent before the last one. */
function mayBeLate({ request }: SeenRequest, { first, last }: Count): boolean {
  // The request that creates a dialog is the first of all.
  const isFirstKnown = first.sender === 'caller' && first.request.toTag === undefined;
  if (isFirstKnown && request.cseqNumber < first.request.cseqNumber) return false;
  const isOrdered = isSentOnItsOwn(request, last.request) || (request.transport !== 'udp' && request.viaCount === 1);
  if (request.time !== undefined && last.request.time !== undefined) {
    return request.time - last.request.time <= (isOrdered ? MOST_SWAP : MOST_RETRIES);
  }
  const final = firstFinalOf(last);
  return !final || final.index > request.index || (!isOrdered && mayBeRetry(request, last, first));
}

/** How far below the first number that was seen one may be that was sent before it. */
const MOST_PENDING = 8;

/** True if a request may have been lost at first, so that its retransmission stands behind a later one. */
function mayBeRetry({ cseqNumber }: FlowMessage, last: SeenRequest, first: SeenRequest): boolean {
  return cseqNumber > first.request.cseqNumber || last.request.cseqNumber - cseqNumber <= MOST_PENDING;
}

/**
 * True if a sender does not go on from a request to the other before the first is answered (§14.1, §15.1.1). A subscription in
 * the dialog goes on beside a BYE (RFC 6665 §4.5.2).
 */
function isSentOnItsOwn({ method }: FlowMessage, other: FlowMessage): boolean {
  if (method === 'BYE') return other.method !== 'NOTIFY' && other.method !== 'SUBSCRIBE';
  return method === 'INVITE' && other.method === 'INVITE';
}
