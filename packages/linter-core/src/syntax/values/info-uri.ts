import type { InfoUri } from '../nodes.js';
import type { UriCodes } from './absolute-uri.js';
import { LAQUOT, RAQUOT, SP } from './codes.js';
import { skipToComma } from './list.js';
import { readParams, trimmedEnd } from './params.js';
import type { Reader } from './reader.js';
import { readUri, schemeEnd } from './uri.js';

const INFO_URI: UriCodes = { schemeMissing: 'info-uri.no-uri', malformed: 'info-uri.malformed' };

/**
 * LAQUOT absoluteURI RAQUOT *( SEMI generic-param ): an element of Alert-Info (§20.4), Call-Info (§20.9), Error-Info
 * (§20.18) and Geolocation (RFC 6442 §4.1).
 */
export function readInfoUri(reader: Reader): InfoUri | undefined {
  const start = reader.pos;
  if (reader.peek() !== LAQUOT) return failElement(reader, start);
  const raquot = closingRaquot(reader);
  if (raquot < 0) return failElement(reader, start);
  const uri = readUri(reader, start + 1, raquot, INFO_URI);
  reader.pos = raquot + 1;
  const params = readParams(reader);
  return uri && { start, end: reader.pos, uri, params };
}

/** The `>` of the `<` at the cursor, or -1 if there is none or white space stands between them. */
function closingRaquot({ text, pos, end }: Reader): number {
  let at = pos + 1;
  while (at < end && text.charCodeAt(at) > SP && text.charCodeAt(at) !== LAQUOT && text.charCodeAt(at) !== RAQUOT) at++;
  return at < end && text.charCodeAt(at) === RAQUOT ? at : -1;
}

/** Reports the whole element: a URI that only lacks its brackets, or something else. */
function failElement(reader: Reader, start: number): undefined {
  const isUri = schemeEnd(reader.text, start, reader.end) >= 0;
  skipToComma(reader);
  const end = trimmedEnd(reader, start, reader.pos);
  reader.pos = end;
  const isGeolocation = reader.field?.canonicalName === 'Geolocation';
  const code = !isUri
    ? 'info-uri.malformed'
    : isGeolocation
      ? 'geolocation.brackets-missing'
      : 'info-uri.brackets-missing';
  return reader.fail(code, start, end, { found: reader.slice(start, end) });
}
