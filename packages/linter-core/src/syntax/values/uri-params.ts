import { DIGIT, hasPlaceholder, isAll, PARAM, skipClass, TOKEN } from '../chars.js';
import { tokenAt } from '../common-tokens.js';
import type { Param } from '../nodes.js';
import { DQUOTE, EQUAL, SEMI } from './codes.js';
import { type HostCodes, readHost } from './host.js';
import { inLowerCase, KeyIndex } from './key-index.js';
import { NO_PARAMS } from './params.js';
import { PlainParam } from './plain-param.js';
import type { Reader } from './reader.js';

/** The host of a SIP URI and of its maddr parameter. */
export const URI_HOST: HostCodes = {
  malformed: 'sip-uri.host-invalid',
  number: 'sip-uri.host-invalid',
  ipv6Bare: 'sip-uri.ipv6-not-bracketed',
  ipv6Malformed: 'sip-uri.ipv6-malformed',
  ipv6Groups: 'sip-uri.ipv6-groups',
  ipv4OutOfRange: 'sip-uri.ipv4-invalid',
  underscore: 'sip-uri.host-underscore',
};

/**
 * uri-parameters = *( ";" uri-parameter ) (§25.1): all of `[start, end)`, which begins with a semicolon. The characters of
 * names and values are not judged here. A run of empty parameters is one defect.
 */
export function readUriParams(reader: Reader, start: number, end: number): readonly Param[] {
  const { text } = reader;
  let params: Param[] | undefined;
  let keys: KeyIndex | undefined;
  let pos = start;
  while (pos < end) {
    const paramStart = pos + 1;
    let nameEnd = skipClass(text, paramStart, end, PARAM);
    if (nameEnd < end && !isDelimiter(text.charCodeAt(nameEnd))) {
      reader.oddComponents++;
      while (nameEnd < end && !isDelimiter(text.charCodeAt(nameEnd))) nameEnd++;
    }
    if (nameEnd === paramStart && (nameEnd === end || text.charCodeAt(nameEnd) === SEMI)) {
      const empty = pos;
      while (pos < end && (pos + 1 === end || text.charCodeAt(pos + 1) === SEMI)) pos++;
      reader.fail('sip-uri.param-empty', empty, pos);
      continue;
    }
    let valueStart = nameEnd;
    let paramEnd = nameEnd;
    if (nameEnd < end && text.charCodeAt(nameEnd) === EQUAL) {
      valueStart = nameEnd + 1;
      paramEnd = skipClass(text, valueStart, end, PARAM);
      if (paramEnd < end && text.charCodeAt(paramEnd) !== SEMI) {
        reader.oddComponents++;
        while (paramEnd < end && text.charCodeAt(paramEnd) !== SEMI) paramEnd++;
      }
    }
    pos = paramEnd;
    if (nameEnd === paramStart) {
      reader.fail('sip-uri.param-name-missing', paramStart, paramEnd, { found: text.slice(paramStart, paramEnd) });
      continue;
    }
    const name = tokenAt(text, reader.units, paramStart, nameEnd);
    const value = paramEnd === nameEnd ? undefined : text.slice(valueStart, paramEnd);
    const param = new PlainParam(nameEnd, name, inLowerCase(name), value);
    const reported = reader.issues.length;
    judgeUriParam(reader, param);
    if (!params) {
      params = [param];
      continue;
    }
    keys ??= new KeyIndex(params);
    if (keys.repeats(param) && reader.issues.length === reported) {
      reader.fail('sip-uri.param-duplicate', param.start, param.end, { name });
    }
    params.push(param);
  }
  return params ?? NO_PARAMS;
}

function isDelimiter(code: number): boolean {
  return code === EQUAL || code === SEMI;
}

/** uri-parameter: the value is there where it has to be, and fits where the parameter has a grammar of its own. */
function judgeUriParam(reader: Reader, param: Param): void {
  const { key, value, start, end, valueStart } = param;
  if (value === '' || (value === undefined && needsValue(key))) {
    reader.fail('sip-uri.param-value-missing', start, end, { name: param.name });
    return;
  }
  if (value === undefined) return;
  const isQuoted = reader.text.charCodeAt(valueStart) === DQUOTE;
  switch (key) {
    case 'maddr':
      if (isQuoted) break;
      readHost(reader, valueStart, end, URI_HOST);
      return;
    case 'ttl':
      if (!isQuoted && isTtl(value)) return;
      break;
    case 'transport':
    case 'user':
    case 'method':
      // A character that no parameter may hold is an unescaped one.
      if (
        !isQuoted &&
        (isAll(reader.text, valueStart, end, TOKEN) || !isAll(reader.text, valueStart, end, PARAM | TOKEN))
      ) {
        return;
      }
      break;
    default:
      if (!isQuoted) return;
  }
  reader.fail('sip-uri.param-value-malformed', valueStart, end, { name: param.name, value });
}

function needsValue(key: string): boolean {
  return key === 'transport' || key === 'user' || key === 'method' || key === 'ttl' || key === 'maddr';
}

/** ttl = 1*3DIGIT ; 0 to 255 */
export function isTtl(value: string): boolean {
  return isAll(value, 0, value.length, DIGIT) && (hasPlaceholder(value) || (value.length <= 3 && Number(value) <= 255));
}
