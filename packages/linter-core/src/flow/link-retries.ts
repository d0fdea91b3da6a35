import type { Flow } from './flow.js';
import type { FlowMessage } from './flow-message.js';
import { mayRepeat } from './may-repeat.js';
import type { Transaction } from './transaction.js';
import { isHopByHop } from './transaction-index.js';

/** Ties each transaction to the one that the same sender began before with the same method, tags and hop. */
export function linkRetries({ transactions }: Flow): void {
  if (!mayRepeat(transactions, (a, b) => a.method === b.method && !isHopByHop(a.method) && a.toTag === b.toTag)) return;
  const latest = new Map<string, Transaction>();
  for (const transaction of transactions) {
    const { request } = transaction;
    if (!request || isHopByHop(request.method)) continue;
    const key = senderKey(request);
    const previous = latest.get(key);
    if (previous) {
      transaction.previous = previous;
      previous.next = transaction;
    }
    latest.set(key, transaction);
  }
}

function senderKey({ method, fromTag, toTag, sentBy, viaCount }: FlowMessage): string {
  return `${method}\n${fromTag ?? ''}\n${toTag ?? ''}\n${sentBy}\n${viaCount}`;
}
