import type { UriHeader } from '../nodes.js';
import { EQUAL } from './codes.js';
import type { Reader } from './reader.js';

const AMPERSAND = 0x26;

export const NO_URI_HEADERS: readonly UriHeader[] = [];

/** headers = "?" header *( "&" header ); header = hname "=" hvalue (§25.1): all of `[question, end)`. */
export function readUriHeaders(reader: Reader, question: number, end: number): readonly UriHeader[] {
  const { text } = reader;
  // Their characters are judged with those of the whole URI.
  reader.oddComponents++;
  const headers: UriHeader[] = [];
  let separator = question;
  while (separator < end) {
    const start = separator + 1;
    let equal = -1;
    let stop = start;
    for (; stop < end; stop++) {
      const code = text.charCodeAt(stop);
      if (code === AMPERSAND) break;
      if (code === EQUAL && equal < 0) equal = stop;
    }
    if (equal > start) {
      headers.push({ start, end: stop, name: text.slice(start, equal), value: text.slice(equal + 1, stop) });
    } else {
      // A piece that is empty is reported at the separator in front of it.
      const from = stop > start ? start : separator;
      reader.fail('sip-uri.header-malformed', from, stop, { found: text.slice(start, stop) });
    }
    separator = stop;
  }
  return headers;
}
