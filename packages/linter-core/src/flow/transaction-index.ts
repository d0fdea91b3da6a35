import type { FlowMessage } from './flow-message.js';
import type { OpenFlows } from './open-flows.js';
import { Transaction } from './transaction.js';
import { branchKey } from './transaction-key.js';

/** Transactions with one branch that are remembered: an INVITE has a CANCEL, and a reused branch has a few more. */
const MOST_OF_A_BRANCH = 8;

/** How many of a transaction's last responses a retransmission is sought among. */
const LOOK_BACK = 32;

/** Finds the transaction of each message by RFC 3261 §17.1.3 and §17.2.3, over all calls of a file. */
export class TransactionIndex {
  /** The latest of each branch. */
  readonly #branches = new Map<string, Transaction>();

  /** Puts a message into its transaction, or into a new one of the flow of its Call-ID. */
  add(message: FlowMessage, flows: OpenFlows): Transaction {
    const key = keyOf(message);
    const latest = this.#branches.get(key);
    const known = message.kind === 'request' ? findForRequest(message, latest) : findForResponse(message, latest);
    const transaction = known ?? this.#begin(message, key, latest, flows);
    message.transaction = transaction;
    if (message.kind === 'response') addResponse(transaction, message);
    else if (message.method === 'ACK' && transaction.method === 'INVITE') addAck(transaction, message);
    else if (transaction.request) transaction.request.addCopy(message);
    else transaction.request = message;
    return transaction;
  }

  /** Forgets a transaction: what comes later with its branch is not matched to it. */
  remove(transaction: Transaction): void {
    const { branchKey, earlierOfBranch } = transaction;
    const latest = this.#branches.get(branchKey);
    if (latest === transaction) {
      if (earlierOfBranch) this.#branches.set(branchKey, earlierOfBranch);
      else this.#branches.delete(branchKey);
    } else {
      let later = latest;
      while (later && later.earlierOfBranch !== transaction) later = later.earlierOfBranch;
      if (later) later.earlierOfBranch = earlierOfBranch;
    }
    transaction.earlierOfBranch = undefined;
  }

  #begin(message: FlowMessage, key: string, latest: Transaction | undefined, flows: OpenFlows): Transaction {
    const cancelled = message.method === 'CANCEL' && message.kind === 'request' ? findMate(message, latest) : undefined;
    const transaction = new Transaction(cancelled?.flow ?? flows.of(message.callId), key, message.method, message);
    if (cancelled) {
      transaction.cancelled = cancelled;
      cancelled.cancel ??= transaction;
    } else if (message.kind === 'request') {
      transaction.sharesBranchWith = findSharing(latest);
    }
    transaction.earlierOfBranch = latest;
    if (latest) forgetOldest(transaction);
    this.#branches.set(key, transaction);
    transaction.flow.transactions.push(transaction);
    return transaction;
  }
}

/** Methods that go no further than one hop, with the branch of what they are about. */
export function isHopByHop(method: string): boolean {
  return method === 'ACK' || method === 'CANCEL';
}

function keyOf(message: FlowMessage): string {
  return branchKey(message.topmostVia, message.callId, message.fromTag ?? '', message.cseqNumber);
}

/** Cuts what is linked behind a transaction down to what is remembered of a branch. */
function forgetOldest(latest: Transaction): void {
  let mate: Transaction | undefined = latest;
  for (let count = 1; mate && count < MOST_OF_A_BRANCH; count++) mate = mate.earlierOfBranch;
  if (mate) mate.earlierOfBranch = undefined;
}

/** The latest transaction with a request of its own. */
function findSharing(latest: Transaction | undefined): Transaction | undefined {
  let mate = latest;
  while (mate && (!mate.request || isHopByHop(mate.method))) mate = mate.earlierOfBranch;
  return mate;
}

/** The transaction that a request repeats, or is the ACK of. Another number, Call-ID or credentials make a new request. */
function findForRequest(message: FlowMessage, latest: Transaction | undefined): Transaction | undefined {
  if (message.method === 'ACK') {
    const invite = findMate(message, latest);
    if (invite?.method === 'INVITE') return invite;
  }
  for (let mate = latest; mate; mate = mate.earlierOfBranch) {
    if (mate.method !== message.method || !isSameRequest(mate.first, message)) continue;
    if (isOtherWayRound(mate.first, message)) continue;
    if (mate.request === undefined || mate.request.credentials === message.credentials) return mate;
  }
  return undefined;
}

/** The transaction that an ACK or CANCEL with the same branch is about: the INVITE, whatever else has its branch. */
function findMate(message: FlowMessage, latest: Transaction | undefined): Transaction | undefined {
  return findLatest(message, latest, 'INVITE') ?? findLatest(message, latest, undefined);
}

function findForResponse(message: FlowMessage, latest: Transaction | undefined): Transaction | undefined {
  return findLatest(message, latest, message.method);
}

/**
 * The latest transaction with the Call-ID and number of a message, else the latest that is of the same call by some sign: so
 * a slip in one field is found, and a mere collision of branches is not taken for one.
 * @param method Of the transaction; undefined for any but those that go one hop only.
 */
function findLatest(
  message: FlowMessage,
  latest: Transaction | undefined,
  method: string | undefined,
): Transaction | undefined {
  let likely: Transaction | undefined;
  for (let mate = latest; mate; mate = mate.earlierOfBranch) {
    if (method === undefined ? isHopByHop(mate.method) : mate.method !== method) continue;
    if (isSameRequest(mate.first, message)) return mate;
    if (!likely && isLikelySameCall(mate.first, message)) likely = mate;
  }
  return likely;
}

function isSameRequest(a: FlowMessage, b: FlowMessage): boolean {
  return a.callId === b.callId && a.cseqNumber === b.cseqNumber;
}

/** True for a request of the other side of a dialog, with a number of its own that happens to be the same. */
function isOtherWayRound({ fromTag }: FlowMessage, message: FlowMessage): boolean {
  return fromTag !== undefined && message.toTag === fromTag && message.fromTag !== fromTag;
}

function isLikelySameCall(a: FlowMessage, b: FlowMessage): boolean {
  if (a.callId === b.callId) return true;
  const tag = a.fromTag;
  return tag !== undefined && tag === b.fromTag && a.cseqNumber === b.cseqNumber;
}

/** A response of the same status, To tag, RSeq and body is a retransmission, whatever a later hop did to its fields. */
function addResponse(transaction: Transaction, message: FlowMessage): void {
  const { responses } = transaction;
  const oldest = Math.max(0, responses.length - LOOK_BACK);
  for (let i = responses.length - 1; i >= oldest; i--) {
    const earlier = responses[i];
    if (!earlier || !isSameResponse(earlier, message)) continue;
    earlier.addCopy(message);
    return;
  }
  transaction.addResponse(message);
}

function isSameResponse(a: FlowMessage, b: FlowMessage): boolean {
  return (
    a.statusCode === b.statusCode &&
    a.toTag === b.toTag &&
    a.rseq === b.rseq &&
    a.cseqNumber === b.cseqNumber &&
    a.bodyText === b.bodyText
  );
}

/** Only an ACK with the same To tag repeats: that to another 2xx may have reused the branch. */
function addAck(transaction: Transaction, message: FlowMessage): void {
  const earlier = transaction.acks.find(
    ({ toTag, cseqNumber }) => toTag === message.toTag && cseqNumber === message.cseqNumber,
  );
  if (earlier) earlier.addCopy(message);
  else transaction.addAck(message);
}
