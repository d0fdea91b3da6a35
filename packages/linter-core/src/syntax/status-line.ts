import {
  ALPHA,
  classOf,
  DIGIT,
  hasPlaceholder,
  isAll,
  LWS,
  NONASCII,
  skipClass,
  skipUnits,
  TOKEN,
  URIC,
} from './chars.js';
import { codeUnitsOf } from './code-units.js';
import { tokenAt } from './common-tokens.js';
import { NO_ISSUES } from './issue.js';
import type { StatusLine } from './message.js';
import type { TextNode } from './nodes.js';
import { findOctetDefects, octetName, type QuotingRules } from './octets.js';
import { beginsWithSip, isBlank, isOneSpace, skipBlanks, wordEnd } from './start-line-words.js';
import { SP } from './values/codes.js';
import { Reader } from './values/reader.js';
import { characterEnd, skipUnescaped } from './values/uri-characters.js';

/** A Status-Line without any defect or escape, as nearly all are; undefined for everything else. */
export function parsePlainStatusLine(text: string, start: number, end: number): StatusLine | undefined {
  if (!beginsWithSip(text, start, end)) return undefined;
  const units = codeUnitsOf(text);
  const versionEnd = skipUnits(units, start + 4, end, TOKEN);
  const codeStart = versionEnd + 1;
  const codeEnd = codeStart + 3;
  if (codeEnd >= end || units[versionEnd] !== SP || units[codeEnd] !== SP) return undefined;
  if (skipUnits(units, codeStart, codeEnd, DIGIT) < codeEnd) return undefined;
  const code = { start: codeStart, end: codeEnd, text: tokenAt(text, units, codeStart, codeEnd) };
  const statusCode = Number(code.text);
  const phraseStart = codeEnd + 1;
  if (!(statusCode >= 100 && statusCode < 700)) return undefined;
  if (skipUnits(units, phraseStart, end, URIC | NONASCII | LWS) < end) return undefined;
  return {
    kind: 'response',
    start,
    end,
    version: { start, end: versionEnd, text: tokenAt(text, units, start, versionEnd) },
    statusCode,
    code,
    reasonPhrase: { start: phraseStart, end, text: tokenAt(text, units, phraseStart, end) },
    issues: NO_ISSUES,
  };
}

/** Status-Line = SIP-Version SP Status-Code SP Reason-Phrase (RFC 3261 §7.2), the first word being the version. */
export function parseStatusLine(text: string, start: number, end: number): StatusLine {
  const reader = new Reader(text, start, end);
  const versionStart = skipBlanks(text, start, end);
  const versionEnd = wordEnd(text, versionStart, end);
  const codeStart = skipBlanks(text, versionEnd, end);
  const wordStop = wordEnd(text, codeStart, end);
  // Of `200OK` the SP is missing, of `200.1` the code wrong.
  const digitsEnd = skipClass(text, codeStart, wordStop, DIGIT);
  const lacksSpace = digitsEnd === codeStart + 3 && (classOf(text.charCodeAt(digitsEnd)) & (ALPHA | NONASCII)) !== 0;
  const codeEnd = lacksSpace ? digitsEnd : wordStop;
  const phraseStart = codeEnd < end && isBlank(text.charCodeAt(codeEnd)) ? codeEnd + 1 : codeEnd;

  const code = reader.node(codeStart, codeEnd);
  const statusCode = readStatusCode(reader, code);
  if (reader.failures > 0) {
    // Where the code is none, blanks around it may be part of the same slip.
  } else if (start < versionStart) reportBlanks(reader, start, versionStart);
  else if (!isOneSpace(text, versionEnd, codeStart)) reportBlanks(reader, versionEnd, codeStart);
  else judgeBlankBehindCode(reader, code);
  judgeReasonPhrase(reader, phraseStart, end);
  return {
    kind: 'response',
    start,
    end,
    version: reader.node(versionStart, versionEnd),
    statusCode,
    code,
    reasonPhrase: reader.node(phraseStart, end),
    issues: reader.issues,
  };
}

/** Status-Code (§7.2): three digits, the first of them 1 to 6. */
function readStatusCode(reader: Reader, { text, start, end }: TextNode): number {
  if (hasPlaceholder(text)) return Number.NaN;
  const isCode = text.length === 3 && isAll(text, 0, 3, DIGIT);
  const first = text.charCodeAt(0);
  if (!isCode || first < 0x31 || first > 0x36) {
    // A code that is missing is reported at the version.
    reader.fail('status-code.invalid', start === end ? reader.pos : start, end, { code: text });
  }
  return isCode ? Number(text) : Number.NaN;
}

/** The SP has to be there even if the reason phrase is empty; without it the line is clear all the same. */
function judgeBlankBehindCode(reader: Reader, { start, end }: TextNode): void {
  if (end === reader.end) reader.tolerate('status-line.last-space-missing', start, end);
  else if (reader.text.charCodeAt(end) !== SP) reportBlanks(reader, end, end + 1);
}

function reportBlanks(reader: Reader, start: number, end: number): void {
  reader.tolerate('status-line.white-space', start, end);
}

/** Reason-Phrase = *( reserved / unreserved / escaped / UTF8-NONASCII / UTF8-CONT / SP / HTAB ) (§25.1). */
function judgeReasonPhrase(reader: Reader, start: number, end: number): void {
  const { text } = reader;
  const at = skipUnescaped(text, start, end, URIC | NONASCII | LWS);
  if (at === end) return;
  const stop = characterEnd(text, at);
  reader.fail('reason-phrase.invalid-character', at, stop, { character: text.slice(at, stop) });
}

const PHRASE: QuotingRules = { quotedStrings: false, comments: false, freeText: true };

/** The status line of a text that was read octet by octet: one that is no UTF-8 is the one defect of its phrase. */
export function judgePhraseOctets(line: StatusLine, text: string): StatusLine {
  const { start, end } = line.reasonPhrase;
  const at = findOctetDefects(text, start, end, PHRASE, true).firstNonUtf8;
  if (at < 0) return line;
  const data = { octet: octetName(text.charCodeAt(at)) };
  const issues = line.issues.filter(({ code }) => code !== 'reason-phrase.invalid-character');
  return {
    ...line,
    issues: [...issues, { code: 'value.invalid-utf8', start: at, end: at + 1, data, tolerated: true }],
  };
}
