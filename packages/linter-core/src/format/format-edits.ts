import type { Edit } from '../engine/finding.js';
import type { SipFile } from '../input/sip-file.js';
import type { HeaderField } from '../syntax/header-field.js';
import type { SipMessage } from '../syntax/message.js';

/** Which form of the names of header fields is canonical. */
export type NameForm = 'long' | 'compact';

/** A fold with the blanks around it: it means one space (RFC 3261 §7.3.1). */
const FOLD = /[ \t]*(?:\r\n|\r|\n)[ \t]+/g;

/**
 * The edits that bring the header sections of a file to their canonical layout: names as registered, one space behind the
 * colon, no folds, no blanks at the end of a row, a Content-Length that is right. Line ends, bodies and what stands between
 * messages stay as they are; so does all that means something, and a row that cannot be read.
 */
export function formatEdits({ source, messages }: SipFile, names: NameForm = 'long'): Edit[] {
  return messages.flatMap((message) => {
    if (message.kind === 'unrecognized') return [];
    const edits: Edit[] = [];
    const replace = (start: number, end: number, text: string): void => {
      const { offset } = message;
      if (source.text.slice(offset + start, offset + end) === text) return;
      edits.push({ start: offset + start, end: offset + end, text });
    };
    for (const field of message.fields) if (field.isReadable) formatField(field, message, names, replace);
    return edits;
  });
}

type Replace = (start: number, end: number, text: string) => void;

function formatField(field: HeaderField, message: SipMessage, names: NameForm, replace: Replace): void {
  const { start, nameEnd, valueStart, valueEnd, end, isEmpty } = field;
  replace(start, nameEnd, nameOf(field, names));
  if (isEmpty) {
    replace(nameEnd, contentEndOf(message.text, nameEnd, end), ':');
    return;
  }
  replace(nameEnd, valueStart, ': ');
  const length = rightLength(field, message);
  if (length === undefined) {
    for (const { 0: fold, index } of field.rawValue.matchAll(FOLD)) {
      replace(valueStart + index, valueStart + index + fold.length, ' ');
    }
  } else replace(valueStart, valueEnd, length);
  replace(valueEnd, contentEndOf(message.text, valueEnd, end), '');
}

function nameOf({ name, definition }: HeaderField, names: NameForm): string {
  if (!definition) return name;
  return (names === 'compact' ? definition.compact : undefined) ?? definition.name;
}

/** What Content-Length should say instead of what it says; undefined if it is right, or nobody can tell. */
function rightLength(field: HeaderField, { body }: SipMessage): string | undefined {
  if (field.canonicalName !== 'Content-Length') return undefined;
  const isWrong = body.lengthVerdict === 'too-long' || body.lengthVerdict === 'too-short';
  return isWrong ? String(body.trueLength) : undefined;
}

/** The end of a row without what ends its last line. */
function contentEndOf(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && (text.charAt(at - 1) === '\n' || text.charAt(at - 1) === '\r')) at--;
  return at;
}
