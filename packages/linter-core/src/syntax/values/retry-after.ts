import { DIGIT, isAll } from '../chars.js';
import type { DeltaSecondsValue, Param } from '../nodes.js';
import { LPAREN, RPAREN } from './codes.js';
import { skipComment } from './comment.js';
import { takeNumber } from './numbers.js';
import { GENERIC_PARAMS, type ParamOptions, readParams } from './params.js';
import type { Reader } from './reader.js';

const RETRY_PARAMS: ParamOptions = { ...GENERIC_PARAMS, judge: judgeDuration };

/** Retry-After = delta-seconds [ comment ] *( SEMI retry-param ) (§20.33, §25.1). */
export function readRetryAfter(reader: Reader): DeltaSecondsValue | undefined {
  const start = reader.pos;
  const seconds = takeNumber(reader);
  if (!seconds) return failWhole(reader, 'retry-after.not-digits', start);
  reader.skipLws();
  const commentStart = reader.pos;
  const hasComment = reader.peek() === LPAREN;
  if (hasComment && !skipComment(reader)) return failWhole(reader, 'comment.unbalanced', commentStart);
  const comment = hasComment ? reader.node(commentStart, reader.pos) : undefined;
  reader.skipLws();
  if (reader.peek() === RPAREN) return failWhole(reader, 'comment.unbalanced', reader.pos);
  if (!comment) reader.pos = seconds.end;
  const params = readParams(reader, RETRY_PARAMS);
  return { start, end: reader.pos, seconds, comment, params };
}

/** delta-seconds *( SEMI generic-param ): Session-Expires and Min-SE (RFC 4028 §4, §5). */
export function readDeltaSecondsParams(reader: Reader): DeltaSecondsValue | undefined {
  const start = reader.pos;
  const seconds = takeNumber(reader);
  if (!seconds) return failWhole(reader, 'class.delta-seconds-malformed', start);
  const params = readParams(reader);
  return { start, end: reader.pos, seconds, comment: undefined, params };
}

/** "duration" EQUAL delta-seconds (§25.1) */
function judgeDuration(reader: Reader, param: Param): boolean {
  if (param.key !== 'duration') return false;
  if (!param.value || !isAll(param.value, 0, param.value.length, DIGIT)) {
    const start = param.value ? param.valueStart : param.start;
    reader.tolerate('retry-after.duration-malformed', start, param.end, { value: param.value ?? '' });
  }
  return true;
}

function failWhole(reader: Reader, code: string, start: number): undefined {
  reader.pos = reader.end;
  return reader.fail(code, start, reader.end, { found: reader.slice(start, reader.end) });
}
