/** Says whether a text matches a pattern in which `*` is any characters and `?` is one. Retries from the last `*` only. */
export function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0;
  let patternAt = 0;
  let star = -1;
  let starText = 0;
  while (at < text.length) {
    const expected = pattern[patternAt];
    if (expected === '*') {
      star = patternAt++;
      starText = at;
    } else if (expected === '?' || expected === text[at]) {
      patternAt++;
      at++;
    } else if (star >= 0) {
      patternAt = star + 1;
      at = ++starText;
    } else return false;
  }
  while (pattern[patternAt] === '*') patternAt++;
  return patternAt === pattern.length;
}
