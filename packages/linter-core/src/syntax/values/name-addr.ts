import { classOf, LWS, skipClass, TOKEN, URIC } from '../chars.js';
import type { DisplayName, NameAddr, Uri } from '../nodes.js';
import { ADDRESS_URI } from './absolute-uri.js';
import type { AddressOptions } from './address-options.js';
import { bareAddrSpecEnd, readBareAddress, reportBrokenAddress } from './bare-address.js';
import { COMMA, DQUOTE, LAQUOT, RAQUOT, SP } from './codes.js';
import { displayNameNode, elementEnd, findLaquot } from './display-name.js';
import { NO_PARAMS, readParams, trimmedEnd } from './params.js';
import { readQuotedString } from './quoted-string.js';
import type { Reader } from './reader.js';
import { readSoundSipUri } from './sound-sip-uri.js';
import { readUri } from './uri.js';

/**
 * ( name-addr / addr-spec ) *( SEMI param ) (§20.10, §25.1), the cursor at its first character; left behind the last
 * parameter. White space between a display name and its `<` is optional (erratum 5598). Returns undefined if an open quote
 * took the rest; a defect may leave the `uri` of the node undefined.
 */
export function readAddress(reader: Reader, options: AddressOptions): NameAddr | undefined {
  const start = reader.pos;
  const code = reader.peek();
  if (code === LAQUOT) return readBracketed(reader, start, undefined, options);
  if (code === DQUOTE) return readQuotedName(reader, start, options);

  reader.skip(TOKEN | LWS);
  const wordsEnd = reader.pos;
  if (reader.peek() === LAQUOT) {
    const name = displayNameNode(reader, start, trimmedEnd(reader, start, wordsEnd));
    return readBracketed(reader, start, name, options);
  }
  reader.pos = start;
  const bareEnd = bareAddrSpecEnd(reader);
  if (bareEnd >= 0) return readBareAddress(reader, bareEnd, options);

  const laquot = findLaquot(reader, options.isList);
  if (laquot >= 0) return readMisnamed(reader, start, laquot, true, options);
  reportBrokenAddress(reader);
  return withParams(reader, start, undefined, false, undefined, options);
}

/** quoted-string LAQUOT addr-spec RAQUOT */
function readQuotedName(reader: Reader, start: number, options: AddressOptions): NameAddr | undefined {
  const { failures } = reader;
  const quoted = readQuotedString(reader);
  if (!quoted) return undefined;
  const isSound = reader.failures === failures;
  const name: DisplayName = { start: quoted.start, end: quoted.end, text: quoted.text, quoted: true };
  reader.skipLws();
  if (reader.peek() === LAQUOT) return readBracketed(reader, start, name, options);
  const laquot = findLaquot(reader, options.isList);
  if (laquot >= 0) return readMisnamed(reader, start, laquot, isSound, options);
  const end = elementEnd(reader);
  if (isSound) reader.fail('name-addr.brackets-missing', start, end, { found: reader.slice(start, end) });
  reader.pos = end;
  return withParams(reader, start, name, false, undefined, options);
}

/**
 * A name-addr whose display name, from `start` up to the `<`, is neither tokens nor one quoted string. `isSound` is false if a
 * defect in it is reported already.
 */
function readMisnamed(
  reader: Reader,
  start: number,
  laquot: number,
  isSound: boolean,
  options: AddressOptions,
): NameAddr {
  const name = displayNameNode(reader, start, trimmedEnd(reader, start, laquot));
  if (name && isSound) reader.fail('display-name.quotes-needed', name.start, name.end, { found: name.text });
  reader.pos = laquot;
  return readBracketed(reader, start, name, options);
}

/** LAQUOT addr-spec RAQUOT *( SEMI param ), the cursor at the `<`. */
function readBracketed(
  reader: Reader,
  start: number,
  name: DisplayName | undefined,
  options: AddressOptions,
): NameAddr {
  const { text, units, end } = reader;
  const laquot = reader.pos;
  const sound = readSoundSipUri(text, units, laquot + 1, end);
  if (sound && sound.end < end && units[sound.end] === RAQUOT) {
    reader.pos = sound.end + 1;
    return withParams(reader, start, name, true, sound, options);
  }
  let space = -1;
  let raquot = skipClass(text, laquot + 1, end, URIC);
  for (; raquot < end; raquot++) {
    const code = text.charCodeAt(raquot);
    if (code === RAQUOT || code === LAQUOT) break;
    if (code <= SP && space < 0 && (classOf(code) & LWS) !== 0) space = raquot;
  }
  if (raquot === end || text.charCodeAt(raquot) === LAQUOT) {
    // Reading goes on at the next element, if there is a sign of one.
    let stop = laquot;
    while (stop < raquot && text.charCodeAt(stop) !== COMMA) stop++;
    reader.pos = stop < raquot ? stop : end;
    stop = trimmedEnd(reader, laquot, reader.pos);
    reader.fail('name-addr.brackets-unpaired', laquot, stop, { found: reader.slice(laquot, stop) });
    return {
      kind: 'name-addr',
      start,
      end: stop,
      displayName: name,
      bracketed: true,
      uri: undefined,
      params: NO_PARAMS,
    };
  }
  let uri: Uri | undefined;
  if (space >= 0) {
    reader.fail('name-addr.white-space', laquot, raquot + 1, { found: reader.slice(laquot, raquot + 1) });
  } else if (raquot === laquot + 1) {
    reader.fail(ADDRESS_URI.schemeMissing, laquot, raquot + 1, { found: '' });
  } else {
    uri = readUri(reader, laquot + 1, raquot, ADDRESS_URI);
  }
  reader.pos = raquot + 1;
  return withParams(reader, start, name, true, uri, options);
}

/** The node of an address, its parameters read at the cursor. */
function withParams(
  reader: Reader,
  start: number,
  displayName: DisplayName | undefined,
  bracketed: boolean,
  uri: Uri | undefined,
  options: AddressOptions,
): NameAddr {
  const params = readParams(reader, options.params);
  return { kind: 'name-addr', start, end: reader.pos, displayName, bracketed, uri, params };
}
