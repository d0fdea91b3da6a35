import { appended } from '../../text/append.js';
import { classOf, LWS, TOKEN } from '../chars.js';
import { tokenAt } from '../common-tokens.js';
import type { Param } from '../nodes.js';
import { COMMA, DQUOTE, EQUAL, LBRACKET, RBRACKET, SEMI } from './codes.js';
import { isIPv6OfRfc3261, readIPv6 } from './ipv6.js';
import { hasKey, inLowerCase, KeyIndex, MANY_PARAMS } from './key-index.js';
import { PlainParam, readPlainParam } from './plain-param.js';
import { readQuotedString, skipQuotedString } from './quoted-string.js';
import type { Reader } from './reader.js';

/** The code of each defect of a parameter list; a field that owns the defects of its parameters gives its own. */
export interface ParamCodes {
  /** `;;` or a `;` with nothing behind it. */
  readonly empty: string;
  /** One `;` behind the last parameter, for a field where that is a tolerated defect of its own. */
  readonly trailing?: string;
  /** A name that is no token, or text between a name and the next separator. */
  readonly name: string;
  /** `name=` without a value, or a flag where `valueRequired` is set. */
  readonly valueMissing: string;
  /** A value that is no token, no IPv6 reference and no quoted string. */
  readonly value: string;
  readonly duplicate: string;
}

/**
 * Judges a parameter that has a grammar of its own and reports its defects. Returns true if it did, so that the generic
 * grammar leaves the value alone. `param.value` is the raw text up to the next separator: undefined for a flag, empty for
 * `name=`. `isToken` is true for a value that is known to be a token, and for a flag.
 */
export type ParamJudge = (reader: Reader, param: Param, isToken: boolean) => boolean;

export interface ParamOptions {
  readonly codes: ParamCodes;
  /** True where the grammar knows no flags, as in Content-Type. */
  readonly valueRequired?: boolean;
  readonly judge?: ParamJudge;
}

/** *( SEMI generic-param ) with the generic codes (§25.1). */
export const GENERIC_PARAMS: ParamOptions = {
  codes: {
    empty: 'param.empty',
    name: 'param.name-malformed',
    valueMissing: 'param.value-missing',
    value: 'param.value-malformed',
    duplicate: 'param.duplicate',
  },
};

/** Shared by all nodes without parameters; not frozen for the same reason as `NO_ISSUES`. */
export const NO_PARAMS: readonly Param[] = [];

/**
 * *( SEMI generic-param ), the cursor behind what the parameters belong to; left behind the last of them. A comma ends the
 * list, being the separator of the values of a header field. A run of empty parameters is one defect; a repeated name is
 * a tolerated one, reported at the later copy (§7.3.1).
 */
export function readParams(reader: Reader, options: ParamOptions = GENERIC_PARAMS): readonly Param[] {
  let params: Param[] | undefined;
  let keys: KeyIndex | undefined;
  let emptyStart = -1;
  let end = reader.pos;
  for (;;) {
    if (end === reader.end && emptyStart < 0) return params ?? NO_PARAMS;
    let param = readPlainParam(reader.text, reader.units, reader.pos, reader.end);
    let isEnd = false;
    if (!param) {
      reader.skipLws();
      const semicolon = reader.pos;
      isEnd = !reader.accept(SEMI);
      reader.skipLws();
      if (!isEnd && atParamEnd(reader)) {
        if (emptyStart < 0) emptyStart = semicolon;
        end = semicolon + 1;
        continue;
      }
    }
    if (emptyStart >= 0) {
      const { empty, trailing } = options.codes;
      if (trailing && isEnd && end === emptyStart + 1) reader.tolerate(trailing, emptyStart, end);
      else reader.fail(empty, emptyStart, end);
      emptyStart = -1;
    }
    if (isEnd) {
      reader.pos = end;
      return params ?? NO_PARAMS;
    }
    const reported = reader.issues.length;
    if (param) {
      reader.pos = param.end;
      judgeParam(reader, param, options);
    } else {
      param = readParam(reader, options);
    }
    end = reader.pos;
    if (!param) continue;
    if (!params) {
      params = [param];
      continue;
    }
    if (params.length >= MANY_PARAMS) keys ??= new KeyIndex(params);
    const isRepeated = keys ? keys.repeats(param) : hasKey(params, param.key);
    if (isRepeated && reader.issues.length === reported) {
      reader.tolerate(options.codes.duplicate, param.start, param.end, { name: param.name });
    }
    params = appended(params, param);
  }
}

