import { type Edit, type FixPlan, insertRow, replaceRange, type SipMessage, utf8Length } from '@siplint/core';

/** True if a placeholder stands in the body, so that nobody knows how long it is. */
export function hasUnknownLength({ placeholders, headerEnd }: SipMessage): boolean {
  const last = placeholders[placeholders.length - 1];
  return last !== undefined && last.end > headerEnd;
}

/** Makes Content-Length say what is there; undefined where that is not known. */
export function correctContentLength(message: SipMessage): FixPlan | undefined {
  if (hasUnknownLength(message)) return undefined;
  const length = String(message.body.trueLength);
  const field = message.field('Content-Length');
  const edit = field ? replaceRange(field.valueRange, length) : insertRow(message, `Content-Length: ${length}`);
  return { title: `${field ? 'Set' : 'Add'} Content-Length${field ? ' to' : ':'} ${length}`, edits: [edit] };
}

/** An edit and, if it is of the body, what keeps a right Content-Length right. */
export function withContentLength(edit: Edit, message: SipMessage): Edit[] {
  if (edit.start < message.headerEnd) return [edit];
  return [...adjustContentLength(message, edit.text, message.text.slice(edit.start, edit.end)), edit];
}

/** Edits that keep a right Content-Length right when `added` is put into the body, or `removed` is taken out of it. */
export function adjustContentLength(message: SipMessage, added: string, removed = ''): Edit[] {
  const { declaredLength, lengthVerdict, storedLength, wireLength } = message.body;
  const field = message.field('Content-Length');
  if (!field || declaredLength === undefined || lengthVerdict !== 'right') return [];
  const countsAsStored = declaredLength === storedLength && storedLength !== wireLength;
  const octets = (text: string): number => {
    const counted = countsAsStored ? text : text.replace(/\r\n|\r|\n/g, '\r\n');
    return message.source.encoding === 'bytes' ? counted.length : utf8Length(counted);
  };
  return [replaceRange(field.valueRange, String(declaredLength + octets(added) - octets(removed)))];
}
