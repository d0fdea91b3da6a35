import type { Dialog, DialogSide, FlowMessage, Transaction } from '@siplint/core';
import { oncePer } from '../once/once-per.js';

/** A request of a dialog other than an ACK, or the one that created it. */
export interface SeenRequest {
  readonly sender: DialogSide;
  /** As the file shows it first. */
  readonly request: FlowMessage;
  /** The request on all hops where it was seen, whether or not its Via values prove how they follow each other. */
  readonly hops: readonly Transaction[];
}

/** The requests of a dialog in order, each once whatever its hops, with the one that created it. */
export const requestsOf: (dialog: Dialog) => readonly SeenRequest[] = oncePer(({ creation, requests }) => {
  const found: SeenRequest[] = [];
  const seen = new Set<readonly Transaction[]>();
  for (const { sender, request, transactions } of creation ? [creation, ...requests] : requests) {
    const hops = transactions[0]?.hops;
    if (!hops || request.method === 'ACK' || seen.has(hops)) continue;
    seen.add(hops);
    found.push({ sender, request, hops });
  }
  return found;
});

/**
 * True for what most dialogs show: each side counts upwards, by no more than that at once, and no request is there on hops
 * that the Via values do not tie together.
 */
export function isCountedUp({ creation, requests }: Dialog, mostAtOnce = Number.POSITIVE_INFINITY): boolean {
  let ofCaller = creation?.request.cseqNumber;
  let ofCallee: number | undefined;
  for (const { sender, request } of requests) {
    if (request.method === 'ACK') continue;
    const { cseqNumber } = request;
    const last = sender === 'caller' ? ofCaller : ofCallee;
    if (last !== undefined && (cseqNumber <= last || cseqNumber - last > mostAtOnce)) return false;
    if (sender === 'caller') ofCaller = cseqNumber;
    else ofCallee = cseqNumber;
  }
  return true;
}

/** The final response of a request that the file shows first, on whatever hop. */
export function firstFinalOf({ hops }: SeenRequest): FlowMessage | undefined {
  let first: FlowMessage | undefined;
  for (const { final } of hops) if (final && (!first || final.index < first.index)) first = final;
  return first;
}
