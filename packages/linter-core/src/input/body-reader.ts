import { hasPlaceholder } from '../syntax/chars.js';
import { skipSpace } from '../syntax/frame-text.js';
import {
  type Body,
  type LengthVerdict,
  type LineEnds,
  type SipMessage,
  type SurplusKind,
  soundBody,
} from '../syntax/message.js';
import { CR, LF } from '../syntax/values/codes.js';
import type { LineEndCount } from '../text/octet-index.js';
import type { Range } from '../text/range.js';
import { isMessageEnd, isStartLineAt, type ScannedEnd, scanBodyEnd } from './body-end.js';
import { declaredLengthOf } from './declared-length.js';
import type { FileText } from './file-text.js';
import type { EolSetting } from './settings.js';

/** Octets of the longest character in UTF-8. */
const LONGEST_CHARACTER = 4;

/** Where the body ends and what its length is worth. */
interface Extent extends ScannedEnd {
  readonly declared: number | undefined;
  readonly verdict: LengthVerdict;
  readonly surplus?: Range | undefined;
}

/** What the input says about a message, as far as the end of its body depends on it. */
export interface BodyContext {
  readonly eol: EolSetting;
  /** True if what follows the body in the same stretch of text is no next message. */
  readonly isPacket: boolean;
  /** True if the text is the octets themselves: nothing separates, and no editor was at work. */
  readonly isRaw: boolean;
  readonly isTraced: boolean;
}

/** Octets of the longest body whose end is looked for where its length says; that of a longer one is where the next message is. */
const LONGEST_BODY = 1 << 24;
/** Code units behind a body that may be looked at to see whether it ends there. */
const LOOK_BEHIND = 4096;

/**
 * Finds where the body of a message ends, by its length or by what follows, and what its length is worth. Undefined if the
 * text is a piece of a file and more of it has to be known.
 */
export function readBody(file: FileText, message: SipMessage, context: BodyContext): Body | undefined {
  const start = message.offset + message.headerEnd;
  const declared = declaredLengthOf(message, file.text);
  const counts = countsOf(message, context);
  const [likelier = 'stored'] = counts;
  if (declared !== undefined && declared <= LONGEST_BODY && !context.isRaw) {
    // A character is one octet or more.
    if (!file.source.isLast && start + declared + LOOK_BEHIND > file.length) return undefined;
    for (const count of counts) {
      const end = file.source.octets(count).offsetAfter(start, declared);
      if (end !== undefined && isMessageEnd(file, start, end, context)) {
        // One octet each, and no line end that would be another one on the wire: all counts are the same.
        const isPlain = end - start === declared && (message.lineEnds === 'crlf' || declared === 0);
        if (isPlain) return soundBody(message.headerEnd, message.headerEnd + declared);
        return bodyOf(file, message, { end, stop: end, boundary: 'content-length', declared, verdict: 'right' }, count);
      }
    }
  }
  const scanned = context.isRaw ? wholeText(file) : scannedEnd(file, start, declared, context);
  if (scanned.boundary === 'end-of-file' && !file.source.isLast) return undefined;
  if (declared === undefined || (file.isMasked && hasPlaceholder(file.text.slice(start, scanned.end)))) {
    return bodyOf(file, message, { ...scanned, declared, verdict: 'unknown' }, likelier);
  }
  const verdict = judgeLength(file, message, scanned, declared, counts, context);
  const surplus = surplusOf(file, start, scanned, declared, counts, verdict);
  return bodyOf(file, message, { ...scanned, declared, verdict, surplus }, likelier, context.isPacket);
}

/** A body that is not there: the header section ends at a separator or at the end of the file. */
export function readAbsentBody(file: FileText, message: SipMessage): Body {
  const start = message.offset + message.headerEnd;
  const declared = declaredLengthOf(message, file.text);
  const verdict = declared === undefined ? 'unknown' : declared === 0 ? 'right' : 'too-long';
  return bodyOf(file, message, { end: start, stop: start, boundary: 'no-body', declared, verdict }, 'stored');
}

/** The ways to count octets by which a length may be right, the likelier one first. */
function countsOf(message: SipMessage, { eol, isRaw }: BodyContext): readonly LineEndCount[] {
  if (isRaw || eol === 'as-is') return STORED;
  if (eol === 'crlf') return WIRE;
  // A message all in CRLF is exact; any other is, or was, the text form of one on the wire.
  return message.lineEnds === 'crlf' ? STORED : EITHER;
}

const STORED: readonly LineEndCount[] = ['stored'];
const WIRE: readonly LineEndCount[] = ['crlf'];
const EITHER: readonly LineEndCount[] = ['crlf', 'stored'];

