import type { LintFile } from '@siplint/core';

/** What rules know of a file as a whole, made when the first of them asks. */
export function perFile<T>(make: (file: LintFile) => T): (file: LintFile) => T {
  const known = new WeakMap<LintFile, { readonly value: T }>();
  return (file) => {
    let entry = known.get(file);
    if (!entry) {
      entry = { value: make(file) };
      known.set(file, entry);
    }
    return entry.value;
  };
}
