/** What a client treats a response code as that it does not know (RFC 3261 §8.1.3.2): 183 if provisional, else x00. */
export function fallbackOf(statusCode: number): number {
  return statusCode < 200 ? 183 : Math.floor(statusCode / 100) * 100;
}
