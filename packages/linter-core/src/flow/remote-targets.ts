import type { DialogSide } from './dialog.js';
import { otherSide } from './dialog.js';
import type { FlowMessage } from './flow-message.js';

/** Changes of a remote target under way that are remembered at once. */
const MOST_PENDING = 8;

/** Keeps, while the messages of a dialog pass, whose Contact is the target of requests to each side (§12.2.1.2, §12.2.2). */
export class RemoteTargets {
  readonly #settled: Record<DialogSide, readonly FlowMessage[]> = { caller: NONE, callee: NONE };
  readonly #pending: Record<DialogSide, readonly FlowMessage[]> = { caller: NONE, callee: NONE };

  /** What a request to that side may go to. */
  of(side: DialogSide): readonly FlowMessage[] {
    const settled = this.#settled[side];
    const pending = this.#pending[side];
    return pending.length === 0 ? settled : [...settled, ...pending];
  }

  /** The Contact of a message holds from now on; the same message on another hop adds its own. */
  settle(side: DialogSide, message: FlowMessage): void {
    if (!message.has('Contact')) return;
    const settled = this.#settled[side];
    const isCopy = settled.some((known) => isSameOnAnotherHop(known, message));
    this.#settled[side] = isCopy ? [...settled, message].slice(0, MOST_PENDING) : [message];
  }

  /** The Contact of a message may hold by now: the peer may have taken it up already. */
  offer(side: DialogSide, message: FlowMessage): void {
    if (message.has('Contact')) this.#pending[side] = [...this.#pending[side], message].slice(-MOST_PENDING);
  }

  /** The response that creates a dialog, or its 2xx behind provisional ones. */
  accept(side: DialogSide, response: FlowMessage): void {
    this.#close(side, response);
    this.settle(side, response);
  }

  /** A request that may change targets was answered. */
  answer(sender: DialogSide, request: FlowMessage, response: FlowMessage): void {
    this.#close(sender, request);
    this.#close(otherSide(sender), request);
    if (!response.isSuccess) return;
    this.settle(sender, request);
    this.settle(otherSide(sender), response);
  }

  /** A request that may change targets and is not in the file was answered: its Contact is not known, that of the answer may hold. */
  answerUnseen(sender: DialogSide, response: FlowMessage): void {
    this.#settled[sender] = NONE;
    this.#pending[sender] = NONE;
    this.offer(otherSide(sender), response);
  }

  /** Of a transaction that has its final response nothing is pending. */
  #close(side: DialogSide, { cseqNumber, method }: FlowMessage): void {
    const isOpen = (message: FlowMessage) => message.cseqNumber !== cseqNumber || message.method !== method;
    if (this.#pending[side].length > 0) this.#pending[side] = this.#pending[side].filter(isOpen);
  }
}

const NONE: readonly FlowMessage[] = [];

function isSameOnAnotherHop(a: FlowMessage, b: FlowMessage): boolean {
  return a.kind === b.kind && a.method === b.method && a.cseqNumber === b.cseqNumber && a.statusCode === b.statusCode;
}
