import { classOf, LWS, skipUnits, TOKEN } from '../chars.js';
import { commonTokenAt } from '../common-tokens.js';
import type { Param } from '../nodes.js';
import { COMMA, DQUOTE, EQUAL, SEMI } from './codes.js';
import { inLowerCase, KeyIndex } from './key-index.js';
import { skipEmptyElements } from './list.js';
import { GENERIC_PARAMS, trimmedEnd } from './params.js';
import { readQuotedString, skipQuotedString } from './quoted-string.js';
import type { Reader } from './reader.js';

/** The code of each defect of the parameters of a challenge, of credentials or of Authentication-Info. */
export interface AuthParamCodes {
  /** A semicolon, or nothing, where a comma should part two parameters. */
  readonly separator: string;
  /** No `name=`. */
  readonly param: string;
  readonly valueMissing: string;
  /** A value that is neither token nor quoted string, or that has text behind it. */
  readonly value: string;
}

/**
 * The parameters of Digest that are quoted strings. Without quotes they are read up to the next comma all the same:
 * that the quotes are missing is for the rules on Digest to say.
 */
const QUOTED_PARAMS: ReadonlySet<string> = new Set([
  'username',
  'realm',
  'nonce',
  'uri',
  'response',
  'cnonce',
  'opaque',
  'domain',
  'qop',
  'nextnonce',
  'rspauth',
]);

/**
 * auth-param *( COMMA auth-param ) (§25.1), up to the end of the row or the comma before a next scheme. A wrong separator is
 * one defect, however often it stands in the row.
 */
export function readAuthParams(reader: Reader, codes: AuthParamCodes): readonly Param[] {
  const params: Param[] = [];
  const keys = new KeyIndex(params);
  let isSeparatorReported = false;
  let separatorEnd = -1;
  const reportSeparator = (end: number) => {
    if (isSeparatorReported) return;
    reader.fail(codes.separator, reader.pos, end, { found: reader.slice(reader.pos, end) });
    isSeparatorReported = true;
    separatorEnd = end;
  };
  for (;;) {
    reader.skipLws();
    if (reader.peek() === SEMI) {
      reportSeparator(reader.pos + 1);
      while (reader.accept(SEMI) || reader.accept(COMMA)) reader.skipLws();
      if (reader.atEnd) break;
    } else if (skipEmptyElements(reader) && reader.atEnd) {
      break;
    }
    if (params.length > 0 && startsScheme(reader)) break;
    const start = reader.pos;
    const reported = reader.issues.length;
    const param = readAuthParam(reader, codes);
    if (param) {
      if (keys.repeats(param) && reader.issues.length === reported && start >= separatorEnd) {
        reader.tolerate(GENERIC_PARAMS.codes.duplicate, start, param.end, { name: param.name });
      }
      params.push(param);
    } else if (start < separatorEnd && reader.issues[reported]?.start === start) {
      // The name that lacks a comma before it is marked already.
      reader.issues.length = reported;
    }
    reader.skipLws();
    if (reader.atEnd) break;
    // Neither a comma nor a semicolon: the name of the next parameter.
    if (!reader.accept(COMMA) && reader.peek() !== SEMI) {
      reportSeparator(skipUnits(reader.units, reader.pos, reader.end, TOKEN));
    }
  }
  return params;
}

/** True at the start of another challenge: auth-scheme LWS auth-param-name EQUAL (§25.1). */
export function startsScheme(reader: Reader): boolean {
  const { units, pos, end } = reader;
  const schemeEnd = skipUnits(units, pos, end, TOKEN);
  const name = skipUnits(units, schemeEnd, end, LWS);
  return schemeEnd > pos && name > schemeEnd && startsParam(reader, name);
}

/** auth-param = auth-param-name EQUAL ( token / quoted-string ) (§25.1), left before the next separator. */
function readAuthParam(reader: Reader, codes: AuthParamCodes): Param | undefined {
  const start = reader.pos;
  reader.skip(TOKEN);
  const nameEnd = reader.pos;
  reader.skipLws();
  if (nameEnd === start || !reader.accept(EQUAL)) {
    skipToSeparator(reader);
    return reader.fail(codes.param, start, reader.pos, { found: reader.slice(start, reader.pos) });
  }
  const equalEnd = reader.pos;
  const token = commonTokenAt(reader.units, start, nameEnd);
  const name = token ? token.text : reader.slice(start, nameEnd);
  const key = token ? token.key : inLowerCase(name);
  reader.skipLws();
  const valueStart = reader.pos;
  const quoted = reader.peek() === DQUOTE;
  if (!quoted) skipBareValue(reader, key);
  else if (!readQuotedString(reader)) return undefined;
  let end = reader.pos;
  if (end === valueStart) return reader.fail(codes.valueMissing, start, equalEnd, { name });
  let isValue = quoted || QUOTED_PARAMS.has(key) || skipUnits(reader.units, valueStart, end, TOKEN) === end;
  reader.skipLws();
  if (!atSeparator(reader) && !startsParam(reader, reader.pos)) {
    // White space in a value that only lacks its quotes is part of it.
    isValue = !quoted && QUOTED_PARAMS.has(key) && reader.peek() !== DQUOTE;
    skipToSeparator(reader);
    end = reader.pos;
  }
  reader.pos = end;
  const value = reader.slice(valueStart, end);
  if (!isValue) return reader.fail(codes.value, valueStart, end, { name, value });
  return { start, end, name, key, value, nameEnd, valueStart, quoted };
}

/** A value without quotes; `qop=auth,auth-int` is one, and a URI may hold semicolons. */
function skipBareValue(reader: Reader, key: string): void {
  const { units, end } = reader;
  reader.hasUnjudgedOctets ||= QUOTED_PARAMS.has(key);
  while (!reader.atEnd) {
    const code = reader.peek();
    if (code === DQUOTE || (classOf(code) & LWS) !== 0 || (code === SEMI && key !== 'uri')) return;
    if (code === COMMA) {
      const option = skipUnits(units, reader.pos + 1, end, LWS);
      const optionEnd = skipUnits(units, option, end, TOKEN);
      const next = skipUnits(units, optionEnd, end, LWS);
      if (key !== 'qop' || optionEnd === option || (next < end && units[next] !== COMMA)) return;
      reader.pos = optionEnd - 1;
    }
    reader.pos++;
  }
}

function startsParam(reader: Reader, name: number): boolean {
  const { units, end } = reader;
  const nameEnd = skipUnits(units, name, end, TOKEN);
  return nameEnd > name && units[skipUnits(units, nameEnd, end, LWS)] === EQUAL;
}

function atSeparator(reader: Reader): boolean {
  const code = reader.peek();
  return code === COMMA || code === SEMI || code === -1;
}

/** Moves to the next separator outside quotes, then back over white space before it. */
function skipToSeparator(reader: Reader): void {
  const start = reader.pos;
  while (!atSeparator(reader)) {
    if (reader.peek() === DQUOTE) skipQuotedString(reader);
    else reader.pos++;
  }
  reader.pos = trimmedEnd(reader, start, reader.pos);
}
