import { parseReferences, withSection } from './references.mjs';

/**
 * Rows of IANA's registry of header fields joined with our annotations.
 * @param {Record<string, string>[]} registry
 * @param {Record<string, unknown>[]} annotations
 */
export function registeredHeaderFields(registry, annotations) {
  const annotationOf = new Map(annotations.map((annotation) => [annotation.name, annotation]));
  const rows = registry.map((row) => {
    const { name, deprecated } = readName(row.value);
    const annotation = annotationOf.get(name);
    if (!annotation) throw new Error(`header-annotations.yaml has no row for the registered header field ${name}`);
    annotationOf.delete(name);
    const references = withSection(parseReferences(row.spec), annotation.section, annotation.also);
    return definition(annotation, { compact: row.compact || undefined, references, deprecated });
  });
  const [unknown] = annotationOf.keys();
  if (unknown) throw new Error(`header-annotations.yaml has a row for ${unknown}, which the registry does not list`);
  return rows;
}

/** @param {Record<string, unknown>[]} annotations */
export function wellKnownHeaderFields(annotations) {
  return annotations.map((annotation) => definition(annotation, annotation));
}

/** IANA marks a withdrawn header field in its name: `Hide (Deprecated)`; a name that is only reserved, in its reference. */
function readName(value) {
  const name = value.replace(/\s*\(.*/, '');
  return { name, deprecated: /deprecated/i.test(value) || undefined };
}

function definition({ name, grammar, multiplicity, empty = false, purpose }, { compact, references, deprecated }) {
  return { name, compact, grammar, multiplicity, mayBeEmpty: empty, purpose, references, deprecated };
}
