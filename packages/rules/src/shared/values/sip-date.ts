/** Full names; the first three letters are the abbreviations of RFC 1123. */
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Minutes east of Greenwich of the zones that RFC 822 §5 names. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['gmt', 0],
  ['ut', 0],
  ['utc', 0],
  ['z', 0],
  ['est', -300],
  ['edt', -240],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
]);

/** Longer than any date that is worth reading. */
const LONGEST_DATE = 64;

/** ISO 8601 as in RFC 3339, with a zone. */
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,]\d+)?[ ]?([a-z]+|[+-]\d\d:?\d\d)$/i;

/** RFC 1123 in any case, with or without weekday, with hyphens, one-digit days and more than one space. */
const MAIL_DATE =
  /^(?:([a-z]+),?\s*)?(\d\d?)[\s-]+([a-z]+)[\s-]+(\d{4})\s+(\d\d?):(\d\d):(\d\d)\s*([a-z]+|[+-]\d\d:?\d\d)$/i;

/** A date of another form that can mean one moment only, as SIP-date (RFC 3261 §20.17); undefined for any other text. */
export function asSipDate(text: string): string | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const iso = ISO_DATE.exec(text);
  if (iso) {
    const [, year = '', month = '', day = '', hour = '', minute = '', second = '', zone = ''] = iso;
    return sipDate([year, month, day, hour, minute, second].map(Number), zone);
  }
  const mail = MAIL_DATE.exec(text);
  if (!mail) return undefined;
  const [, weekday = '', day, name = '', year, hour, minute, second, zone = ''] = mail;
  const month = indexOfName(MONTHS, name) + 1;
  const date = [year, month, day, hour, minute, second].map(Number);
  if (month === 0 || (weekday !== '' && indexOfName(WEEKDAYS, weekday) !== weekdayOf(date))) return undefined;
  return sipDate(date, zone);
}

/** True for a day of the Gregorian calendar; the month counts from 1. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = utc([year, month, day]);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `Mon` … `Sun` of a day. */
export function weekdayName(year: number, month: number, day: number): string {
  return utc([year, month, day]).toUTCString().slice(0, 3);
}

/** The number of a month from 1 by its abbreviation, in any case; 0 for another word. */
export function monthNumber(name: string): number {
  return indexOfName(MONTHS, name) + 1;
}

/** Year, month from 1, day, hour, minute and second in a zone. */
function sipDate(date: readonly number[], zone: string): string | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = date;
  const offset = zoneOffset(zone);
  if (offset === undefined || !isCalendarDay(year, month, day) || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  const moment = utc(date);
  moment.setUTCMinutes(moment.getUTCMinutes() - offset);
  const text = moment.toUTCString();
  return /^\w{3}, \d\d \w{3} \d{4} /.test(text) ? text : undefined;
}

function utc([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]): Date {
  const date = new Date(0);
  // Date.UTC takes years below 100 for those of the 20th century.
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date;
}

function weekdayOf([year = 0, month = 0, day = 0]: readonly number[]): number {
  return utc([year, month, day]).getUTCDay();
}

function zoneOffset(zone: string): number | undefined {
  const digits = zone.replace(':', '');
  if (!/^[+-]\d{4}$/.test(digits)) return ZONES.get(zone.toLowerCase());
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3));
  return digits.startsWith('-') ? -minutes : minutes;
}

/** The index of a name or of an abbreviation of at least three letters; -1 if it is none. */
function indexOfName(names: readonly string[], word: string): number {
  const lower = word.toLowerCase();
  return word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(lower));
}
