import type { LadderCall } from './ladder.js';
import type { Row } from './row.js';

/** Counts the messages of each Call-ID as they come. */
export class Calls {
  readonly #positions = new Map<string, number>();
  readonly #list: { callId: string; from?: string; to?: string; messages: number }[] = [];

  /** The position of the call that a message belongs to; undefined if it has no Call-ID. */
  take({ callId, from, to }: Row): number | undefined {
    if (callId === undefined) return undefined;
    const known = this.#positions.get(callId);
    const call = known === undefined ? undefined : this.#list[known];
    if (call) {
      call.messages++;
      return known;
    }
    this.#positions.set(callId, this.#list.length);
    return this.#list.push({ callId, ...(from && { from: from.uri }), ...(to && { to: to.uri }), messages: 1 }) - 1;
  }

  get list(): readonly LadderCall[] {
    return this.#list;
  }
}
