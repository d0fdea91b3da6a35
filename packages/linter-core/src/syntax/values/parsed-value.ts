import type { Range } from '../../text/range.js';
import type { ParsedValue } from '../header-field.js';

/** A value that parsed and takes up all of its range, as nearly all do: it keeps nothing that its node says. */
export class WholeValue<T extends Range> implements ParsedValue<T> {
  constructor(readonly value: T) {}

  get partial(): T {
    return this.value;
  }

  get start(): number {
    return this.value.start;
  }

  get end(): number {
    return this.value.end;
  }
}

/** What was read at `[start, end)`; `isSound` is false if there was a defect in it. */
export function parsedValue<T extends Range>(
  start: number,
  end: number,
  partial: T | undefined,
  isSound: boolean,
): ParsedValue<T> {
  if (isSound && partial?.start === start && partial.end === end) return new WholeValue(partial);
  return { start, end, value: isSound ? partial : undefined, partial };
}
