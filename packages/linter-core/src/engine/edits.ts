import type { HeaderField } from '../syntax/header-field.js';
import type { SipMessage } from '../syntax/message.js';
import type { Param } from '../syntax/nodes.js';
import type { Range } from '../text/range.js';
import type { Edit } from './finding.js';

// Edits for fix plans, relative to the message like every range of its tree.

/** Writes `text` in the place of a range; an empty range inserts. */
export function replaceRange(range: Range, text: string): Edit {
  return { start: range.start, end: range.end, text };
}

/** Inserts `text` before the character at an offset. */
export function insertAt(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** Takes a row out with its folds and its line terminator. */
export function removeRow(field: HeaderField): Edit {
  return { start: field.start, end: field.end, text: '' };
}

/** Inserts a row such as `Max-Forwards: 70` behind another row, or else behind the last one, with the message's line end. */
export function insertRow(
  message: SipMessage,
  row: string,
  after: HeaderField | undefined = message.fields.at(-1),
): Edit {
  const { text, startLine } = message;
  const at = after ? endOfValue(text, after) : endOfLine(text, startLine);
  const own = terminatorBefore(text, at);
  if (own !== undefined) return insertAt(at, `${row}${own}`);
  // The end of the file cut the row off that stands before.
  const terminator = terminatorBefore(text, endOfLine(text, startLine)) ?? '\r\n';
  return insertAt(at, `${terminator}${row}`);
}

/**
 * Takes a parameter out of its value with the separator before it and the white space around that: a semicolon, or the comma
 * of a challenge or of credentials, whose first parameter takes the comma behind it.
 */
export function removeParam(message: SipMessage, param: Param): Edit {
  const { text } = message;
  const before = skipBlanksBack(text, param.start);
  if (isSeparator(text.charCodeAt(before - 1))) {
    return { start: skipBlanksBack(text, before - 1), end: param.end, text: '' };
  }
  const behind = skipBlanks(text, param.end);
  const end = isSeparator(text.charCodeAt(behind)) ? skipBlanks(text, behind + 1) : param.end;
  return { start: param.start, end, text: '' };
}

/** Writes a parameter value as a quoted-string (RFC 3261 §25.1), escaping what may not stand bare in it. */
export function quoteParamValue(message: SipMessage, param: Param): Edit {
  const value = { start: param.valueStart, end: param.end };
  return replaceRange(value, `"${message.sourceText(value).replace(/["\\]/g, '\\$&')}"`);
}

/** Puts each value of a row into a row of its own, with the name as it is written and the message's line end. */
export function splitRow(message: SipMessage, field: HeaderField): Edit[] {
  const { text, startLine } = message;
  const terminator = terminatorBefore(text, field.end) ?? terminatorBefore(text, endOfLine(text, startLine)) ?? '\r\n';
  return field.values.slice(1).map(({ start }, i) => ({
    start: field.values[i]?.end ?? start,
    end: start,
    text: `${terminator}${field.name}: `,
  }));
}

/**
 * Takes one element out of the comma-separated list of a row: with the comma behind it, or the one before it for the last.
 * The only element takes its row along.
 */
export function removeListElement(field: HeaderField, index: number): Edit {
  const { values } = field;
  const element = values[index];
  const next = values[index + 1];
  const previous = values[index - 1];
  if (!element || (!next && !previous)) return removeRow(field);
  if (next) return { start: element.start, end: next.start, text: '' };
  return { start: previous?.end ?? element.start, end: element.end, text: '' };
}

function isSeparator(code: number): boolean {
  return code === 0x3b || code === 0x2c; // ";" and ","
}

function skipBlanksBack(text: string, end: number): number {
  let at = end;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** LWS (§25.1): a fold is blank as well. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;
}

/** The line terminator that ends right before an offset; undefined if there is none. */
function terminatorBefore(text: string, at: number): string | undefined {
  const last = text[at - 1];
  if (last === '\n') return text[at - 2] === '\r' ? '\r\n' : '\n';
  return last === '\r' ? '\r' : undefined;
}

/** The end of a row, or before continuation lines of white space alone, which may end a header section but not stand in it. */
function endOfValue(text: string, { valueEnd, end }: HeaderField): number {
  const terminator = text.indexOf('\n', valueEnd);
  return terminator < 0 ? end : Math.min(end, terminator + 1);
}

/** Behind the terminator of a line, whether its range has it or not. */
function endOfLine(text: string, line: Range): number {
  if (terminatorBefore(text, line.end) !== undefined) return line.end;
  if (text[line.end] === '\r') return text[line.end + 1] === '\n' ? line.end + 2 : line.end + 1;
  return text[line.end] === '\n' ? line.end + 1 : line.end;
}
