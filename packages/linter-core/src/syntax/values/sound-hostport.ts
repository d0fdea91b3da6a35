import { ALPHA, classOf, DIGIT, HOSTCHAR, skipClass } from '../chars.js';
import type { Host, Port } from '../nodes.js';
import { COLON, COMMA, DOT, HYPHEN, RAQUOT, SEMI, SP } from './codes.js';
import { readIPv4 } from './ipv6.js';

/**
 * The host at `start` if it is a host name or an IPv4 address without any defect, up to a character that may follow it;
 * undefined for everything else, which `readHost` reads and judges.
 */
export function readSoundHost(text: string, start: number, end: number): Host | undefined {
  let kind: Host['kind'] = 'name';
  let stop = skipHostname(text, start, end);
  if (stop < 0) {
    kind = 'ipv4';
    stop = skipClass(text, start, end, HOSTCHAR);
    if (!readIPv4(text, start, stop)?.isStrict) return undefined;
  }
  return endsHost(text, stop, end) ? { kind, start, end: stop, text: text.slice(start, stop) } : undefined;
}

/** The end of the host name at `start`, or -1 if there is none or a label starts with a digit, as those of addresses do. */
function skipHostname(text: string, start: number, end: number): number {
  let at = start;
  for (;;) {
    if (at === end || (classOf(text.charCodeAt(at)) & ALPHA) === 0) return -1;
    at = skipClass(text, at + 1, end, ALPHA | DIGIT);
    while (at < end && text.charCodeAt(at) === HYPHEN) at = skipClass(text, at + 1, end, ALPHA | DIGIT);
    if (text.charCodeAt(at - 1) === HYPHEN) return -1;
    if (at === end || text.charCodeAt(at) !== DOT) return at;
    at++;
  }
}

/** True at what may follow a host or port, in a URI or a sent-by or behind them. */
export function endsHost(text: string, at: number, end: number): boolean {
  if (at >= end) return true;
  const code = text.charCodeAt(at);
  return code === COLON || code === SEMI || code === RAQUOT || code === COMMA || code <= SP;
}

/** The port at `start` from 1 to 65535, up to a character that may follow it; undefined for everything else. */
export function readSoundPort(text: string, start: number, end: number): Port | undefined {
  let value = 0;
  let at = start;
  for (; at < end && at < start + 6; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (value === 0 || value > 65535 || !endsHost(text, at, end)) return undefined;
  return { start, end: at, text: text.slice(start, at), value };
}
