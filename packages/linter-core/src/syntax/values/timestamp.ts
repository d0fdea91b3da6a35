import { DIGIT, LWS } from '../chars.js';
import type { TextNode, TimestampValue } from '../nodes.js';
import { DOT } from './codes.js';
import type { Reader } from './reader.js';

/** Timestamp = 1*DIGIT [ "." *DIGIT ] [ LWS delay ] (§20.38, §25.1). */
export function readTimestamp(reader: Reader): TimestampValue | undefined {
  const start = reader.pos;
  const time = (reader.peekClass() & DIGIT) === 0 ? undefined : takeDecimal(reader);
  const hasDelay = (reader.peekClass() & LWS) !== 0;
  reader.skipLws();
  const delay = hasDelay && !reader.atEnd ? takeDecimal(reader) : undefined;
  reader.skipLws();
  if (time && reader.atEnd) return { ...time, delay };
  reader.pos = reader.end;
  return reader.fail('timestamp.malformed', start, reader.end, { found: reader.slice(start, reader.end) });
}

/** delay = *DIGIT [ "." *DIGIT ], of at least one character. */
function takeDecimal(reader: Reader): TextNode | undefined {
  const start = reader.pos;
  reader.skip(DIGIT);
  if (reader.accept(DOT)) reader.skip(DIGIT);
  return reader.pos === start ? undefined : reader.node(start, reader.pos);
}
