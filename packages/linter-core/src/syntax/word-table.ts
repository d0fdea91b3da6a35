import type { CodeUnits } from './code-units.js';

const SLOTS = 512;

interface Word<Entry> {
  readonly letters: CodeUnits;
  /** The first four letters and the last four, each as one number. */
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
      this.#slots[slot] = { letters, head: headOf(letters, 0, end), tail: tailOf(letters, 0, end), entry, next };
    }
  }

  /** What is known of the word `[start, end)`, which is not empty; undefined if it is none of the table. */
  find(units: CodeUnits, start: number, end: number): Entry | undefined {
    let word = this.#slots[slotOf(units, start, end)];
    if (!word) return undefined;
    const head = headOf(units, start, end);
    const tail = tailOf(units, start, end);
    for (; word; word = word.next) {
      if (word.head !== head || word.tail !== tail || word.letters.length !== end - start) continue;
      if (hasLetters(word.letters, units, start)) return word.entry;
    }
    return undefined;
  }
}

function slotOf(units: CodeUnits, start: number, end: number): number {
  const middle = unitAt(units, (start + end) >> 1);
  return ((end - start) * 61 + unitAt(units, start) * 8 + middle * 33 + unitAt(units, end - 1)) & (SLOTS - 1);
}

function headOf(units: CodeUnits, start: number, end: number): number {
  let letters = unitAt(units, start);
  if (start + 1 < end) letters |= unitAt(units, start + 1) << 8;
  if (start + 2 < end) letters |= unitAt(units, start + 2) << 16;
  if (start + 3 < end) letters |= unitAt(units, start + 3) << 24;
  return letters;
}

function tailOf(units: CodeUnits, start: number, end: number): number {
  return end - start > 4 ? headOf(units, end - 4, end) : 0;
}

/** True if the letters are those of the word at `start`, given that the numbers of both ends are the same. */
function hasLetters(letters: CodeUnits, units: CodeUnits, start: number): boolean {
  // Four octets fill a number; wider units overlap in it, so they are compared one by one.
  const isNumberExact = units.BYTES_PER_ELEMENT === 1;
  const end = isNumberExact ? letters.length - 4 : letters.length;
  for (let at = isNumberExact ? 4 : 0; at < end; at++) if (letters[at] !== units[start + at]) return false;
  return true;
}

function unitAt(units: CodeUnits, at: number): number {
  return units[at] as number;
}
