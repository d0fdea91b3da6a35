import type { Flow } from './flow.js';
import type { FlowMessage } from './flow-message.js';
import { mayRepeat } from './may-repeat.js';
import type { Transaction } from './transaction.js';
import { topmostViaKey } from './transaction-key.js';

/** Via values of a request that are looked through for an earlier hop; no request has more (Max-Forwards). */
const MOST_HOPS = 70;

/** Finds which transactions of a flow are one request on several hops, and how they follow each other. */
export function linkHops(flow: Flow): void {
  if (!mayRepeat(flow.transactions, (a, b) => a.cseqNumber === b.cseqNumber && a.method === b.method)) return;
  const groups = new Map<string, Transaction[]>();
  for (const transaction of flow.transactions) {
    const { request } = transaction;
    if (!request) continue;
    const key = requestKey(request);
    const group = groups.get(key);
    if (group) group.push(transaction);
    else groups.set(key, [transaction]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const transaction of group) transaction.hops = group;
    linkGroup(group);
  }
}

function requestKey({ method, cseqNumber, fromTag, toTag }: FlowMessage): string {
  return `${method}\n${cseqNumber}\n${fromTag ?? ''}\n${toTag ?? ''}`;
}

function linkGroup(group: readonly Transaction[]): void {
  const byTopmostVia = new Map<string, Transaction>();
  for (const transaction of group) {
    const key = topmostViaKey(transaction.request?.viaStack ?? '');
    if (!byTopmostVia.has(key)) byTopmostVia.set(key, transaction);
  }
  for (const transaction of group) {
    const upstream = findUpstream(transaction, byTopmostVia);
    if (!upstream) continue;
    transaction.upstream = upstream;
    upstream.addDownstream(transaction);
    if (transaction.request) transaction.request.forwards = upstream.request;
  }
  for (const transaction of group) if (transaction.downstream.length > 0) linkResponses(transaction);
}

/** The nearest hop before: the one whose Via values are all but the first of this one's (RFC 3261 §16.6 step 8). */
function findUpstream(
  { request }: Transaction,
  byTopmostVia: ReadonlyMap<string, Transaction>,
): Transaction | undefined {
  const stack = request?.viaStack ?? '';
  let at = stack.indexOf('\n') + 1;
  for (let hop = 1; at > 0 && hop < MOST_HOPS; hop++) {
    const end = stack.indexOf('\n', at);
    const found = byTopmostVia.get(stack.slice(at, end < 0 ? stack.length : end));
    const foundStack = found?.request?.viaStack ?? '';
    if (found && foundStack.length === stack.length - at && stack.endsWith(foundStack)) return found;
    at = end + 1;
  }
  return undefined;
}

/** Finds for each response the one from a hop behind that it forwards: by To tag, else by Contact, else the only one. */
function linkResponses({ responses, downstream }: Transaction): void {
  const behind = new Map<string, FlowMessage | undefined>();
  // A key that two different responses share decides nothing.
  const note = (key: string, response: FlowMessage): void => {
    behind.set(key, behind.has(key) && behind.get(key) !== response ? undefined : response);
  };
  for (const transaction of downstream) {
    for (const response of transaction.responses) for (const key of responseKeys(response)) note(key, response);
  }
  for (const response of responses) {
    // Each element sends a 100 of its own (RFC 3261 §16.7 step 5).
    if (response.statusCode === 100) continue;
    for (const key of responseKeys(response)) {
      response.forwards = behind.get(key);
      if (response.forwards) break;
    }
  }
}

/** From the most telling to the least. */
function responseKeys({ statusCode, toTag, contacts, rseq }: FlowMessage): string[] {
  const status = `${statusCode} ${rseq ?? ''}`;
  const keys = [`${status}\nany`];
  if (contacts && contacts.length > 0) keys.unshift(`${status}\ncontact ${contacts.join(' ')}`);
  if (toTag !== undefined) keys.unshift(`${status}\ntag ${toTag}`);
  return keys;
}
