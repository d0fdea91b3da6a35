import { HEX, isAll, TOKEN } from '../chars.js';
import type { ParsedValue } from '../header-field.js';
import type { AuthValue, Param } from '../nodes.js';
import { type AuthParamCodes, readAuthParams, startsScheme } from './auth-params.js';
import { COMMA, EQUAL } from './codes.js';
import { skipEmptyElements, skipToComma } from './list.js';
import { NO_PARAMS, trimmedEnd } from './params.js';
import { Reader } from './reader.js';

const AUTH_CODES: AuthParamCodes = {
  separator: 'auth.separator',
  param: 'auth.parameter-malformed',
  valueMissing: 'auth.parameter-value-missing',
  value: 'auth.parameter-value-malformed',
};

const AUTHENTICATION_INFO_CODES: AuthParamCodes = {
  separator: 'authentication-info.separator',
  param: 'authentication-info.parameter-malformed',
  valueMissing: 'authentication-info.parameter-value-missing',
  value: 'authentication-info.parameter-value-malformed',
};

/**
 * challenge and credentials (§20.7, §20.27, §20.28, §20.44, §25.1). A row holds one of them; several that commas join are
 * read as several values.
 */
export function readAuth(reader: Reader): readonly ParsedValue<AuthValue>[] {
  const values: ParsedValue<AuthValue>[] = [];
  do {
    if (reader.peek() === COMMA && skipEmptyElements(reader) && reader.atEnd) break;
    const start = reader.pos;
    const failures = reader.failures;
    const partial = readSchemeAndParams(reader);
    const end = endOfValue(reader, start);
    values.push({ start, end, value: reader.failures === failures ? partial : undefined, partial });
  } while (!reader.atEnd);
  return values;
}

/** Authentication-Info = ainfo *( COMMA ainfo ) (§20.6, §25.1): parameters without a scheme. */
export function readAuthenticationInfo(reader: Reader): AuthValue {
  const start = reader.pos;
  if (startsScheme(reader)) {
    const scheme = reader.node(start, start);
    reader.skip(TOKEN);
    reader.fail('authentication-info.scheme', start, reader.pos, { scheme: reader.slice(start, reader.pos) });
    return { start, end: reader.end, scheme, params: readAuthParams(reader, AUTHENTICATION_INFO_CODES) };
  }
  const params = readAuthParams(reader, AUTHENTICATION_INFO_CODES);
  for (const param of params) if (param.key === 'rspauth') judgeResponseDigest(reader, param);
  return { start, end: reader.pos, scheme: reader.node(start, start), params };
}

/** auth-scheme LWS auth-param *( COMMA auth-param ) */
function readSchemeAndParams(reader: Reader): AuthValue | undefined {
  const start = reader.pos;
  const scheme = reader.take(TOKEN);
  const schemeEnd = reader.pos;
  reader.skipLws();
  const code = reader.peek();
  if (!scheme || code === EQUAL || (reader.pos === schemeEnd && code !== COMMA && code !== -1)) {
    reader.pos = reader.end;
    return reader.fail('auth.scheme-missing', start, reader.end, { found: reader.slice(start, reader.end) });
  }
  if (reader.atEnd || startsNextScheme(reader)) {
    reader.fail('auth.parameter-missing', start, schemeEnd, { scheme: scheme.text });
    return { start, end: schemeEnd, scheme, params: NO_PARAMS };
  }
  const params = scheme.text.toLowerCase() === 'digest' ? readAuthParams(reader, AUTH_CODES) : readOtherParams(reader);
  return { start, end: endOfValue(reader, start), scheme, params };
}

/**
 * What follows another scheme than Digest: parameters, or data in a form of its own, such as the token68 of RFC 7235 §2.1,
 * which nothing is known of.
 */
function readOtherParams(reader: Reader): readonly Param[] {
  reader.hasUnjudgedOctets = true;
  const probe = new Reader(reader.text, reader.pos, reader.end, reader.field);
  const params = readAuthParams(probe, AUTH_CODES);
  if (probe.failures === 0) {
    for (const issue of probe.issues) reader.issues.push(issue);
    reader.pos = probe.pos;
    return params;
  }
  do skipToComma(reader);
  while (!reader.atEnd && !startsNextScheme(reader) && reader.accept(COMMA));
  return NO_PARAMS;
}

/** The cursor without the white space and the commas before it. */
function endOfValue(reader: Reader, start: number): number {
  let end = trimmedEnd(reader, start, reader.pos);
  while (end > start && reader.text.charCodeAt(end - 1) === COMMA) end = trimmedEnd(reader, start, end - 1);
  return end;
}

/** Moves behind a comma if another scheme with parameters follows it. */
function startsNextScheme(reader: Reader): boolean {
  const comma = reader.pos;
  if (!reader.accept(COMMA)) return false;
  reader.skipLws();
  if (startsScheme(reader)) return true;
  reader.pos = comma;
  return false;
}

/** response-digest = LDQUOT *LHEX RDQUOT; without quotes it is left to the rules on Digest. */
function judgeResponseDigest(reader: Reader, param: Param): void {
  const start = param.valueStart + 1;
  const end = param.end - 1;
  if (param.quoted && end > start && !isAll(reader.text, start, end, HEX)) {
    reader.tolerate('authentication-info.rspauth-not-hex', param.valueStart, param.end, {
      value: reader.slice(start, end),
    });
  }
}
