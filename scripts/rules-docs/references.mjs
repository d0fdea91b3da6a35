import { formatReference } from '@siplint/core';
import { plain } from './markdown.mjs';

/** A reference as a link to the RFC Editor's page; a standard that is no RFC by its name. */
export function linkTo(reference) {
  const url = urlOf(reference);
  const text = plain(formatReference(reference));
  return url === undefined ? text : `[${text}](${url})`;
}

function urlOf({ rfc, section }) {
  if (rfc === undefined) return undefined;
  const page = `https://www.rfc-editor.org/rfc/rfc${rfc}`;
  if (section === undefined) return page;
  return `${page}#${/^\d/.test(section) ? 'section' : 'appendix'}-${section}`;
}

/** Document order: RFC number, then section by its numbers. */
export function compareReferences(a, b) {
  return (
    (a.rfc ?? Number.POSITIVE_INFINITY) - (b.rfc ?? Number.POSITIVE_INFINITY) ||
    (a.standard ?? '').localeCompare(b.standard ?? '', 'en') ||
    (a.section ?? '').localeCompare(b.section ?? '', 'en', { numeric: true })
  );
}
