import { DIGIT, LWS, skipClass } from '../chars.js';
import type { DateValue, TextNode } from '../nodes.js';
import { COLON, COMMA, CR, LF, SP } from './codes.js';
import type { Reader } from './reader.js';

const WEEKDAYS: ReadonlySet<string> = new Set(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
const MONTHS: ReadonlySet<string> = new Set('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '));

/** SIP-date = rfc1123-date = wkday "," SP date1 SP time SP "GMT" (§20.17, §25.1), case-sensitive. */
export function readDate(reader: Reader): DateValue | undefined {
  const start = reader.pos;
  const whole = reader.node(start, reader.end);
  const beforeZone = readBeforeZone(reader);
  const zone = reader.node(reader.pos, reader.end);
  reader.pos = reader.end;
  if (!beforeZone || zone.text === '' || skipToLws(zone.text) !== zone.text.length) {
    return reader.fail('date.malformed', start, reader.end, { found: whole.text });
  }
  if (zone.text !== 'GMT') reader.fail('date.zone-not-gmt', zone.start, zone.end, { zone: zone.text });
  return { ...whole, ...beforeZone, zone };
}

/** SP, for which a fold may stand: with the white space around it, it counts as one SP (§7.3.1). */
export function acceptSp(reader: Reader): boolean {
  const start = reader.pos;
  let isFold = false;
  for (let code = reader.peek(); (reader.peekClass() & LWS) !== 0; code = reader.peek()) {
    if (code === CR || code === LF) isFold = true;
    reader.pos++;
  }
  return isFold || (reader.pos === start + 1 && reader.text.charCodeAt(start) === SP);
}

/** wkday "," SP 2DIGIT SP month SP 4DIGIT SP time SP */
function readBeforeZone(reader: Reader): Pick<DateValue, 'weekday' | 'day' | 'month' | 'year' | 'time'> | undefined {
  const weekday = takeName(reader, WEEKDAYS);
  if (!weekday || !reader.accept(COMMA) || !acceptSp(reader)) return undefined;
  const day = takeDigits(reader, 2);
  if (!day || !acceptSp(reader)) return undefined;
  const month = takeName(reader, MONTHS);
  if (!month || !acceptSp(reader)) return undefined;
  const year = takeDigits(reader, 4);
  if (!year || !acceptSp(reader)) return undefined;
  const time = takeTime(reader);
  if (!time || !acceptSp(reader)) return undefined;
  return { weekday, day, month, year, time };
}

/** time = 2DIGIT ":" 2DIGIT ":" 2DIGIT */
function takeTime(reader: Reader): TextNode | undefined {
  const start = reader.pos;
  if (!takeDigits(reader, 2) || !reader.accept(COLON) || !takeDigits(reader, 2)) return undefined;
  if (!reader.accept(COLON) || !takeDigits(reader, 2)) return undefined;
  return reader.node(start, reader.pos);
}

function takeDigits(reader: Reader, count: number): TextNode | undefined {
  const end = Math.min(reader.pos + count, reader.end);
  if (skipClass(reader.text, reader.pos, end, DIGIT) !== reader.pos + count) return undefined;
  const node = reader.node(reader.pos, end);
  reader.pos = end;
  return node;
}

function takeName(reader: Reader, names: ReadonlySet<string>): TextNode | undefined {
  const node = reader.node(reader.pos, Math.min(reader.pos + 3, reader.end));
  if (!names.has(node.text)) return undefined;
  reader.pos = node.end;
  return node;
}

/** The offset of the first white space in a text, or its length. */
function skipToLws(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) > SP) at++;
  return at;
}
