/** What every branch of an element that follows RFC 3261 begins with (§8.1.1.7). */
export const MAGIC_COOKIE = 'z9hG4bK';

const FOLDED = MAGIC_COOKIE.toLowerCase();

/** True for a branch that begins with the magic cookie in any case: a token compares without case (§7.3.1). */
export function hasMagicCookie(branch: string): boolean {
  return branch.startsWith(MAGIC_COOKIE) || branch.slice(0, FOLDED.length).toLowerCase() === FOLDED;
}

/** True for a branch that is nothing but the cookie, in any case. */
export function isCookieAlone(branch: string): boolean {
  return branch.length === MAGIC_COOKIE.length && hasMagicCookie(branch);
}
