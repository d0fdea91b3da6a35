import { isAll, PARAM, skipClass, TOKEN, USER } from '../chars.js';
import type { Param, Port, SipUri, TextNode } from '../nodes.js';
import { AT, COLON, EQUAL, SEMI } from './codes.js';
import { inLowerCase } from './key-index.js';
import { NO_PARAMS } from './params.js';
import { readSoundHost, readSoundPort } from './sound-hostport.js';
import { NO_URI_HEADERS } from './uri-headers.js';

/** More parameters than any sound URI has; repeated names are looked for among them one by one. */
const MANY = 16;

/**
 * Reads a SIP or SIPS URI in one pass, from `start` up to the first character that is none of it; the caller looks whether
 * the URI may end there. It knows what nearly all URIs are made of, and returns undefined for everything else (escapes,
 * passwords, headers, IPv6, defects): what `readSipUri` makes of the same text is the truth, and the same where this
 * returns a node.
 */
export function readSoundSipUri(text: string, start: number, end: number): SipUri | undefined {
  const colon = sipSchemeEnd(text, start, end);
  if (colon < 0) return undefined;
  const userStart = colon + 1;
  let user: TextNode | undefined;
  let host = readSoundHost(text, userStart, end);
  if (!host) {
    const userEnd = skipClass(text, userStart, end, USER);
    if (userEnd === userStart || userEnd === end || text.charCodeAt(userEnd) !== AT) return undefined;
    user = { start: userStart, end: userEnd, text: text.slice(userStart, userEnd) };
    host = readSoundHost(text, userEnd + 1, end);
    if (!host) return undefined;
  }
  let port: Port | undefined;
  let pos = host.end;
  if (pos < end && text.charCodeAt(pos) === COLON) {
    port = readSoundPort(text, pos + 1, end);
    if (!port) return undefined;
    pos = port.end;
  }
  let params: Param[] | undefined;
  while (pos < end && text.charCodeAt(pos) === SEMI) {
    const param = readSoundParam(text, pos + 1, end);
    if (!param) return undefined;
    if (!params) params = [param];
    else if (params.length === MANY || repeats(params, param.key)) return undefined;
    else params.push(param);
    pos = param.end;
  }
  const secure = colon - start === 4;
  return {
    kind: 'sip',
    start,
    end: pos,
    text: text.slice(start, pos),
    scheme: secure ? 'sips' : 'sip',
    secure,
    user,
    password: undefined,
    host,
    port,
    params: params ?? NO_PARAMS,
    headers: NO_URI_HEADERS,
    headersRange: undefined,
  };
}

/** The colon behind `sip` or `sips` in any case, or -1. */
function sipSchemeEnd(text: string, start: number, end: number): number {
  if (
    start + 5 > end ||
    (text.charCodeAt(start) | 0x20) !== 0x73 ||
    (text.charCodeAt(start + 1) | 0x20) !== 0x69 ||
    (text.charCodeAt(start + 2) | 0x20) !== 0x70
  ) {
    return -1;
  }
  const code = text.charCodeAt(start + 3);
  if (code === COLON) return start + 3;
  return (code | 0x20) === 0x73 && text.charCodeAt(start + 4) === COLON ? start + 4 : -1;
}

function readSoundParam(text: string, start: number, end: number): Param | undefined {
  const nameEnd = skipClass(text, start, end, PARAM);
  if (nameEnd === start) return undefined;
  const name = text.slice(start, nameEnd);
  const key = inLowerCase(name);
  if (nameEnd === end || text.charCodeAt(nameEnd) !== EQUAL) {
    if (hasOwnGrammar(key)) return undefined;
    return { start, end: nameEnd, name, key, value: undefined, nameEnd, valueStart: nameEnd, quoted: false };
  }
  const valueStart = nameEnd + 1;
  const valueEnd = skipClass(text, valueStart, end, PARAM);
  if (valueEnd === valueStart || (hasOwnGrammar(key) && !isToken(key, text, valueStart, valueEnd))) return undefined;
  const value = text.slice(valueStart, valueEnd);
  return { start, end: valueEnd, name, key, value, nameEnd, valueStart, quoted: false };
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
function isToken(key: string, text: string, start: number, end: number): boolean {
  return key !== 'ttl' && key !== 'maddr' && isAll(text, start, end, TOKEN);
}

function repeats(params: readonly Param[], key: string): boolean {
  for (const param of params) if (param.key === key) return true;
  return false;
}
