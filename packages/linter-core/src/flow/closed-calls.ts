/** How many calls are remembered; a power of two. */
const CAPACITY = 16_384;

/**
 * Calls whose flows were closed, so that what comes late is not taken for a call of its own. Each is known by a number made of
 * its Call-ID, since the text would keep alive what it was cut from: of two with the same number one is judged more leniently.
 */
export class ClosedCalls {
  readonly #marks = new Set<number>();
  /** The same in the order in which they came; each takes the place of the oldest. */
  readonly #order: number[] = [];
  #count = 0;

  add(callId: string): void {
    const mark = markOf(callId);
    if (this.#marks.has(mark)) return;
    const place = this.#count++ % CAPACITY;
    const oldest = this.#order[place];
    if (oldest !== undefined) this.#marks.delete(oldest);
    this.#order[place] = mark;
    this.#marks.add(mark);
  }

  has(callId: string): boolean {
    return this.#marks.size > 0 && this.#marks.has(markOf(callId));
  }
}

/** FNV-1a. */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark;
}
