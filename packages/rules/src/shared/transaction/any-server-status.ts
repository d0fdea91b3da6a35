/**
 * True for failures that a server gives whatever the method and the state of the dialog: a proxy on the way, or a user agent
 * that checks the request as such (RFC 3261 §8.2.1-§8.2.3, §16.3-§16.7) or does not know the dialog; not 500.
 */
export function isOfAnyServer(statusCode: number): boolean {
  return ANY_SERVER.has(statusCode) || (statusCode > 500 && statusCode < 600);
}

const ANY_SERVER: ReadonlySet<number> = new Set([
  ...[400, 401, 402, 403, 404, 407, 408, 410, 413, 414, 415, 416, 420, 421, 424, 428, 429, 430, 433, 436, 437, 438],
  ...[440, 469, 470, 480, 481, 482, 483, 494],
]);
