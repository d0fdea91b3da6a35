/**
 * The candidate that is spelled most like `word`, at most `maxDistance` insertions, deletions or substitutions of UTF-16
 * code units away; of equally near ones the first. Undefined if none is that near. Compares case as it stands.
 */
export function nearest(word: string, candidates: Iterable<string>, maxDistance: number): string | undefined {
  let best: string | undefined;
  let bound = maxDistance;
  const letters = lettersOf(word);
  for (const candidate of candidates) {
    // An edit takes at most one letter in and one out; most candidates fail here.
    if (Math.abs(word.length - candidate.length) > bound) continue;
    if (hasMoreBits(letters ^ lettersOf(candidate), 2 * bound)) continue;
    const distance = distanceWithin(word, candidate, bound);
    if (distance > bound) continue;
    best = candidate;
    if (distance === 0) return best;
    bound = distance - 1; // only a nearer one replaces it
  }
  return best;
}

/** The edits that people make in a word of this length by mistake, for `maxDistance`. */
export function typoDistance(word: string): number {
  return word.length < 5 ? 1 : word.length < 10 ? 2 : 3;
}

/** The set of code units of a word; several may share a bit, so two sets differ in no more bits than in units. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function hasMoreBits(bits: number, limit: number): boolean {
  let rest = bits;
  for (let count = 0; count <= limit; count++) {
    if (rest === 0) return false;
    rest &= rest - 1;
  }
  return true;
}

/**
 * Levenshtein distance if it is at most `bound`, else some number above it. Works on a band of the matrix, so the time is
 * the length times the bound, and it stops at the first row that lies above the bound everywhere.
 */
function distanceWithin(a: string, b: string, bound: number): number {
  const beyond = bound + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const first = Math.max(1, row - bound);
    const last = Math.min(b.length, row + bound);
    const current: number[] = new Array(b.length + 1).fill(beyond);
    if (first === 1) current[0] = row;
    let least = current[0] ?? beyond;
    for (let column = first; column <= last; column++) {
      const substituted =
        (previous[column - 1] ?? beyond) + (a.charCodeAt(row - 1) === b.charCodeAt(column - 1) ? 0 : 1);
      const deleted = (previous[column] ?? beyond) + 1;
      const inserted = (current[column - 1] ?? beyond) + 1;
      const distance = Math.min(substituted, deleted, inserted);
      current[column] = distance;
      if (distance < least) least = distance;
    }
    if (least > bound) return beyond;
    previous = current;
  }
  return previous[b.length] ?? beyond;
}
