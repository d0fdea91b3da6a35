import type { Flow, FlowMessage, Transaction } from '@siplint/core';
import { oncePer } from '../once/once-per.js';
import { perFlow } from '../once/per-flow.js';

/** An ACK to a response of 300-699, which belongs to the transaction of its INVITE (RFC 3261 §17.1.1.3). */
export interface FailureAck {
  readonly ack: FlowMessage;
  /** The response that it acknowledges. */
  readonly response: FlowMessage;
}

/**
 * The ACKs of an INVITE's transaction to its 300-699 responses: by branch and sent-by, and by To tag where there are several
 * responses. One whose To tag is that of a 2xx of the call is meant for that, and one that a stateless proxy only forwarded
 * has been seen on the hop before.
 */
export function failureAcks(transaction: Transaction): readonly FailureAck[] {
  return transaction.acks.length === 0 ? NONE : pairsOf(transaction);
}

const pairsOf = oncePer((transaction: Transaction): readonly FailureAck[] => {
  const plain = plainPairOf(transaction);
  if (plain) return [plain];
  const { acks, responses, upstream, flow } = transaction;
  const failures = responses.filter(({ isFailure }) => isFailure);
  const byTag = new Map(failures.toReversed().map((response) => [response.toTag, response]));
  const wasSeenBefore = upstream !== undefined && upstream.acks.length > 0;
  return acks.flatMap((ack) => {
    const response = byTag.get(ack.toTag) ?? failures[0];
    if (!response || response.index > ack.index) return [];
    if (ack.viaCount > 1 && wasSeenBefore) return [];
    const isForSuccess =
      ack.toTag !== undefined && ack.toTag !== response.toTag && tagsOfSuccesses(flow).has(ack.toTag);
    return isForSuccess ? [] : [{ ack, response }];
  });
});

const NONE: readonly FailureAck[] = [];

/** What nearly all refused INVITEs show: one failure, and behind it one ACK with its To tag. */
function plainPairOf({ acks, responses, final }: Transaction): FailureAck | undefined {
  const [ack] = acks;
  if (!ack || acks.length > 1 || ack.viaCount > 1 || !final?.isFailure || final !== responses.at(-1)) return undefined;
  return ack.toTag === final.toTag && ack.index > final.index ? { ack, response: final } : undefined;
}

/** To tags of the 2xx responses to INVITE in a flow. */
const tagsOfSuccesses = perFlow((flow: Flow): ReadonlySet<string> => {
  const tags = new Set<string>();
  for (const { kind, method, isSuccess, toTag } of flow.messages) {
    if (kind === 'response' && method === 'INVITE' && isSuccess && toTag !== undefined) tags.add(toTag);
  }
  return tags;
});
