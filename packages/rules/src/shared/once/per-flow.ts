import type { Flow } from '@siplint/core';
import { oncePer } from './once-per.js';

/** What rules know of a flow as a whole, made when the first of them asks. */
export function perFlow<T>(make: (flow: Flow) => T): (flow: Flow) => T {
  return oncePer(make);
}
