import type { Flow } from '../flow/flow.js';
import type { Transaction } from '../flow/transaction.js';
import type { Element } from './elements.js';
import type { Row } from './row.js';

/** What the exchanges of one flow share. */
export interface FlowFacts {
  /** By tag, the elements that sent requests with it which no other element had forwarded: the user agent itself. */
  readonly senders: Map<string, Set<Element>>;
}

/** A request on one hop with what answers it: all that goes between the same two elements, one way or back. */
export interface Exchange {
  readonly facts: FlowFacts;
  /** Undefined if the file shows only what answers it. */
  request: Row | undefined;
  readonly responses: Row[];
  /** The same request on the hops behind. */
  next: readonly Exchange[];
  /** Of a CANCEL: what it cancels, and goes the way of. */
  cancels: Exchange | undefined;
  /** Which branch of a fork it is, from 1; 0 if the sender sent the request once only. */
  branch: number;
}

/** Notes for each message of a complete flow what it belongs to and repeats. */
export function takeExchanges(flow: Flow, rowOf: (index: number) => Row | undefined): void {
  const facts: FlowFacts = { senders: new Map() };
  const exchanges = new Map<Transaction, Exchange>();
  const exchangeOf = (transaction: Transaction): Exchange => {
    const known = exchanges.get(transaction);
    if (known) return known;
    const request = transaction.request && rowOf(transaction.request.index);
    const exchange: Exchange = { facts, request, responses: [], next: [], cancels: undefined, branch: 0 };
    exchanges.set(transaction, exchange);
    return exchange;
  };
  for (const message of flow.messages) {
    const row = rowOf(message.index);
    if (!row || !message.transaction) continue;
    row.exchange = exchangeOf(message.transaction);
    if (message.kind === 'response') row.exchange.responses.push(row);
    for (const [i, copy] of message.copies.entries()) {
      const copied = rowOf(copy.index);
      if (!copied) continue;
      copied.repeats = row;
      copied.sending = i + 2;
    }
  }
  const forked = new Set<readonly Transaction[]>();
  for (const transaction of flow.transactions) {
    const exchange = exchangeOf(transaction);
    exchange.next = transaction.downstream.map(exchangeOf);
    if (transaction.cancelled) exchange.cancels = exchangeOf(transaction.cancelled);
    for (const { message } of transaction.misfits) {
      const misfit = rowOf(message.index)?.exchange;
      if (message.method === 'CANCEL' && misfit && misfit !== exchange) misfit.cancels ??= exchange;
    }
    if (transaction.hops.length < 2 || forked.has(transaction.hops)) continue;
    forked.add(transaction.hops);
    numberBranches(transaction.hops.map(exchangeOf));
  }
}

/** What belongs to no flow is an exchange of its own. */
export function loneExchange(row: Row): Exchange {
  const isResponse = row.kind === 'response';
  return {
    facts: { senders: new Map() },
    request: isResponse ? undefined : row,
    responses: isResponse ? [row] : [],
    next: [],
    cancels: undefined,
    branch: 0,
  };
}

/** One element that sends a request of the same number several times forks it. */
function numberBranches(hops: readonly Exchange[]): void {
  const branches = new Map<string, Exchange[]>();
  for (const exchange of hops) {
    const { sentBy, viaCount } = exchange.request ?? {};
    const sender = `${sentBy?.host}:${sentBy?.port}/${viaCount}`;
    const mates = branches.get(sender);
    if (mates) mates.push(exchange);
    else branches.set(sender, [exchange]);
  }
  for (const mates of branches.values()) {
    if (mates.length < 2) continue;
    for (const [i, exchange] of mates.entries()) exchange.branch = i + 1;
  }
}
