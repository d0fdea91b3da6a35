import { HEADER_FIELDS } from '@siplint/core';

/** The header fields that RFC 3261 §20 defines, by canonical name; those of RFC 2543 that it withdrew are not among them. */
export const RFC_3261_FIELDS: ReadonlySet<string> = new Set(
  HEADER_FIELDS.filter(({ references }) =>
    references.some(({ rfc, section }) => rfc === 3261 && section?.startsWith('20.')),
  ).map(({ name }) => name),
);
