import type { Flow } from './flow.js';
import type { FlowMessage } from './flow-message.js';
import { Transaction } from './transaction.js';
import { branchKey, topmostViaKey } from './transaction-key.js';

/** Transactions with one branch that are remembered: an INVITE has a CANCEL, and a reused branch has a few more. */
const MOST_OF_A_BRANCH = 8;

/** How many of a transaction's last responses a retransmission is sought among. */
const LOOK_BACK = 32;

/** Finds the transaction of each message by RFC 3261 §17.1.3 and §17.2.3, over all calls of a file. */
export class TransactionIndex {
  /** By branch, the latest last. */
  readonly #branches = new Map<string, Transaction[]>();

  /** Puts a message into its transaction, or into a new one of the flow that `flowOf` gives. */
  add(message: FlowMessage, flowOf: () => Flow): Transaction {
    const key = keyOf(message);
    const mates = this.#branches.get(key) ?? [];
    const known = message.kind === 'request' ? findForRequest(message, mates) : findForResponse(message, mates);
    const transaction = known ?? this.#begin(message, key, mates, flowOf);
    message.transaction = transaction;
    transaction.messages.push(message);
    if (message.kind === 'response') addResponse(transaction, message);
    else if (message.method === 'ACK' && transaction.method === 'INVITE') addAck(transaction, message);
    else if (transaction.request) transaction.request.addCopy(message);
    else transaction.request = message;
    return transaction;
  }

  /** Forgets a transaction: what comes later with its branch is not matched to it. */
  remove(transaction: Transaction): void {
    const mates = this.#branches.get(transaction.branchKey);
    const at = mates?.indexOf(transaction) ?? -1;
    if (!mates || at < 0) return;
    if (mates.length === 1) this.#branches.delete(transaction.branchKey);
    else mates.splice(at, 1);
  }

  #begin(message: FlowMessage, key: string, mates: Transaction[], flowOf: () => Flow): Transaction {
    const cancelled = message.method === 'CANCEL' && message.kind === 'request' ? findMate(message, mates) : undefined;
    const transaction = new Transaction(cancelled?.flow ?? flowOf(), key, message.method);
    if (cancelled) {
      transaction.cancelled = cancelled;
      cancelled.cancel ??= transaction;
    } else if (message.kind === 'request') {
      transaction.sharesBranchWith = mates.findLast(({ request, method }) => request && !isHopByHop(method));
    }
    if (mates.length === 0) this.#branches.set(key, mates);
    else if (mates.length === MOST_OF_A_BRANCH) mates.shift();
    mates.push(transaction);
    transaction.flow.transactions.push(transaction);
    return transaction;
  }
}

/** Methods that go no further than one hop, with the branch of what they are about. */
function isHopByHop(method: string): boolean {
  return method === 'ACK' || method === 'CANCEL';
}

function keyOf(message: FlowMessage): string {
  return branchKey(topmostViaKey(message.viaStack), message.callId, message.from?.tag ?? '', message.cseqNumber);
}

/** The transaction that a request repeats, or is the ACK of. Another number, Call-ID or credentials make a new request. */
function findForRequest(message: FlowMessage, mates: readonly Transaction[]): Transaction | undefined {
  if (message.method === 'ACK') {
    const invite = findMate(message, mates);
    if (invite?.method === 'INVITE') return invite;
  }
  return mates.findLast(({ method, messages: [first], request }) => {
    if (method !== message.method || !first || !isSameRequest(first, message)) return false;
    return request === undefined || request.credentials === message.credentials;
  });
}

/**
 * The transaction that an ACK or CANCEL with the same branch is about: the one with its Call-ID and number, else the latest
 * one that is of the same call by some sign, so that a slip in one field is found and a mere collision is not.
 */
function findMate(message: FlowMessage, mates: readonly Transaction[]): Transaction | undefined {
  const candidates = mates.filter(({ method }) => !isHopByHop(method));
  return (
    candidates.findLast(({ messages: [first] }) => first && isSameRequest(first, message)) ??
    candidates.findLast(({ messages: [first] }) => first && isLikelySameCall(first, message))
  );
}

function findForResponse(message: FlowMessage, mates: readonly Transaction[]): Transaction | undefined {
  const candidates = mates.filter(({ method }) => method === message.method);
  return (
    candidates.findLast(({ messages: [first] }) => first && isSameRequest(first, message)) ??
    candidates.findLast(({ messages: [first] }) => first && isLikelySameCall(first, message))
  );
}

function isSameRequest(a: FlowMessage, b: FlowMessage): boolean {
  return a.callId === b.callId && a.cseqNumber === b.cseqNumber;
}

function isLikelySameCall(a: FlowMessage, b: FlowMessage): boolean {
  if (a.callId === b.callId) return true;
  const tag = a.from?.tag;
  return tag !== undefined && tag === b.from?.tag && a.cseqNumber === b.cseqNumber;
}

/** A response of the same status, To tag, RSeq and body is a retransmission, whatever a later hop did to its fields. */
function addResponse({ responses }: Transaction, message: FlowMessage): void {
  const oldest = Math.max(0, responses.length - LOOK_BACK);
  for (let i = responses.length - 1; i >= oldest; i--) {
    const earlier = responses[i];
    if (!earlier || !isSameResponse(earlier, message)) continue;
    earlier.addCopy(message);
    return;
  }
  responses.push(message);
}

function isSameResponse(a: FlowMessage, b: FlowMessage): boolean {
  return (
    a.statusCode === b.statusCode &&
    a.to?.tag === b.to?.tag &&
    a.rseq === b.rseq &&
    a.cseqNumber === b.cseqNumber &&
    a.bodyText === b.bodyText
  );
}

/** Only an ACK with the same To tag repeats: that to another 2xx may have reused the branch. */
function addAck({ acks }: Transaction, message: FlowMessage): void {
  const earlier = acks.find(({ to, cseqNumber }) => to?.tag === message.to?.tag && cseqNumber === message.cseqNumber);
  if (earlier) earlier.addCopy(message);
  else acks.push(message);
}
