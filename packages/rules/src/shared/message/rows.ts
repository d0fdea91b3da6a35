import { type Edit, type HeaderField, removeRow, type SipMessage } from '@siplint/core';

/** The last row of a header field; undefined if there is none. */
export function lastRowOf(message: SipMessage, name: string): HeaderField | undefined {
  const first = message.field(name);
  return first?.lastOfName ?? first;
}

/** Takes all rows of a header field out. */
export function removeAllRows(message: SipMessage, name: string): Edit[] {
  return message.fieldsNamed(name).map(removeRow);
}
