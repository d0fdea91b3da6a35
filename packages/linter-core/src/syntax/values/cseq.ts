import { DIGIT, LWS } from '../chars.js';
import type { CSeq } from '../nodes.js';
import { decimalValue } from './numbers.js';
import type { Reader } from './reader.js';

/** CSeq = 1*DIGIT LWS Method (§20.16, §25.1). */
export function readCSeq(reader: Reader): CSeq | undefined {
  const start = reader.pos;
  const digits = reader.take(DIGIT);
  if (!digits) {
    return reader.fail('cseq.number-missing', start, reader.end, { found: reader.slice(start, reader.end) });
  }
  if ((reader.peekClass() & LWS) === 0) {
    return reader.fail('cseq.method-missing', start, reader.end, { found: reader.slice(start, reader.end) });
  }
  reader.skipLws();
  const method = reader.takeToken();
  if (!method) {
    return reader.fail('cseq.method-missing', start, reader.end, { found: reader.slice(start, reader.end) });
  }
  const number = decimalValue(reader, digits.start, digits.end);
  return { start, end: reader.pos, digits, number, method };
}
