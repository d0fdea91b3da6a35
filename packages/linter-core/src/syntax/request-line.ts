import { CONTROL, classOf, isAll, skipClass, skipUnits, TOKEN, URIC } from './chars.js';
import { codeUnitsOf } from './code-units.js';
import { tokenAt } from './common-tokens.js';
import { NO_ISSUES } from './issue.js';
import type { RequestLine } from './message.js';
import type { Uri } from './nodes.js';
import { controlName } from './octets.js';
import { beginsWithSip, isOneSpace, skipBlanks, skipBlanksBack, wordEnd, wordStart } from './start-line-words.js';
import type { UriCodes } from './values/absolute-uri.js';
import { LAQUOT, RAQUOT, SP } from './values/codes.js';
import { Reader } from './values/reader.js';
import { readSoundSipUri } from './values/sound-sip-uri.js';
import { readUri } from './values/uri.js';

const REQUEST_URI: UriCodes = { schemeMissing: 'request-uri.malformed', malformed: 'request-uri.malformed' };

/** A Request-Line with a SIP URI and without any defect, as nearly all are; undefined for everything else. */
export function parsePlainRequestLine(text: string, start: number, end: number): RequestLine | undefined {
  const units = codeUnitsOf(text);
  const methodEnd = skipUnits(units, start, end, TOKEN);
  if (methodEnd === start || methodEnd === end || units[methodEnd] !== SP) return undefined;
  const uri = readSoundSipUri(text, units, methodEnd + 1, end);
  if (!uri || uri.end === end || units[uri.end] !== SP) return undefined;
  const versionStart = uri.end + 1;
  if (!beginsWithSip(text, versionStart, end) || wordEnd(text, versionStart, end) < end) return undefined;
  return {
    kind: 'request',
    start,
    end,
    method: { start, end: methodEnd, text: tokenAt(text, units, start, methodEnd) },
    requestUri: { start: uri.start, end: uri.end, value: uri, partial: uri },
    version: { start: versionStart, end, text: text.slice(versionStart, end) },
    issues: NO_ISSUES,
  };
}

/**
 * Request-Line = Method SP Request-URI SP SIP-Version (RFC 3261 §7.1), the last word of `[start, end)` being the version.
 * What stands between the first and the last word is the Request-URI.
 */
export function parseRequestLine(text: string, start: number, end: number): RequestLine {
  const reader = new Reader(text, start, end);
  const methodStart = skipBlanks(text, start, end);
  const versionEnd = skipBlanksBack(text, methodStart, end);
  const versionStart = wordStart(text, methodStart, versionEnd);
  const methodEnd = wordEnd(text, methodStart, versionStart);
  const uriStart = skipBlanks(text, methodEnd, versionStart);
  const uriEnd = skipBlanksBack(text, uriStart, versionStart);

  const hasMethod = isAll(text, methodStart, methodEnd, TOKEN);
  if (!hasMethod)
    reader.fail('method.not-token', methodStart, methodEnd, { method: text.slice(methodStart, methodEnd) });
  const judged = reader.failures;
  let uri: Uri | undefined;
  if (uriStart === uriEnd) {
    // The gap between the method and the version shows where the URI is missing; without a method that may be the one word.
    if (hasMethod) reader.fail(REQUEST_URI.malformed, methodEnd, versionStart, { found: '' });
  } else if (hasBrackets(text, uriStart, uriEnd)) {
    uri = readBracketed(reader, uriStart, uriEnd);
  } else if (wordEnd(text, uriStart, uriEnd) < uriEnd) {
    // Without a method the words may be anything.
    if (hasMethod) reader.fail('request-uri.white-space', uriStart, uriEnd, { uri: text.slice(uriStart, uriEnd) });
  } else {
    if (start < methodStart) reportBlanks(reader, start, methodStart);
    else if (!isOneSpace(text, methodEnd, uriStart)) reportBlanks(reader, methodEnd, uriStart);
    else if (!isOneSpace(text, uriEnd, versionStart)) reportBlanks(reader, uriEnd, versionStart);
    else if (versionEnd < end) reportBlanks(reader, versionEnd, end);
    uri = readRequestUri(reader, uriStart, uriEnd);
  }
  return {
    kind: 'request',
    start,
    end,
    method: reader.node(methodStart, methodEnd),
    requestUri: { start: uriStart, end: uriEnd, value: reader.failures === judged ? uri : undefined, partial: uri },
    version: reader.node(versionStart, versionEnd),
    issues: reader.issues,
  };
}

/** Request-URI = SIP-URI / SIPS-URI / absoluteURI (§7.1, §25.1): all of `[start, end)`, which holds no blank. */
function readRequestUri(reader: Reader, start: number, end: number): Uri | undefined {
  const { text } = reader;
  for (let at = skipClass(text, start, end, URIC); at < end; at++) {
    const code = text.charCodeAt(at);
    if ((classOf(code) & CONTROL) !== 0) {
      return reader.fail('request-uri.control-character', at, at + 1, { name: controlName(code) });
    }
  }
  return readUri(reader, start, end, REQUEST_URI);
}

/** True for a URI in `<` and `>`, perhaps behind a display name. */
function hasBrackets(text: string, start: number, end: number): boolean {
  return (
    text.charCodeAt(start) === LAQUOT || (text.charCodeAt(end - 1) === RAQUOT && skipTo(text, start, end, LAQUOT) < end)
  );
}

function skipTo(text: string, start: number, end: number, code: number): number {
  while (start < end && text.charCodeAt(start) !== code) start++;
  return start;
}

/** The URI in the brackets is judged, the place for brackets is not here (§7.1). */
function readBracketed(reader: Reader, start: number, end: number): Uri | undefined {
  const { text } = reader;
  const uriStart = skipTo(text, start, end, LAQUOT) + 1;
  // The mark ends behind the `<`, so that it does not cover a defect of the URI.
  reader.fail('request-uri.angle-brackets', start, uriStart, { found: text.slice(start, end) });
  const uriEnd = text.charCodeAt(end - 1) === RAQUOT ? end - 1 : skipTo(text, uriStart, end, RAQUOT);
  const isOneWord = uriStart < uriEnd && wordEnd(text, uriStart, uriEnd) === uriEnd;
  return isOneWord ? readRequestUri(reader, uriStart, uriEnd) : undefined;
}

/** One SP stands between two words, none around them. The words are clear all the same. */
function reportBlanks(reader: Reader, start: number, end: number): void {
  reader.tolerate('request-line.white-space', start, end);
}
