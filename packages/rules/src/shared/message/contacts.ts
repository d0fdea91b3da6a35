import type { ContactValue, SipMessage } from '@siplint/core';

/** The Contact values of a message over all of its rows, as far as they could be read. */
export interface Contacts {
  readonly count: number;
  /** The value that is one too many where there may be one only. */
  readonly second: ContactValue | undefined;
  readonly hasStar: boolean;
}

export function contactsOf(message: SipMessage): Contacts {
  let count = 0;
  let second: ContactValue | undefined;
  let hasStar = false;
  for (let row = message.field('Contact'); row; row = row.nextOfName) {
    for (const { value, partial } of row.values) {
      if (partial?.kind === 'star') hasStar = true;
      if (value && ++count === 2) second = value;
    }
  }
  return { count, second, hasStar };
}
