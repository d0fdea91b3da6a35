import { URIC } from '../chars.js';
import type { Param, TelUri } from '../nodes.js';
import { judgeAbsoluteUri, type UriCodes } from './absolute-uri.js';
import { EQUAL, LBRACKET, RBRACKET, SEMI } from './codes.js';
import { NO_PARAMS } from './params.js';
import { PlainParam } from './plain-param.js';
import type { Reader } from './reader.js';
import { skipUnescaped } from './uri-characters.js';

const HASH = 0x23;

/**
 * telephone-uri = "tel:" telephone-subscriber (RFC 3966 §3): all of `[start, end)`, with the colon at `colon`. Number and
 * parameters are told apart only; their characters are those of a URI, the `#` of a local number, and the brackets of
 * param-unreserved.
 */
export function readTelUri(reader: Reader, start: number, colon: number, end: number, codes: UriCodes): TelUri {
  const { text } = reader;
  let at = skipUnescaped(text, colon + 1, end, URIC);
  while (at < end && isOfTelOnly(text.charCodeAt(at))) at = skipUnescaped(text, at + 1, end, URIC);
  judgeAbsoluteUri(reader, start, colon, at, end, codes);
  const numberEnd = pieceEnd(text, colon + 1, end);
  return {
    kind: 'tel',
    start,
    end,
    text: reader.slice(start, end),
    scheme: 'tel',
    number: reader.node(colon + 1, numberEnd),
    params: numberEnd < end ? readTelParams(text, numberEnd, end) : NO_PARAMS,
  };
}

function isOfTelOnly(code: number): boolean {
  return code === HASH || code === LBRACKET || code === RBRACKET;
}

/** *( ";" pname [ "=" pvalue ] ) without a judgement; an empty piece is left out. */
function readTelParams(text: string, start: number, end: number): readonly Param[] {
  const params: Param[] = [];
  for (let semicolon = start; semicolon < end; ) {
    const paramStart = semicolon + 1;
    const paramEnd = pieceEnd(text, paramStart, end);
    semicolon = paramEnd;
    if (paramStart === paramEnd) continue;
    let nameEnd = paramStart;
    while (nameEnd < paramEnd && text.charCodeAt(nameEnd) !== EQUAL) nameEnd++;
    const name = text.slice(paramStart, nameEnd);
    const value = nameEnd < paramEnd ? text.slice(nameEnd + 1, paramEnd) : undefined;
    params.push(new PlainParam(nameEnd, name, name.toLowerCase(), value));
  }
  return params;
}

/** The first semicolon of `[start, end)`, or `end`. */
function pieceEnd(text: string, start: number, end: number): number {
  while (start < end && text.charCodeAt(start) !== SEMI) start++;
  return start;
}
