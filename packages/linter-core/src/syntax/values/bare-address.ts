import { classOf, LWS, skipClass } from '../chars.js';
import type { NameAddr } from '../nodes.js';
import { ADDRESS_URI } from './absolute-uri.js';
import type { AddressOptions } from './address-options.js';
import { AT, COLON, COMMA, DQUOTE, LAQUOT, QUESTION, RAQUOT, SEMI, SP } from './codes.js';
import { elementEnd, findOpenQuote } from './display-name.js';
import { skipToComma } from './list.js';
import { readParams, trimmedEnd } from './params.js';
import type { Reader } from './reader.js';
import { readUri, schemeEnd } from './uri.js';

/**
 * The end of an addr-spec without brackets at the cursor: it begins with a scheme, and behind it only parameters, the next
 * element or nothing follows. -1 if the text is something else.
 */
export function bareAddrSpecEnd(reader: Reader): number {
  const { text, end, pos: start } = reader;
  const colon = schemeEnd(text, start, end);
  if (colon < 0) return -1;
  let at = colon;
  while (at < end && !endsAddrSpec(text.charCodeAt(at))) at++;
  const next = skipClass(text, at, end, LWS);
  if (next >= end) return at;
  const code = text.charCodeAt(next);
  return code === SEMI || code === COMMA ? at : -1;
}

/** Without brackets a `;` ends the URI (§20.10). */
function endsAddrSpec(code: number): boolean {
  return code <= SP || code === SEMI || code === COMMA || code === LAQUOT || code === RAQUOT || code === DQUOTE;
}

/** addr-spec *( SEMI param ), the addr-spec from the cursor to `end`. */
export function readBareAddress(reader: Reader, end: number, options: AddressOptions): NameAddr {
  const start = reader.pos;
  const commaEnd = elementBehindComma(reader.text, start, end, reader.end);
  if (commaEnd >= 0 || includes(reader.text, start, end, QUESTION)) {
    const stop = Math.max(end, commaEnd);
    reader.fail(options.bracketsNeeded, start, stop, { found: reader.slice(start, stop) });
    reader.pos = stop;
    const params = readParams(reader, options.params);
    return {
      kind: 'name-addr',
      start,
      end: reader.pos,
      displayName: undefined,
      bracketed: false,
      uri: undefined,
      params,
    };
  }
  const uri = readUri(reader, start, end, ADDRESS_URI);
  reader.pos = end;
  const { failures } = reader;
  const params = readParams(reader, options.params);
  if (uri?.kind === 'sip' && options.uriParamOutside && reader.failures === failures) {
    const outside = params.find(({ key }) => options.isUriParam(key));
    if (outside) reader.tolerate(options.uriParamOutside, outside.start, outside.end, { name: outside.name });
  }
  return { kind: 'name-addr', start, end: reader.pos, displayName: undefined, bracketed: false, uri, params };
}

/**
 * Where the rest of an address ends that a comma of its user part cut: `sip:a` `,b@example.com`. -1 if there is no `@` in
 * front of the comma to be missed, or if what follows is an address of its own.
 */
function elementBehindComma(text: string, start: number, comma: number, end: number): number {
  if (comma >= end || text.charCodeAt(comma) !== COMMA || includes(text, start, comma, AT)) return -1;
  let hasAt = false;
  let at = comma + 1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === AT) hasAt = true;
    else if (code === COLON && !hasAt) return -1;
    else if (endsAddrSpec(code)) break;
  }
  return hasAt && skipClass(text, at, end, LWS) === at ? at : -1;
}

function includes(text: string, start: number, end: number, code: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) return true;
  return false;
}

/** Reports why the text at the cursor is no address, given that no `<` follows; moves to its parameters. */
export function reportBrokenAddress(reader: Reader): void {
  const { text, pos: start } = reader;
  if (reader.peek() === SEMI) {
    // Parameters of nothing
    skipToComma(reader);
    reader.pos = trimmedEnd(reader, start, reader.pos);
    reader.fail(ADDRESS_URI.schemeMissing, start, reader.pos, { found: '' });
    return;
  }
  const end = elementEnd(reader);
  const quote = end === reader.end ? findOpenQuote(reader) : -1;
  reader.pos = end;
  if (quote >= 0) {
    reader.fail('quoted-string.unterminated', quote, end, { found: reader.slice(quote, end) });
    return;
  }
  const found = reader.slice(start, end);
  if (includes(text, start, end, RAQUOT)) {
    reader.fail('name-addr.brackets-unpaired', start, end, { found });
    return;
  }
  if (schemeEnd(text, start, end) >= 0) {
    let junk = start;
    while (junk < end && !endsAddrSpec(text.charCodeAt(junk))) junk++;
    junk = skipClass(text, junk, end, LWS);
    reader.fail('name-addr.trailing-text', junk, end, { found: reader.slice(junk, end) });
    return;
  }
  let lastWord = end;
  while (lastWord > start && (classOf(text.charCodeAt(lastWord - 1)) & LWS) === 0) lastWord--;
  const code =
    lastWord > start && schemeEnd(text, lastWord, end) >= 0 ? 'name-addr.brackets-missing' : ADDRESS_URI.schemeMissing;
  // A comma in front of everything is marked itself.
  reader.fail(code, start, Math.max(end, start + 1), { found });
}
