import type { Flow } from './flow.js';
import type { FlowMessage } from './flow-message.js';
import { Transaction } from './transaction.js';

/**
 * Gives each ACK to a 2xx a transaction of its own, which it is even where it reuses the branch of the INVITE (RFC 3261
 * §13.2.2.4, §17.1.1.3). Before the end of a flow it is not known what the INVITE was answered with.
 */
export function separateAcks(flow: Flow): void {
  const separated: Transaction[] = [];
  for (const invite of flow.transactions) {
    if (invite.acks.length === 0) continue;
    const ofSuccess = invite.acks.filter((ack) => acknowledgesSuccess(ack, invite));
    if (ofSuccess.length === 0) continue;
    for (const ack of ofSuccess) separated.push(separate(ack, invite));
    invite.keepOwnAcks();
  }
  if (separated.length === 0) return;
  flow.transactions = [...flow.transactions, ...separated].sort((a, b) => a.first.index - b.first.index);
}

function separate(ack: FlowMessage, invite: Transaction): Transaction {
  const transaction = new Transaction(invite.flow, invite.branchKey, 'ACK', ack);
  transaction.request = ack;
  transaction.sharesBranchWith = invite;
  ack.transaction = transaction;
  for (const copy of ack.copies) copy.transaction = transaction;
  return transaction;
}

/** The To tag tells which response it is, and where no final response has it, any 2xx says more than none. */
function acknowledgesSuccess(ack: FlowMessage, { responses }: Transaction): boolean {
  const answered = responses.findLast(({ isFinal, toTag }) => isFinal && toTag === ack.toTag);
  return answered ? answered.isSuccess : responses.some(({ isSuccess }) => isSuccess);
}
