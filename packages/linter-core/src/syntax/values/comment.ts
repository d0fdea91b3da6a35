import { BACKSLASH, LPAREN, RPAREN } from './codes.js';
import { isEscapable, quotedPairEnd } from './quoted-string.js';
import type { Reader } from './reader.js';

/**
 * comment = LPAREN *( ctext / quoted-pair / comment ) RPAREN (§25.1), the cursor at its opening parenthesis. Moves behind the
 * closing one, or to the end and returns false if there is none. What a comment says has no meaning, so a
 * `quoted-pair.invalid` in it is tolerated.
 */
export function skipComment(reader: Reader): boolean {
  const { text, units, end } = reader;
  const reported = reader.issues.length;
  let depth = 0;
  let at = reader.pos;
  while (at < end) {
    const code = units[at++];
    if (code === LPAREN) depth++;
    else if (code === RPAREN && --depth === 0) {
      reader.pos = at;
      return true;
    } else if (code === BACKSLASH) {
      // Without a character behind it the comment cannot close either, which is the defect to report.
      if (at < end && !isEscapable(units[at] as number)) {
        const pairEnd = quotedPairEnd(text, at - 1);
        reader.tolerate('quoted-pair.invalid', at - 1, pairEnd, { found: text.slice(at - 1, pairEnd) });
      }
      at++;
    }
  }
  reader.pos = end;
  // What stands behind an open parenthesis is no more than that one defect.
  reader.issues.length = reported;
  return false;
}