/** Judges a parameter whose name and value are tokens. */
function judgeParam(reader: Reader, param: Param, { judge, valueRequired, codes }: ParamOptions): void {
  if (judge?.(reader, param, true) || param.value !== undefined || !valueRequired) return;
  reader.fail(codes.valueMissing, param.start, param.end, { name: param.name });
}

/**
 * generic-param = token [ EQUAL gen-value ], the cursor at its name; left behind the value. A defect is reported and the
 * cursor left before the next separator. Returns undefined if there is no name or an open quote took the rest.
 */
export function readParam(reader: Reader, options: ParamOptions = GENERIC_PARAMS): Param | undefined {
  const start = reader.pos;
  reader.skip(TOKEN);
  const nameEnd = reader.pos;
  reader.skipLws();
  if (nameEnd === start || (reader.peek() !== EQUAL && !atParamEnd(reader))) return failName(reader, start, options);
  const name = tokenAt(reader.text, reader.units, start, nameEnd);
  const key = inLowerCase(name);
  if (!reader.accept(EQUAL)) {
    reader.pos = nameEnd;
    const flag = new PlainParam(nameEnd, name, key, undefined);
    judgeParam(reader, flag, options);
    return flag;
  }
  let valueStart = reader.pos;
  reader.skipLws();
  // Of `name= ;` the node ends at the `=`.
  if (!atParamEnd(reader)) valueStart = reader.pos;
  let quoted = reader.peek() === DQUOTE;
  if (quoted) {
    if (!readQuotedString(reader)) return undefined;
  } else {
    reader.pos = valueStart;
    reader.skip(TOKEN);
  }
  let end = reader.pos;
  let isGeneric = end > valueStart;
  reader.skipLws();
  if (!atParamEnd(reader)) {
    skipToParamEnd(reader);
    end = reader.pos;
    quoted = false;
    isGeneric = isIPv6Reference(reader, valueStart, end);
  }
  reader.pos = end;
  const value = reader.slice(valueStart, end);
  const param: Param = { start, end, name, key, value, nameEnd, valueStart, quoted };
  if (options.judge?.(reader, param, false) || isGeneric) return param;
  if (value === '') reader.fail(options.codes.valueMissing, start, end, { name });
  else reader.fail(options.codes.value, valueStart, end, { name, value });
  return param;
}

/** True at a separator of parameters or values, or at the end. */
function atParamEnd(reader: Reader): boolean {
  const code = reader.peek();
  return code === SEMI || code === COMMA || code === -1;
}

/** Moves to the next separator outside quotes, then back over white space before it. */
function skipToParamEnd(reader: Reader): void {
  const start = reader.pos;
  while (!atParamEnd(reader)) {
    if (reader.peek() === DQUOTE) skipQuotedString(reader);
    else reader.pos++;
  }
  reader.pos = trimmedEnd(reader, start, reader.pos);
}

/** `end` without the white space before it. */
export function trimmedEnd(reader: Reader, start: number, end: number): number {
  const { units } = reader;
  while (end > start && (classOf(units[end - 1] as number) & LWS) !== 0) end--;
  return end;
}

function failName(reader: Reader, start: number, { codes }: ParamOptions): undefined {
  skipToParamEnd(reader);
  return reader.fail(codes.name, start, reader.pos, { found: reader.slice(start, reader.pos) });
}

/** IPv6reference = "[" IPv6address "]" (§25.1), which a gen-value may be as a host. */
function isIPv6Reference({ text }: Reader, start: number, end: number): boolean {
  const hasBrackets = text.charCodeAt(start) === LBRACKET && text.charCodeAt(end - 1) === RBRACKET;
  return hasBrackets && (isIPv6OfRfc3261(text, start + 1, end - 1) || readIPv6(text, start + 1, end - 1) !== undefined);
}
