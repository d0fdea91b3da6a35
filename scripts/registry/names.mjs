import { parseReferences } from './references.mjs';

/**
 * IANA marks a withdrawn entry in its name: `Hide (Deprecated)`, `vnd.gmx - DEPRECATED`.
 * @param {string} value
 * @returns {{ name: string, deprecated: true | undefined }}
 */
export function readName(value) {
  const [, name, mark] = /^(.*?)(\s*(?:\(| - )(?:deprecated|obsoleted?).*)?$/is.exec(value);
  return { name, deprecated: mark ? true : undefined };
}

/**
 * Rows of a registry as NameDefinition.
 * @param {Record<string, string>[]} rows
 * @param {{ name?: string, description?: string }} [columns] the columns that hold them
 */
export function nameDefinitions(rows, { name = 'value', description = 'description' } = {}) {
  return rows.map((row) => {
    const { name: registered, deprecated } = readName(row[name]);
    return {
      name: registered,
      description: readText(row[description]),
      references: parseReferences(row.reference),
      deprecated,
    };
  });
}

/** @param {string | undefined} text */
function readText(text) {
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}

/** @param {string} value `Yes`, `No`, `No (no values are allowed)`, or the values themselves */
export function readPredefined(value) {
  return !/^no\b/i.test(value);
}
