import { isPlausibleStartLine } from '../syntax/start-line.js';
import { HTAB, SP } from '../syntax/values/codes.js';
import { readTimestampLine } from './timestamp.js';
import { readTraceLine } from './traces/formats.js';
import type { TraceLine } from './traces/trace-format.js';

const HASH = 0x23;
const HYPHEN = 0x2d;
const EQUAL = 0x3d;
/** A timestamp line is short. */
const LONGEST_TIMESTAMP = 160;

/** A line between messages that is no text: a separator, perhaps with a title or a time, a tool's line, `#` and a remark. */
export type Mark =
  | { readonly kind: 'separator'; readonly title?: string; readonly time?: number; readonly direction?: 'in' | 'out' }
  | { readonly kind: 'trace'; readonly line: TraceLine }
  | { readonly kind: 'directive' }
  | { readonly kind: 'comment' };

const COMMENT: Mark = { kind: 'comment' };
const DIRECTIVE: Mark = { kind: 'directive' };
const SEPARATOR: Mark = { kind: 'separator' };

/** Reads the line `[start, end)` between messages; undefined if it is text. */
export function readMark(text: string, start: number, end: number): Mark | undefined {
  const first = text.charCodeAt(start);
  if (first === HYPHEN || first === EQUAL || first === HASH) {
    const trace = first === HYPHEN ? readTraceLine(text, start, end) : undefined;
    if (trace) return { kind: 'trace', line: trace };
    const titleStart = endOfRule(text, start, end);
    if (titleStart >= 0) return separatorWith(text.slice(titleStart, end), first);
    return first === HASH ? (isDirective(text, start, end) ? DIRECTIVE : COMMENT) : undefined;
  }
  if (isPlausibleStartLine(text, start, end)) return undefined;
  const trace = readTraceLine(text, start, end);
  if (trace) return { kind: 'trace', line: trace };
  return mayBeTimestamp(first, start, end) ? timestampMark(text.slice(start, end)) : undefined;
}

/** True if the line `[start, end)` ends a message wherever it stands: a separator, a directive, a tool's line. */
export function endsMessage(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first === HYPHEN || first === EQUAL || first === HASH) {
    if (endOfRule(text, start, end) >= 0) return true;
    if (first === HYPHEN) return readTraceLine(text, start, end)?.isFooter === true;
    return first === HASH && isDirective(text, start, end);
  }
  const trace = readTraceLine(text, start, end);
  if (trace) return trace.endsBody !== false;
  return mayBeTimestamp(first, start, end) && readTimestampLine(text.slice(start, end)) !== undefined;
}

/** True for a line that begins with `#` and is neither a separator nor a directive. */
export function isComment(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) === HASH && !endsMessage(text, start, end);
}

/** Three or more of `-`, `=` or `#`, alone or before white space. Returns where a title may start, or -1. */
function endOfRule(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  let at = start + 1;
  while (at < end && text.charCodeAt(at) === first) at++;
  if (at - start < 3) return -1;
  const next = text.charCodeAt(at);
  return at >= end || next === SP || next === HTAB ? at : -1;
}

function separatorWith(text: string, first: number): Mark {
  const remark = text.trim();
  if (remark === '') return SEPARATOR;
  const stamp = remark.length <= LONGEST_TIMESTAMP ? readTimestampLine(remark) : undefined;
  if (stamp) return { kind: 'separator', ...stamp };
  // `### title ###` is symmetrical decoration.
  let titleEnd = remark.length;
  while (titleEnd > 0 && remark.charCodeAt(titleEnd - 1) === first) titleEnd--;
  const title = remark.slice(0, titleEnd).trimEnd();
  return title === '' ? SEPARATOR : { kind: 'separator', title };
}

function timestampMark(line: string): Mark | undefined {
  const stamp = readTimestampLine(line);
  return stamp && { kind: 'separator', ...stamp };
}

/** A line that is only a timestamp begins with a digit, a bracket or the name of a month. */
function mayBeTimestamp(first: number, start: number, end: number): boolean {
  if (end - start < 8 || end - start > LONGEST_TIMESTAMP) return false;
  return (first >= 0x30 && first <= 0x39) || first === 0x5b || (first >= 0x41 && first <= 0x53);
}

const DIRECTIVE_PREFIX = 'siplint-';

function isDirective(text: string, start: number, end: number): boolean {
  let at = start + 1;
  while (at < end && (text.charCodeAt(at) === SP || text.charCodeAt(at) === HTAB)) at++;
  return text.startsWith(DIRECTIVE_PREFIX, at) && at + DIRECTIVE_PREFIX.length <= end;
}
