import type { Range } from '../text/range.js';

/** A range that grows while it is read. */
export interface Stretch extends Range {
  end: number;
}

/** What stands between the messages of a text, added from its beginning to its end. */
export class BetweenMessages {
  readonly prose: Stretch[] = [];
  readonly trivia: Stretch[] = [];
  /** Prose that holds an indented line. */
  readonly #indented = new Set<Stretch>();
  /** True if the last trivia are blank lines only. */
  #isTriviaBlank = false;

  /** @param keepsTrivia false for a long text: nobody needs more than the last ones then, and there may be millions. */
  constructor(private readonly keepsTrivia: boolean) {}

  addTrivia(start: number, end: number, isBlank: boolean): void {
    if (!this.keepsTrivia && this.trivia.length > 1) this.trivia.shift();
    const goesOn = this.trivia.at(-1)?.end === start;
    this.#isTriviaBlank = isBlank && (this.#isTriviaBlank || !goesOn);
    extend(this.trivia, start, end);
  }

  /** Takes text that is not indented for what a tool has to say before it shows its first message. */
  passProse(): void {
    const stretches = this.prose.splice(0, this.prose.length);
    const trivia = this.trivia.splice(0, this.trivia.length);
    for (const stretch of stretches) (this.#indented.has(stretch) ? this.prose : trivia).push(stretch);
    trivia.sort((a, b) => a.start - b.start);
    for (const { start, end } of trivia) this.addTrivia(start, end, false);
  }

  /** Adds text that starts no message. Blank lines within prose belong to it. */
  addProse(start: number, end: number, isIndented: boolean): void {
    const blank = this.trivia.at(-1);
    const before = this.prose.at(-1);
    const isBehindProse = blank && before && blank.end === start && before.end === blank.start;
    if (isBehindProse && this.#isTriviaBlank) {
      this.trivia.pop();
      extend(this.prose, blank.start, blank.end);
    }
    extend(this.prose, start, end);
    const last = this.prose.at(-1);
    if (isIndented && last) this.#indented.add(last);
  }
}

/** Adds a range to a list, as part of the last one where it adjoins. */
function extend(ranges: Stretch[], start: number, end: number): void {
  const last = ranges.at(-1);
  if (last && last.end === start) last.end = end;
  else ranges.push({ start, end });
}
