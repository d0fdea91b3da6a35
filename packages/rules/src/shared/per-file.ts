import type { LintFile } from '@siplint/core';
import { oncePer } from './once-per.js';

/** What rules know of a file as a whole, made when the first of them asks. */
export function perFile<T>(make: (file: LintFile) => T): (file: LintFile) => T {
  return oncePer(make);
}
