import { lookupStatusCode } from '@siplint/core';

/** Response codes that HTTP/1.1 (RFC 2616 §10) has in the classes 1 to 4 and SIP has not registered. */
export const HTTP_ONLY_STATUS_CODES: readonly number[] = [
  ...range(100, 101),
  ...range(200, 206),
  ...range(300, 307),
  ...range(400, 417),
].filter((code) => lookupStatusCode(code) === undefined);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
