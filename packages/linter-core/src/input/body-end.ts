import { isRegisteredMethod } from '../registry/methods.js';
import { byteOrderMarkLength, skipCrBack, skipToken } from '../syntax/frame-text.js';
import type { BoundaryReason } from '../syntax/message.js';
import { isPlausibleStartLine } from '../syntax/start-line.js';
import type { FileText } from './file-text.js';
import { endsMessage, isComment } from './marks.js';
import { beginsWithKnownHeader } from './sniff.js';

/** Longest start line that is sought in the middle of a line, and longest run of blank lines behind a body. */
const LOOK_AHEAD = 1024;
const LONGEST_METHOD = 64;

/** What may stand behind a message whose length is right. */
export interface EndRules {
  /** True if a next start line is no end: the octets are one packet. */
  readonly isPacket: boolean;
  /** True if the text comes from a tool that prints its own lines between messages, whatever they are. */
  readonly isTraced: boolean;
}

/**
 * True if a message may end at `at`: there the file ends, a separator, directive or comment stands, or a next message. Looks
 * only a bounded way ahead, since any number of lengths may point at one place.
 */
export function isMessageEnd(file: FileText, bodyStart: number, at: number, rules: EndRules): boolean {
  const { text, length } = file;
  if (at >= length) return true;
  let lineStart = at;
  if (!file.isLineStart(at) && at !== bodyStart) {
    const lineEnd = file.lineEndWithin(at, LOOK_AHEAD);
    if (lineEnd < 0 || file.isInsideCrlf(at)) return false;
    const end = skipCrBack(text, at, lineEnd);
    if (!rules.isPacket && beginsMessageInLine(file, bodyStart, at, end)) return true;
    if (text.startsWith('|'.repeat(20), at) && endsMessage(text, at, end)) return true;
    // A body without a final line end, and the line end that the file needs before what comes next.
    if (end > at) return false;
    lineStart = Math.min(length, lineEnd + 1);
  }
  if (rules.isTraced) return true;
  while (lineStart < length && lineStart - at <= LOOK_AHEAD) {
    const lineEnd = file.lineEndWithin(lineStart, LOOK_AHEAD);
    if (lineEnd < 0) return false;
    const end = skipCrBack(text, lineStart, lineEnd);
    if (!file.isBlank(lineStart, end)) {
      if (!rules.isPacket && isStartLineAt(file, lineStart, end)) return true;
      return endsMessage(text, lineStart, end) || isComment(text, lineStart, end);
    }
    lineStart = lineEnd + 1;
  }
  return false;
}

/** Where a body ends that no length ends. */
export interface ScannedEnd {
  /** End of the body, without blank lines and comments behind it. */
  readonly end: number;
  /** Where the search stopped: at a separator or start line, or at the end of the file. */
  readonly stop: number;
  readonly boundary: BoundaryReason;
}

/**
 * Walks from the start of a body to the next separator, to the next start line that a blank line precedes, or to the end of
 * the file. A start line right behind text counts too if a well-known header field follows it.
 */
export function scanBodyEnd(file: FileText, bodyStart: number, isPacket: boolean): ScannedEnd {
  const { text, length } = file;
  // Start of the blank lines and comments that reach up to the current line; -1 behind text.
  let idleFrom = bodyStart;
  let at = bodyStart;
  while (at < length) {
    const next = file.nextLine(at);
    const end = file.contentEnd(at, next);
    if (file.isBlank(at, end) || (idleFrom >= 0 && isComment(text, at, end))) {
      if (idleFrom < 0) idleFrom = at;
    } else {
      if (endsMessage(text, at, end) || (!isPacket && beginsMessage(file, at, next, end, idleFrom >= 0))) {
        return { end: idleFrom >= 0 ? idleFrom : at, stop: at, boundary: 'scan' };
      }
      idleFrom = -1;
    }
    at = next;
  }
  return { end: idleFrom >= 0 ? idleFrom : length, stop: length, boundary: 'end-of-file' };
}

/** True if the line `[at, end)` is a plausible start line, behind a byte order mark too. */
export function isStartLineAt(file: FileText, at: number, end: number): boolean {
  const { text } = file;
  // Where a message ends, and where the next begins, is asked in turn.
  if (at === file.startLine && end === file.startLineEnd) return true;
  const start = at + byteOrderMarkLength(text, at);
  // `--- BYE sip:bob@example.com SIP/2.0` is a separator with a title, though hyphens are token characters.
  const isStartLine =
    isPlausibleStartLine(text, start, end) && !(text.startsWith('---', at) && endsMessage(text, at, end));
  if (!isStartLine) return false;
  file.startLine = at;
  file.startLineEnd = end;
  return true;
}

function beginsMessage(file: FileText, at: number, next: number, end: number, isBehindBlank: boolean): boolean {
  if (!isStartLineAt(file, at, end)) return false;
  if (isBehindBlank) return true;
  return next < file.length && beginsWithKnownHeader(file.text, next, file.contentEnd(next, file.nextLine(next)));
}

/** A start line `[at, end)` in the middle of a line: the body before it has no line end, as on a stream. */
function beginsMessageInLine(file: FileText, bodyStart: number, at: number, end: number): boolean {
  const { text } = file;
  if (!isPlausibleStartLine(text, at, end)) return false;
  // A length that is too long by a few octets points into the method of the next start line.
  let wordStart = at;
  while (
    wordStart > bodyStart &&
    at - wordStart < LONGEST_METHOD &&
    skipToken(text, wordStart - 1, wordStart) === wordStart
  ) {
    wordStart--;
  }
  if (wordStart > bodyStart && !file.isLineStart(wordStart)) return true;
  const methodEnd = skipToken(text, at, end);
  return isRegisteredMethod(text.slice(at, methodEnd)) || !isRegisteredMethod(text.slice(wordStart, methodEnd));
}
