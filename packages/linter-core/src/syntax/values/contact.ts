import { LWS, skipClass } from '../chars.js';
import type { ParsedValue } from '../header-field.js';
import type { ContactStar, ContactValue, Param } from '../nodes.js';
import { ADDRESS_IN_LIST, type AddressOptions } from './address-options.js';
import { COMMA, SEMI, STAR } from './codes.js';
import { readList } from './list.js';
import { readAddress } from './name-addr.js';
import { MAX_DELTA_SECONDS } from './numbers.js';
import { GENERIC_PARAMS, readParams } from './params.js';
import { judgeQValue } from './qvalue.js';
import type { Reader } from './reader.js';

const CONTACT: AddressOptions = { ...ADDRESS_IN_LIST, params: { ...GENERIC_PARAMS, judge: judgeContactParam } };

/** Contact = STAR / ( contact-param *( COMMA contact-param ) ) (§20.10). */
export function readContacts(reader: Reader): readonly ParsedValue<ContactValue>[] {
  const contacts = readList(reader, readContact, 'name-addr.trailing-text');
  if (contacts.length < 2) return contacts;
  let isReported = false;
  return contacts.map((parsed) => {
    if (parsed.partial?.kind !== 'star') return parsed;
    if (!isReported && parsed.value) reader.fail('contact-star.not-alone', parsed.start, parsed.start + 1);
    isReported = true;
    return { start: parsed.start, end: parsed.end, value: undefined, partial: parsed.partial };
  });
}

/** contact-param = ( name-addr / addr-spec ) *( SEMI contact-params ), or the star. */
function readContact(reader: Reader): ContactValue | undefined {
  return reader.peek() === STAR && isStarAlone(reader) ? readStar(reader) : readAddress(reader, CONTACT);
}

/** True if the `*` at the cursor is no display name. */
function isStarAlone({ text, pos, end }: Reader): boolean {
  const next = skipClass(text, pos + 1, end, LWS);
  if (next >= end) return true;
  const code = text.charCodeAt(next);
  return code === SEMI || code === COMMA;
}

function readStar(reader: Reader): ContactStar {
  const start = reader.pos;
  reader.pos++;
  const { issues, failures } = reader;
  const reported = issues.length;
  const params = readParams(reader);
  if (reader.pos > start + 1) {
    // Parameters have no place here, so their own defects do not count.
    issues.length = reported;
    reader.failures = failures;
    reader.fail('contact-star.params', start, reader.pos, { found: reader.slice(start, reader.pos) });
  }
  return { kind: 'star', start, end: reader.pos, params };
}

/** c-p-q = "q" EQUAL qvalue; c-p-expires = "expires" EQUAL delta-seconds, a malformed one being read as 3600 (§20.10). */
function judgeContactParam(reader: Reader, param: Param): boolean {
  if (param.key !== 'expires') return judgeQValue(reader, param);
  const { value, start, valueStart, end } = param;
  const seconds = value ? decimalValue(value) : Number.NaN;
  if (Number.isNaN(seconds)) {
    reader.tolerate('contact-expires.malformed', value ? valueStart : start, end, { value: value ?? '' });
  } else if (seconds > MAX_DELTA_SECONDS) {
    reader.tolerate('contact-expires.too-large', valueStart, end, { value: value ?? '', maximum: MAX_DELTA_SECONDS });
  }
  return true;
}

/** 1*DIGIT as a number; NaN if it is something else. A placeholder is reported by nobody, so it may be that. */
function decimalValue(digits: string): number {
  let value = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
