import type { Edit } from './finding.js';

/** Edits of one text that do not touch each other, in order; plans join it all or none. */
export class EditSet {
  readonly #edits: Edit[] = [];

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  /** Adds all edits of a plan, or none if one of them overlaps an edit that is there already. */
  tryAdd(plan: readonly Edit[]): boolean {
    if (plan.some((edit) => this.#collides(edit))) return false;
    for (const edit of plan) this.#edits.splice(this.#placeOf(edit), 0, edit);
    return true;
  }

  applyTo(text: string): string {
    const parts: string[] = [];
    let at = 0;
    for (const edit of this.#edits) {
      parts.push(text.slice(at, edit.start), edit.text);
      at = edit.end;
    }
    parts.push(text.slice(at));
    return parts.join('');
  }

  #collides(edit: Edit): boolean {
    const place = this.#placeOf(edit);
    const before = this.#edits[place - 1];
    const behind = this.#edits[place];
    // What one plan puts in front of a text is of no use where another takes that away.
    return (
      collide(before, edit) || collide(edit, behind) || before?.start === edit.start || behind?.start === edit.start
    );
  }

  /** Index of the first edit that stands behind this one. */
  #placeOf(edit: Edit): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#edits[middle];
      if (other && compareEdits(other, edit) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** True if the edits of a plan lie in a text of that length and do not overlap each other: what every plan owes. */
export function isWellFormedPlan(edits: readonly Edit[], length: number): boolean {
  const sorted = [...edits].sort(compareEdits);
  return sorted.every((edit, i) => {
    const isInside = Number.isInteger(edit.start) && 0 <= edit.start && edit.start <= edit.end && edit.end <= length;
    return isInside && !collide(sorted[i - 1], edit);
  });
}

/** A text with edits applied. @throws {Error} if they overlap */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (!isWellFormedPlan(edits, text.length)) throw new Error('the edits overlap');
  const set = new EditSet();
  set.tryAdd(edits);
  return set.applyTo(text);
}

function compareEdits(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

/** Two insertions at one place collide too: their order would be a matter of chance. */
function collide(before: Edit | undefined, behind: Edit | undefined): boolean {
  if (!before || !behind) return false;
  return behind.start < before.end || (before.start === behind.start && before.end === behind.end);
}
