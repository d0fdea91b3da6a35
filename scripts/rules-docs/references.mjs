import { formatReference, referenceUrl } from '@siplint/core';
import { plain } from './markdown.mjs';

/** A reference as a link to the RFC Editor's page; a standard that is no RFC by its name. */
export function linkTo(reference) {
  const url = referenceUrl(reference);
  const text = plain(formatReference(reference));
  return url === undefined ? text : `[${text}](${url})`;
}

/** Document order: RFC number, then section by its numbers. */
export function compareReferences(a, b) {
  return (
    (a.rfc ?? Number.POSITIVE_INFINITY) - (b.rfc ?? Number.POSITIVE_INFINITY) ||
    (a.standard ?? '').localeCompare(b.standard ?? '', 'en') ||
    (a.section ?? '').localeCompare(b.section ?? '', 'en', { numeric: true })
  );
}
