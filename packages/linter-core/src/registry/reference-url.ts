import type { Reference } from './types.js';

/** The page of a reference at the RFC Editor; undefined for a standard that is no RFC. */
export function referenceUrl({ rfc, section }: Reference): string | undefined {
  if (rfc === undefined) return undefined;
  const page = `https://www.rfc-editor.org/rfc/rfc${rfc}`;
  if (section === undefined) return page;
  return `${page}#${/^\d/.test(section) ? 'section' : 'appendix'}-${section}`;
}
