import type { CodeUnits } from './code-units.js';

const SLOTS = 512;

interface Word<Entry> {
  readonly letters: Uint8Array;
  readonly entry: Entry;
}

/** Frequent words, each with what is known of it, to be found in a text without making a string of what stands there. */
export class WordTable<Entry> {
  /** By length and outer letters. */
  readonly #slots: readonly Word<Entry>[][] = Array.from({ length: SLOTS }, () => []);

  /** The words are ASCII and not empty. */
  constructor(entries: Iterable<readonly [string, Entry]>) {
    for (const [word, entry] of entries) {
      const letters = Uint8Array.from(word, (letter) => letter.charCodeAt(0));
      this.#slots[slotOf(letters, 0, letters.length)]?.push({ letters, entry });
    }
  }

  /** What is known of the word `[start, end)`, which is not empty; undefined if it is none of the table. */
  find(units: CodeUnits, start: number, end: number): Entry | undefined {
    const words = this.#slots[slotOf(units, start, end)];
    if (!words) return undefined;
    for (const { letters, entry } of words) if (isAt(letters, units, start, end)) return entry;
    return undefined;
  }
}

function isAt(letters: Uint8Array, units: CodeUnits, start: number, end: number): boolean {
  if (letters.length !== end - start) return false;
  for (let at = 0; at < letters.length; at++) if (letters[at] !== units[start + at]) return false;
  return true;
}

function slotOf(units: CodeUnits, start: number, end: number): number {
  return ((end - start) * 61 + (units[start] ?? 0) * 8 + (units[end - 1] ?? 0)) & (SLOTS - 1);
}
