import type { FlowMessage } from './flow-message.js';
import type { Transaction } from './transaction.js';

/** Transactions of a flow up to which comparing each with each costs less than to write keys for all of them. */
const FEW = 12;

/** False if no two requests of a flow are alike in some fields, as in most flows; true too if there are many of them. */
export function mayRepeat(
  transactions: readonly Transaction[],
  isAlike: (a: FlowMessage, b: FlowMessage) => boolean,
): boolean {
  if (transactions.length > FEW) return true;
  for (let i = 1; i < transactions.length; i++) {
    const a = transactions[i]?.request;
    for (let j = 0; a && j < i; j++) {
      const b = transactions[j]?.request;
      if (b && isAlike(a, b)) return true;
    }
  }
  return false;
}
