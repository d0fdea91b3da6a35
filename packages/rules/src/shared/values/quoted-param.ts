import type { Param, Range } from '@siplint/core';

/** The value of a parameter without the quotes around it; empty for a flag. Escapes stay as written. */
export function unquotedValue({ value = '', quoted }: Param): string {
  return quoted ? value.slice(1, -1) : value;
}

/** Where the unquoted value of a parameter stands. */
export function unquotedRange({ valueStart, end, quoted }: Param): Range {
  return quoted ? { start: valueStart + 1, end: end - 1 } : { start: valueStart, end };
}

/** The value of a parameter with its quotes, if it has them. */
export function valueRange({ valueStart, end }: Param): Range {
  return { start: valueStart, end };
}
