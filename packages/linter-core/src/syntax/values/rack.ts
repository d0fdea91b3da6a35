import { LWS, TOKEN } from '../chars.js';
import type { RAckValue } from '../nodes.js';
import { takeNumber } from './numbers.js';
import type { Reader } from './reader.js';

/** RAck = response-num LWS CSeq-num LWS Method (RFC 3262 §7.2, §10). */
export function readRAck(reader: Reader): RAckValue | undefined {
  const start = reader.pos;
  const responseNumber = takeNumber(reader);
  const cseqNumber = responseNumber && takeLws(reader) ? takeNumber(reader) : undefined;
  const method = cseqNumber && takeLws(reader) ? reader.take(TOKEN) : undefined;
  const end = reader.pos;
  reader.skipLws();
  if (responseNumber && cseqNumber && method && reader.atEnd) return { start, end, responseNumber, cseqNumber, method };
  reader.pos = reader.end;
  return reader.fail('rack.malformed', start, reader.end, { found: reader.slice(start, reader.end) });
}

function takeLws(reader: Reader): boolean {
  const start = reader.pos;
  reader.skip(LWS);
  return reader.pos > start;
}