function wholeText({ length }: FileText): ScannedEnd {
  return { end: length, stop: length, boundary: 'end-of-file' };
}

function scannedEnd(file: FileText, start: number, declared: number | undefined, context: BodyContext): ScannedEnd {
  const scanned = scanBodyEnd(file, start, context.isPacket);
  // Without a length blank lines at the end of the file are layout; with one they are what it is compared with.
  if (scanned.boundary === 'end-of-file' && declared !== undefined && file.isBlankText(scanned.end, file.length)) {
    return wholeText(file);
  }
  return scanned;
}

function judgeLength(
  file: FileText,
  message: SipMessage,
  { end }: ScannedEnd,
  declared: number,
  counts: readonly LineEndCount[],
  { isRaw }: BodyContext,
): LengthVerdict {
  const start = message.offset + message.headerEnd;
  const lengths = counts.map((count) => file.source.octets(count).length(start, end));
  if (lengths.includes(declared)) return 'right';
  const isOneTerminator = (count: LineEndCount, i: number) =>
    isTerminator(file, message.lineEnds, count, declared - (lengths[i] ?? 0));
  if (!isRaw && end === file.length && counts.some(isOneTerminator)) return 'final-terminator';
  return declared > Math.max(...lengths) ? 'too-long' : 'too-short';
}

/** True if a difference in octets is one line terminator that the end of the file lacks (positive) or has too many. */
function isTerminator(file: FileText, lineEnds: LineEnds, count: LineEndCount, difference: number): boolean {
  if (difference > 0) {
    return (difference === 2 && (count === 'crlf' || lineEnds !== 'lf')) || (difference === 1 && lineEnds !== 'crlf');
  }
  const { text, length } = file;
  const last = text.charCodeAt(length - 1);
  if (last !== LF && last !== CR) return false;
  const isCrlf = last === LF && text.charCodeAt(length - 2) === CR;
  return -difference === (count === 'crlf' || isCrlf ? 2 : 1);
}

/** What stands behind a length that is too short. */
function surplusOf(
  file: FileText,
  start: number,
  { end }: ScannedEnd,
  declared: number,
  counts: readonly LineEndCount[],
  verdict: LengthVerdict,
): Range | undefined {
  if (verdict !== 'too-short' && verdict !== 'final-terminator') return undefined;
  let from: number | undefined;
  for (const count of counts) {
    const at = lastOffsetWithin(file, count, start, declared);
    if (at === undefined || at >= end) continue;
    if (skipSpace(file.text, at, end) === end) return { start: at, end };
    from ??= at;
  }
  return from === undefined ? undefined : { start: from, end };
}

/** The offset `octets` after `start`; where that is inside a character or a counted CRLF, the offset before it. */
function lastOffsetWithin(file: FileText, count: LineEndCount, start: number, octets: number): number | undefined {
  const index = file.source.octets(count);
  for (let back = 0; back < LONGEST_CHARACTER && back <= octets; back++) {
    const at = index.offsetAfter(start, octets - back);
    if (at !== undefined) return at;
  }
  return undefined;
}

function kindOf(file: FileText, { start, end }: Range): SurplusKind {
  const text = skipSpace(file.text, start, end);
  if (text === end) return 'white-space';
  const next = file.nextLine(text);
  return isStartLineAt(file, text, Math.min(end, file.contentEnd(text, next))) ? 'message' : 'other';
}

function bodyOf(file: FileText, message: SipMessage, extent: Extent, trueCount: LineEndCount, isPacket = false): Body {
  const { offset, headerEnd, lineEnds } = message;
  const { end, surplus } = extent;
  const surplusKind = surplus && kindOf(file, surplus);
  const lengthBy = (count: LineEndCount): number => file.source.octets(count).length(offset + headerEnd, end);
  const storedLength = lengthBy('stored');
  return {
    start: headerEnd,
    end: (surplus ? judgedEnd(file, surplus, surplusKind, isPacket) : end) - offset,
    declaredLength: extent.declared,
    lengthVerdict: extent.verdict,
    storedLength,
    wireLength: lineEnds === 'crlf' ? storedLength : lengthBy('crlf'),
    trueLength: trueCount === 'stored' ? storedLength : lengthBy(trueCount),
    boundary: extent.boundary,
    surplus: surplus && { start: surplus.start - offset, end: surplus.end - offset },
    surplusKind,
  };
}

/** Where what is judged as body ends: with its last line, if only white space is too much. */
function judgedEnd(file: FileText, { start, end }: Range, kind: SurplusKind | undefined, isPacket: boolean): number {
  if (isPacket) return start;
  if (kind !== 'white-space') return end;
  return file.isLineStart(start) ? start : Math.min(end, file.nextLine(start));
}
