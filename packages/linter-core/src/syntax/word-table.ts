import type { CodeUnits } from './code-units.js';

const SLOTS = 512;

interface Word<Entry> {
  readonly letters: CodeUnits;
  readonly length: number;
  /** The first four letters and the last four, each as one number of 28 bits, which an engine keeps without a box. */
  readonly head: number;
  readonly tail: number;
  readonly entry: Entry;
  /** The next word of the same slot. */
  readonly next: Word<Entry> | undefined;
}

/**
 * Frequent words, each with what is known of it, to be found in a text without making a string of what stands there. Nearly
 * all are told by their length and eight letters: a loop over so few costs more than it compares.
 */
export class WordTable<Entry> {
  readonly #slots: (Word<Entry> | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

  /** The words are ASCII and not empty. */
  constructor(entries: Iterable<readonly [string, Entry]>) {
    for (const [word, entry] of entries) {
      const letters = Uint8Array.from(word, (letter) => letter.charCodeAt(0));
      const end = letters.length;
      const slot = slotOf(letters, 0, end);
      const next = this.#slots[slot];
      const head = headOf(letters, 0, end);
      this.#slots[slot] = { letters, length: end, head, tail: tailOf(letters, 0, end), entry, next };
    }
  }

  /** What is known of the word `[start, end)`, which is not empty; undefined if it is none of the table. */
  find(units: CodeUnits, start: number, end: number): Entry | undefined {
    let word = this.#slots[slotOf(units, start, end)];
    if (word === undefined) return undefined;
    const head = headOf(units, start, end);
    const tail = tailOf(units, start, end);
    const length = end - start;
    for (; word !== undefined; word = word.next) {
      if (word.head !== head || word.tail !== tail || word.length !== length) continue;
      if (length <= 8 || isBetween(word.letters, units, start, length)) return word.entry;
    }
    return undefined;
  }
}

function slotOf(units: CodeUnits, start: number, end: number): number {
  const middle = unitAt(units, (start + end) >> 1);
  return ((end - start) * 61 + unitAt(units, start) * 8 + middle * 33 + unitAt(units, end - 1)) & (SLOTS - 1);
}

/** Up to four letters as one number; -1 if one of them is not ASCII. */
function headOf(units: CodeUnits, start: number, end: number): number {
  const first = unitAt(units, start);
  const second = start + 1 < end ? unitAt(units, start + 1) : 0;
  const third = start + 2 < end ? unitAt(units, start + 2) : 0;
  const fourth = start + 3 < end ? unitAt(units, start + 3) : 0;
  if ((first | second | third | fourth) > 0x7f) return -1;
  return first | (second << 7) | (third << 14) | (fourth << 21);
}

function tailOf(units: CodeUnits, start: number, end: number): number {
  return end - start > 4 ? headOf(units, end - 4, end) : 0;
}

/** True if the letters between the first and the last four are those of the word at `start`. */
function isBetween(letters: CodeUnits, units: CodeUnits, start: number, length: number): boolean {
  for (let at = 4; at < length - 4; at++) if (letters[at] !== units[start + at]) return false;
  return true;
}

function unitAt(units: CodeUnits, at: number): number {
  return units[at] as number;
}
