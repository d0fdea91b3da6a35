import { lookupHeader } from '../registry/headers.js';
import { byteOrderMarkLength, colonOfField, skipCrBack, skipSpaceBack } from '../syntax/frame-text.js';
import { isPlausibleStartLine } from '../syntax/start-line.js';
import { terminatorOf } from '../text/source-text.js';
import type { Terminator } from '../text/source-view.js';

/** Compact names of the header fields that every message has; other single letters are too common in other text. */
const TELLING_COMPACT_NAMES: ReadonlySet<string> = new Set(['v', 'f', 't', 'i']);

/** True if the line `[start, end)` begins with the name of a well-known SIP header field and a colon. */
export function beginsWithKnownHeader(text: string, start: number, end: number): boolean {
  const colon = colonOfField(text, start, end);
  if (colon < 0 || colon - start > 64) return false;
  const name = text.slice(start, skipSpaceBack(text, start, colon));
  return name.length === 1 ? TELLING_COMPACT_NAMES.has(name.toLowerCase()) : lookupHeader(name) !== undefined;
}

/** True if a text is SIP at all: some line is a plausible start line, or two begin with names of well-known header fields. */
export function looksLikeSip(text: string): boolean {
  return looksLikeSipIn([text], terminatorOf(text));
}

/** `looksLikeSip` of a text in pieces of whole lines. */
export function looksLikeSipIn(pieces: Iterable<string>, terminator: Terminator): boolean {
  let known = 0;
  let isFirst = true;
  for (const text of pieces) {
    for (let at = isFirst ? byteOrderMarkLength(text, 0) : 0; at < text.length; ) {
      const found = text.indexOf(terminator, at);
      const next = found < 0 ? text.length : found + 1;
      const end = skipCrBack(text, at, found < 0 ? text.length : found);
      if (end > at) {
        if (isPlausibleStartLine(text, at, end)) return true;
        if (beginsWithKnownHeader(text, at, end) && ++known === 2) return true;
      }
      at = next;
    }
    isFirst = false;
  }
  return false;
}
