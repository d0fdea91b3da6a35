/** A point in time at the start of a line, and what follows it there. */
export interface Timestamp {
  /** Seconds: since 1970 (UTC) with a date, since midnight without one. */
  readonly time: number;
  readonly rest: string;
}

const CLOCK = /^(\d\d):(\d\d):(\d\d)(?:[.,:](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?/;
const ISO_DATE = /^(\d{4})[-/](\d\d)[-/](\d\d)[ T\t]/;
const MONTH_DATE = /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(\d{1,2}) +/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Reads `2024-05-04 12:30:00.123`, with `/` or `T`, a comma or colon before the fraction, a zone; `May  4 12:30:00` (of no known year, so it counts from
 * 1970); or a time alone. Brackets around it are allowed.
 */
export function readTimestamp(line: string): Timestamp | undefined {
  const isBracketed = line.startsWith('[');
  let text = isBracketed ? line.slice(1) : line;
  let seconds = 0;
  const iso = ISO_DATE.exec(text);
  const month = iso ? null : MONTH_DATE.exec(text);
  if (iso) seconds = Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) / 1000;
  else if (month) seconds = Date.UTC(1970, MONTHS.indexOf(month[1] ?? ''), Number(month[2])) / 1000;
  text = text.slice((iso ?? month)?.[0].length ?? 0);
  const clock = CLOCK.exec(text);
  if (!clock) return undefined;
  seconds += Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) + Number(`0.${clock[4] ?? 0}`);
  seconds -= zoneOffset(clock[5]);
  const rest = text.slice(clock[0].length);
  if (!isBracketed) return { time: seconds, rest };
  return rest.startsWith(']') ? { time: seconds, rest: rest.slice(1) } : undefined;
}

/** What may stand behind the time on a line that is only a timestamp: an epoch time, a thread, a direction. */
const MARKS = /^(?: +--)?(?:\s+[\w().-]{1,40}){0,2}(?:\s*\[[\w:. -]{1,40}\])?(?:\s*(?:<[<-]{0,4}|[->]{0,4}>))?\s*$/;
const INBOUND = /(?:\b(?:in|recv|received|rx)\b|<)/i;
const OUTBOUND = /(?:\b(?:out|send|sent|tx)\b|>)/i;

/** A line that is only a timestamp, with at most a thread or direction mark; undefined for any other. */
export function readTimestampLine(
  line: string,
): { readonly time: number; readonly direction: 'in' | 'out' | undefined } | undefined {
  const stamp = readTimestamp(line);
  if (!stamp || !MARKS.test(stamp.rest)) return undefined;
  const direction = INBOUND.test(stamp.rest) ? 'in' : OUTBOUND.test(stamp.rest) ? 'out' : undefined;
  return { time: stamp.time, direction };
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60);
}
