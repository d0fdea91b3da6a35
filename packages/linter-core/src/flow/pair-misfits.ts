import type { Flow } from './flow.js';
import type { FlowMessage } from './flow-message.js';
import type { Misfit, Transaction } from './transaction.js';
import { isHopByHop } from './transaction-index.js';

/**
 * Pairs what matches no transaction by RFC 3261 §17 with the one it was most likely meant for: responses and ACKs that are
 * left on their own, and CANCELs that cancel nothing. Of several candidates none is chosen.
 */
export function pairMisfits(flow: Flow): void {
  const lacksAck = flow.transactions.some(isUnacknowledged);
  const lone = flow.transactions.filter((transaction) => isLone(transaction, lacksAck));
  if (lone.length === 0) return;
  const candidates = new Candidates(flow.transactions, flow.isComplete);
  const dropped = new Set<Transaction>();
  for (const transaction of lone) {
    if (transaction.method === 'CANCEL' && transaction.request) candidates.pairCancel(transaction, transaction.request);
    else if (transaction.method === 'ACK') {
      if (candidates.pairAck(transaction)) dropped.add(transaction);
    } else if (candidates.pairResponses(transaction) || flow.isContinued) dropped.add(transaction);
  }
  if (dropped.size > 0) flow.transactions = flow.transactions.filter((transaction) => !dropped.has(transaction));
}

function isLone({ request, method, cancelled }: Transaction, lacksAck: boolean): boolean {
  if (!request) return true;
  return method === 'ACK' ? lacksAck : method === 'CANCEL' && cancelled === undefined;
}

function isUnacknowledged({ method, acks, final }: Transaction): boolean {
  return method === 'INVITE' && acks.length === 0 && final?.isFailure === true;
}

/** Transactions whose request was seen, by what a misfit has in common with them. */
class Candidates {
  readonly #byBranch = new Map<string, Transaction[]>();
  /** By method, number, From tag and the sent-by of each Via. */
  readonly #bySentBys = new Map<string, Transaction[]>();
  /** By method, number, From tag and the branch of the topmost Via. */
  readonly #byTopmostBranch = new Map<string, Transaction[]>();
  /** By number, From tag and the sent-by of the topmost Via. */
  readonly #invites = new Map<string, Transaction[]>();

