import { isUnreachableHost } from './unreachable-host.js';

/**
 * True for a host, in lower case, that two networks may both have, so that it names a party only inside of one: addresses of
 * RFC 1918, RFC 3927, RFC 6598 and RFC 4193, this host itself, names of one label and of local networks.
 */
export function isPrivateHost(host: string): boolean {
  return isUnreachableHost(host) || PRIVATE.test(host) || host.startsWith('[f');
}

const PRIVATE =
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|[^.[]*$|.*\.local$)/;
