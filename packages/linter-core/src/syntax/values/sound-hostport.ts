import { ALPHA, classOf, DIGIT, skipUnits } from '../chars.js';
import type { CodeUnits } from '../code-units.js';
import type { Host, Port } from '../nodes.js';
import { COLON, COMMA, DOT, HYPHEN, RAQUOT, SEMI, SP } from './codes.js';

const NINE = 0x39;

/**
 * The host at `start` if it is a host name or an IPv4 address without any defect, up to a character that may follow it;
 * undefined for everything else, which `readHost` reads and judges.
 */
export function readSoundHost(text: string, units: CodeUnits, start: number, end: number): Host | undefined {
  const stop = soundHostEnd(units, start, end);
  return stop < 0 ? undefined : soundHost(text, start, stop);
}

/** The end of that host, or -1. */
export function soundHostEnd(units: CodeUnits, start: number, end: number): number {
  let stop = skipHostname(units, start, end);
  if (stop < 0) stop = skipStrictIPv4(units, start, end);
  return stop >= 0 && endsHost(units, stop, end) ? stop : -1;
}

/** The node of a host without defects: only an address begins with a digit. */
export function soundHost(text: string, start: number, end: number): Host {
  return { kind: text.charCodeAt(start) <= NINE ? 'ipv4' : 'name', start, end, text: text.slice(start, end) };
}

/** The end of the host name at `start`, or -1 if there is none or a label starts with a digit, as those of addresses do. */
function skipHostname(units: CodeUnits, start: number, end: number): number {
  let at = start;
  for (;;) {
    if (at === end || (classOf(units[at] as number) & ALPHA) === 0) return -1;
    at = skipUnits(units, at + 1, end, ALPHA | DIGIT);
    while (at < end && units[at] === HYPHEN) at = skipUnits(units, at + 1, end, ALPHA | DIGIT);
    if (units[at - 1] === HYPHEN) return -1;
    if (at === end || units[at] !== DOT) return at;
    at++;
  }
}

/** The end of the IPv4 address at `start`, each group of which is a number up to 255 without leading zeros; -1 if none. */
export function skipStrictIPv4(units: CodeUnits, start: number, end: number): number {
  let at = start;
  for (let group = 1; ; group++) {
    const groupStart = at;
    let value = 0;
    for (; at < end && at < groupStart + 3; at++) {
      const digit = (units[at] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === groupStart || value > 255 || (units[groupStart] === 0x30 && at > groupStart + 1)) return -1;
    if (group === 4) return at;
    if (at === end || units[at] !== DOT) return -1;
    at++;
  }
}

/** True at what may follow a host or port, in a URI or a sent-by or behind them. */
function endsHost(units: CodeUnits, at: number, end: number): boolean {
  if (at >= end) return true;
  const code = units[at] as number;
  return code === COLON || code === SEMI || code === RAQUOT || code === COMMA || code <= SP;
}

/** The port at `start` from 1 to 65535, up to a character that may follow it; undefined for everything else. */
export function readSoundPort(text: string, units: CodeUnits, start: number, end: number): Port | undefined {
  let value = 0;
  let at = start;
  for (; at < end && at < start + 6; at++) {
    const digit = (units[at] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (value === 0 || value > 65535 || !endsHost(units, at, end)) return undefined;
  return { start, end: at, text: text.slice(start, at), value };
}