  constructor(
    transactions: readonly Transaction[],
    private readonly isComplete: boolean,
  ) {
    for (const transaction of transactions) {
      const { request } = transaction;
      if (!request || request.method === 'ACK') continue;
      // A CANCEL that cancels nothing is odd itself, and its response need not be.
      if (request.method !== 'CANCEL') addTo(this.#byBranch, transaction.branchKey, transaction);
      else if (!transaction.cancelled) continue;
      addTo(this.#bySentBys, sentBysKey(request.method, request), transaction);
      addTo(this.#byTopmostBranch, topmostBranchKey(request), transaction);
      if (request.method === 'INVITE') addTo(this.#invites, topmostKey(request), transaction);
    }
  }

  /** Responses whose branch is that of a request with another method, or that have all but the branch of one, or but its sent-by. */
  pairResponses(lone: Transaction): boolean {
    const { first } = lone;
    if (first.kind !== 'response') return false;
    // An ACK or a CANCEL has the branch of its INVITE (§9.1, §17.1.1.3): what answers one that was not seen fits as it is.
    const byBranch = isHopByHop(first.method) ? undefined : only(this.#byBranch.get(lone.branchKey));
    if (byBranch && isSameButMethod(byBranch, first)) return adopt(byBranch, lone, 'method');
    const isOpen = (candidate: Transaction) => isPending(candidate, first) && !isOfAnotherDialog(candidate, first);
    const alike =
      only(this.#bySentBys.get(sentBysKey(first.method, first))?.filter(isOpen)) ??
      only(this.#byTopmostBranch.get(topmostBranchKey(first))?.filter(isOpen));
    if (!alike || (!this.isComplete && mayBeForked(alike))) return false;
    return adopt(alike, lone, 'branch');
  }

  /** An ACK that has the To tag of the failure it acknowledges, and no other ACK does. */
  pairAck(lone: Transaction): boolean {
    const ack = lone.request;
    const invite = ack && only(this.#bySentBys.get(sentBysKey('INVITE', ack)));
    if (!invite || invite.branchKey === lone.branchKey || invite.acks.length > 0) return false;
    if (!invite.final?.isFailure || invite.final.toTag !== ack.toTag) return false;
    // It has a branch of its own where it acknowledges a 2xx.
    if (invite.responses.some(({ isSuccess, toTag }) => isSuccess && toTag === ack.toTag)) return false;
    return adopt(invite, lone, 'branch');
  }

  /** A CANCEL has no more than the topmost Via of its INVITE (§9.1), and the Request-URI tells branches of a fork apart. */
  pairCancel(lone: Transaction, cancel: FlowMessage): void {
    const invite = only(
      this.#invites.get(topmostKey(cancel))?.filter((candidate) => {
        const isOfUserAgent = candidate.request?.viaCount === 1;
        const isMeant = isOfUserAgent || (this.isComplete && candidate.request?.requestUri === cancel.requestUri);
        return isMeant && !candidate.cancel && candidate.branchKey !== lone.branchKey;
      }),
    );
    invite?.addMisfit({ message: cancel, differsIn: 'branch' });
  }
}

/** True if a request had no final response yet; who sends it first, without a proxy before it, sends it on one branch at a time. */
function isPending({ request, final }: Transaction, { isProvisional, index }: FlowMessage): boolean {
  if (!final) return true;
  return isProvisional && request?.viaCount === 1 && request.index < index && index < final.index;
}

/** With another number or From tag it answers a request that is not in the file, whose sender reused the branch. */
function isSameButMethod({ method, request }: Transaction, response: FlowMessage): boolean {
  if (!request || method === response.method) return false;
  return request.cseqNumber === response.cseqNumber && request.fromTag === response.fromTag;
}

/** In the dialogs of a forked INVITE a sender numbers its requests alike. */
function isOfAnotherDialog({ request }: Transaction, response: FlowMessage): boolean {
  return request?.toTag !== undefined && request.toTag !== response.toTag;
}

/** True for a request that a proxy may have sent under several branches, not all of which need be in the file. */
function mayBeForked({ request, method }: Transaction): boolean {
  // A CANCEL of a proxy has the Via of that alone.
  return method === 'CANCEL' || (request !== undefined && request.viaCount > 1 && request.toTag === undefined);
}

/** The messages of one transaction become misfits of another. */
function adopt(transaction: Transaction, lone: Transaction, differsIn: Misfit['differsIn']): true {
  for (const message of lone.messages) {
    message.transaction = transaction;
    if (!message.copyOf) transaction.addMisfit({ message, differsIn });
  }
  return true;
}

function sentBysKey(method: string, { cseqNumber, fromTag, viaStack }: FlowMessage): string {
  const sentBys = viaStack.split('\n').map((via) => via.slice(via.indexOf('|') + 1));
  return `${method}\n${cseqNumber}\n${fromTag ?? ''}\n${sentBys.join('\n')}`;
}

function topmostBranchKey({ method, cseqNumber, fromTag, branch }: FlowMessage): string {
  return `${method}\n${cseqNumber}\n${fromTag ?? ''}\n${branch}`;
}

function topmostKey({ cseqNumber, fromTag, sentBy }: FlowMessage): string {
  return `${cseqNumber}\n${fromTag ?? ''}\n${sentBy}`;
}

function only(transactions: readonly Transaction[] | undefined): Transaction | undefined {
  return transactions?.length === 1 ? transactions[0] : undefined;
}

function addTo(map: Map<string, Transaction[]>, key: string, transaction: Transaction): void {
  const list = map.get(key);
  if (list) list.push(transaction);
  else map.set(key, [transaction]);
}
