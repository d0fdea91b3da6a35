import { appended } from '../../text/append.js';
import { PARAM, skipUnits, TOKEN, USER } from '../chars.js';
import type { CodeUnits } from '../code-units.js';
import { commonTokenAt } from '../common-tokens.js';
import type { Host, Param, Port, SipUri, TextNode } from '../nodes.js';
import { AT, COLON, EQUAL, SEMI } from './codes.js';
import { hasKey, inLowerCase, MANY_PARAMS } from './key-index.js';
import { NO_PARAMS } from './params.js';
import { PlainParam } from './plain-param.js';
import { readSoundPort, soundHost, soundHostEnd } from './sound-hostport.js';
import { NO_URI_HEADERS } from './uri-headers.js';

/**
 * Reads a SIP or SIPS URI in one pass, from `start` up to the first character that is none of it; the caller looks whether
 * the URI may end there. It knows what nearly all URIs are made of, and returns undefined for everything else (escapes,
 * passwords, headers, IPv6, defects): what `readSipUri` makes of the same text is the truth, and the same where this
 * returns a node.
 */
export function readSoundSipUri(text: string, units: CodeUnits, start: number, end: number): SipUri | undefined {
  const colon = sipSchemeEnd(units, start, end);
  if (colon < 0) return undefined;
  const userStart = colon + 1;
  let hostStart = userStart;
  let pos = soundHostEnd(units, hostStart, end);
  if (pos < 0) {
    const userEnd = skipUnits(units, userStart, end, USER);
    if (userEnd === userStart || userEnd === end || units[userEnd] !== AT) return undefined;
    hostStart = userEnd + 1;
    pos = soundHostEnd(units, hostStart, end);
    if (pos < 0) return undefined;
  }
  const hostEnd = pos;
  let port: Port | undefined;
  if (pos < end && units[pos] === COLON) {
    port = readSoundPort(text, units, pos + 1, end);
    if (!port) return undefined;
    pos = port.end;
  }
  let params: Param[] | undefined;
  while (pos < end && units[pos] === SEMI) {
    const param = readSoundParam(text, units, pos + 1, end);
    if (!param) return undefined;
    if (params && (params.length === MANY_PARAMS || hasKey(params, param.key))) return undefined;
    params = appended(params, param);
    pos = param.end;
  }
  return new SoundSipUri(text, start, pos, userStart, hostStart, hostEnd, port, params ?? NO_PARAMS);
}

/** Parts are made of their offsets when somebody asks: of most URIs nobody does, and a message has several. */
class SoundSipUri implements SipUri {
  readonly #message: string;
  readonly #userStart: number;
  readonly #hostStart: number;
  readonly #hostEnd: number;

  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
    userStart: number,
    hostStart: number,
    hostEnd: number,
    readonly port: Port | undefined,
    readonly params: readonly Param[],
  ) {
    this.#message = message;
    this.#userStart = userStart;
    this.#hostStart = hostStart;
    this.#hostEnd = hostEnd;
  }

  get kind(): 'sip' {
    return 'sip';
  }

  get text(): string {
    return this.#message.slice(this.start, this.end);
  }

  get secure(): boolean {
    return this.#userStart - this.start === 5;
  }

  get scheme(): 'sip' | 'sips' {
    return this.secure ? 'sips' : 'sip';
  }

  get user(): TextNode | undefined {
    const start = this.#userStart;
    if (start === this.#hostStart) return undefined;
    const end = this.#hostStart - 1;
    return { start, end, text: this.#message.slice(start, end) };
  }

  get password(): undefined {
    return undefined;
  }

  get host(): Host {
    return soundHost(this.#message, this.#hostStart, this.#hostEnd);
  }

  get headers(): SipUri['headers'] {
    return NO_URI_HEADERS;
  }

  get headersRange(): undefined {
    return undefined;
  }
}

/** The colon behind `sip` or `sips` in any case, or -1. */
function sipSchemeEnd(units: CodeUnits, start: number, end: number): number {
  if (start + 5 > end || lower(units, start) !== 0x73 || lower(units, start + 1) !== 0x69) return -1;
  if (lower(units, start + 2) !== 0x70) return -1;
  if (units[start + 3] === COLON) return start + 3;
  return lower(units, start + 3) === 0x73 && units[start + 4] === COLON ? start + 4 : -1;
}

/** The code of an ASCII letter in lower case; other characters do not become a letter that is compared with. */
function lower(units: CodeUnits, at: number): number {
  return (units[at] as number) | 0x20;
}

function readSoundParam(text: string, units: CodeUnits, start: number, end: number): Param | undefined {
  const nameEnd = skipUnits(units, start, end, PARAM);
  if (nameEnd === start) return undefined;
  const token = commonTokenAt(units, start, nameEnd);
  const name = token ? token.text : text.slice(start, nameEnd);
  const key = token ? token.key : inLowerCase(name);
  if (nameEnd === end || units[nameEnd] !== EQUAL) {
    if (hasOwnGrammar(key)) return undefined;
    return new PlainParam(nameEnd, name, key, undefined);
  }
  const valueStart = nameEnd + 1;
  const valueEnd = skipUnits(units, valueStart, end, PARAM);
  if (valueEnd === valueStart || (hasOwnGrammar(key) && !isToken(key, units, valueStart, valueEnd))) return undefined;
  return new PlainParam(nameEnd, name, key, text.slice(valueStart, valueEnd));
}

function hasOwnGrammar(key: string): boolean {
  // Comparing lengths first saves comparing most names.
  switch (key.length) {
    case 3:
      return key === 'ttl';
    case 4:
      return key === 'user';
    case 5:
      return key === 'maddr';
    case 6:
      return key === 'method';
    case 9:
      return key === 'transport';
    default:
      return false;
  }
}

/** True for a token in the value of a parameter that takes one. */
function isToken(key: string, units: CodeUnits, start: number, end: number): boolean {
  return key !== 'ttl' && key !== 'maddr' && skipUnits(units, start, end, TOKEN) === end;
}
