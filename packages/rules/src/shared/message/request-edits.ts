import { type Edit, type HeaderField, insertRow, removeRow, replaceRange, type SipMessage } from '@siplint/core';
import { lastRowOf, removeAllRows } from './rows.js';

/** Leaves only those values of a list row that are kept; a row without any goes. */
export function keepValues(field: HeaderField, isKept: (index: number) => boolean): Edit {
  const { message, values } = field;
  const kept = values.filter((_, index) => isKept(index));
  if (kept.length === 0) return removeRow(field);
  return replaceRange(field.valueRange, kept.map((value) => message.text.slice(value.start, value.end)).join(', '));
}

/** Makes the Route of a request that of another one, in one row behind the fields that stand before it by custom. */
export function copyRoute(to: SipMessage, from: SipMessage): Edit[] {
  const values = from.fieldsNamed('Route').map(({ rawValue }) => rawValue);
  const behind = lastRowOf(to, 'Max-Forwards') ?? lastRowOf(to, 'Via');
  return [...removeAllRows(to, 'Route'), insertRow(to, `Route: ${values.join(', ')}`, behind)];
}
