import { REGISTERED_HEADER_FIELDS, WELL_KNOWN_HEADER_FIELDS } from './generated/header-fields.js';
import type { HeaderDefinition } from './types.js';

/** Every header field of the table: those that IANA registers, then the well-known ones outside the registry. */
export const HEADER_FIELDS: readonly HeaderDefinition[] = [...REGISTERED_HEADER_FIELDS, ...WELL_KNOWN_HEADER_FIELDS];

/** Long and compact names, as registered and in lower case: the registered spelling, by far the commonest, needs no folding. */
const HEADER_BY_NAME: ReadonlyMap<string, HeaderDefinition> = indexByName(HEADER_FIELDS);

/** The header field of a long or compact name, in any case (RFC 3261 §7.3.1, §7.3.3); undefined for an unknown one. */
export function lookupHeader(name: string): HeaderDefinition | undefined {
  return HEADER_BY_NAME.get(name) ?? HEADER_BY_NAME.get(name.toLowerCase());
}

/** True if IANA lists the header field, under its long or compact name in any case. */
export function isRegisteredHeader(name: string): boolean {
  const header = lookupHeader(name);
  return header !== undefined && !WELL_KNOWN_HEADER_FIELDS.includes(header);
}

function indexByName(headers: readonly HeaderDefinition[]): Map<string, HeaderDefinition> {
  const index = new Map<string, HeaderDefinition>();
  for (const header of headers) {
    index.set(header.name, header);
    index.set(header.name.toLowerCase(), header);
    if (header.compact !== undefined) index.set(header.compact, header);
  }
  return index;
}
