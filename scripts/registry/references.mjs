/** @typedef {{ rfc?: number, section?: string, standard?: string }} Reference */

/**
 * The documents in a reference column of IANA, such as `[RFC3261][RFC7118]` or `[http://…, 3GPP TS 24.229 v13.9.0][Some_One]`.
 * Contact persons, notes and drafts that have no lasting name are left out.
 * @param {string} column
 * @returns {Reference[]}
 */
export function parseReferences(column) {
  const references = [];
  for (const [, entry] of column.matchAll(/\[([^\]]*)\]/g)) {
    const reference = parseReference(entry);
    if (reference && !references.some((known) => sameDocument(known, reference))) references.push(reference);
  }
  return references;
}

/**
 * @param {string} entry
 * @returns {Reference | undefined}
 */
function parseReference(entry) {
  const rfc = /^RFC(\d+)\b/.exec(entry);
  const section = /\b(?:sub-?clause|section|appendix)\s+([0-9A-Z][0-9A-Z.]*)/i.exec(entry)?.[1]?.replace(/\.$/, '');
  if (rfc) return { rfc: Number(rfc[1]), ...(section && { section }) };
  const standard = /\b3GPP (?:TS )?(\d\d\.\d{3})/.exec(entry);
  if (standard) return { standard: `3GPP TS ${standard[1]}`, ...(section && { section }) };
  const itu = /\bITU-T (?:Recommendation )?([A-Z]\.\d+)/.exec(entry);
  if (itu) return { standard: `ITU-T ${itu[1]}` };
  return undefined;
}

/**
 * @param {Reference} a
 * @param {Reference} b
 */
function sameDocument(a, b) {
  return a.rfc === b.rfc && a.standard === b.standard && a.section === b.section;
}

/**
 * The references of a row with the section of its first document filled in, and further ones behind.
 * @param {Reference[]} references
 * @param {string | undefined} section
 * @param {Reference[]} [also]
 * @returns {Reference[]}
 */
export function withSection(references, section, also = []) {
  const [first, ...others] = references;
  if (first === undefined || section === undefined) return [...references, ...also];
  return [{ ...first, section }, ...others, ...also];
}
