import { DIGIT, hasPlaceholder, isAll } from '../chars.js';
import type { TextNode } from '../nodes.js';
import { HYPHEN } from '../values/codes.js';
import type { Reader } from '../values/reader.js';
import type { Repetition, Timing, TypedTime, ZoneAdjustment } from './nodes.js';
import { failMalformed, failMissing, numberOf, readWords, type WordCodes } from './words.js';

const TIME: WordCodes = {
  missing: 'sdp.time.field-missing',
  malformed: 'sdp.time.field-malformed',
  separator: 'sdp.time.separator',
};
const REPEAT: WordCodes = {
  missing: 'sdp.repeat.field-missing',
  malformed: 'sdp.repeat.field-malformed',
  separator: 'sdp.repeat.separator',
};
const ZONE: WordCodes = {
  missing: 'sdp.zone.field-missing',
  malformed: 'sdp.zone.field-malformed',
  separator: 'sdp.zone.separator',
};

/** Seconds in each fixed-len-time-unit, which are case-sensitive. */
const UNIT_SECONDS: ReadonlyMap<string, number> = new Map([
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
]);

/** time-field (RFC 8866 §5.9): two decimal numbers. That they have ten digits or are 0 is not demanded. */
export function readTiming(reader: Reader): Timing | undefined {
  const start = reader.pos;
  const [startTime, stopTime, extra] = readWords(reader, TIME);
  if (!startTime || !stopTime) return failMissing(reader, start, startTime ? 'stop-time' : 'start-time', TIME);
  if (extra) {
    return reader.fail('sdp.time.extra-text', extra.start, reader.end, {
      found: reader.slice(extra.start, reader.end),
    });
  }
  const from = numberOf(reader, startTime, 'start-time', TIME);
  const to = numberOf(reader, stopTime, 'stop-time', TIME);
  return from && to && { start, end: reader.end, startTime: from, stopTime: to };
}

/** repeat-field (RFC 8866 §5.10): interval, duration and at least one offset. */
export function readRepetition(reader: Reader): Repetition | undefined {
  const start = reader.pos;
  const words = readWords(reader, REPEAT);
  const [interval, duration, ...offsets] = words.map((word) => readTypedTime(reader, word));
  if (words.length < 3) {
    return failMissing(reader, start, ['repeat-interval', 'duration', 'offset'][words.length] ?? '', REPEAT);
  }
  const known = offsets.filter((offset) => offset !== undefined);
  if (!interval || !duration || known.length < offsets.length) return failTime(reader, words, REPEAT);
  return { start, end: reader.end, interval, duration, offsets: known };
}

/** zone-field (RFC 8866 §5.11): pairs of a time and an offset, which may have a sign. */
export function readZones(reader: Reader): readonly ZoneAdjustment[] | undefined {
  const start = reader.pos;
  const words = readWords(reader, ZONE);
  if (words.length === 0 || words.length % 2 === 1) {
    return failMissing(reader, start, words.length === 0 ? 'time' : 'offset', ZONE);
  }
  const zones: ZoneAdjustment[] = [];
  for (let i = 0; i + 1 < words.length; i += 2) {
    const [at, by] = [words[i], words[i + 1]];
    if (!at || !by) break;
    const time = numberOf(reader, at, 'time', ZONE);
    const offset = readTypedTime(reader, by, true) ?? failMalformed(reader, by, 'offset', ZONE);
    if (!time || !offset) return undefined;
    zones.push({ start: time.start, end: offset.end, time, offset });
  }
  return zones;
}

function failTime(reader: Reader, words: readonly TextNode[], codes: WordCodes): undefined {
  const bad = words.find((word) => !readTypedTime(reader, word));
  return bad && failMalformed(reader, bad, 'time', codes);
}

/** typed-time = 1*DIGIT [fixed-len-time-unit]; undefined if the word is none. */
function readTypedTime(reader: Reader, word: TextNode, maySign = false): TypedTime | undefined {
  const isNegative = maySign && reader.text.charCodeAt(word.start) === HYPHEN;
  const digits = word.start + (isNegative ? 1 : 0);
  const unit = UNIT_SECONDS.get(word.text.slice(-1));
  if (!isAll(reader.text, digits, word.end - (unit === undefined ? 0 : 1), DIGIT)) return undefined;
  if (hasPlaceholder(word.text)) return { ...word, seconds: undefined };
  const number = Number.parseInt(word.text, 10);
  return { ...word, seconds: number * (unit ?? 1) };
}
