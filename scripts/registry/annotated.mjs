import { readName } from './names.mjs';
import { parseReferences, withSection } from './references.mjs';

/**
 * Rows of IANA's registry of header fields joined with our annotations.
 * @param {Record<string, string>[]} registry
 * @param {Record<string, unknown>[]} annotations
 */
export function registeredHeaderFields(registry, annotations) {
  return joinAnnotations(registry, annotations, 'header-annotations.yaml').map(({ row, annotation }) => {
    const references = withSection(parseReferences(row.spec), annotation.section, annotation.also);
    const { deprecated } = readName(row.value);
    return headerDefinition(annotation, { compact: row.compact || undefined, references, deprecated });
  });
}

/** @param {Record<string, unknown>[]} annotations */
export function wellKnownHeaderFields(annotations) {
  return annotations.map((annotation) => headerDefinition(annotation, annotation));
}

/**
 * Rows of IANA's registry of methods joined with our annotations.
 * @param {Record<string, string>[]} registry
 * @param {Record<string, unknown>[]} annotations
 */
export function methods(registry, annotations) {
  return joinAnnotations(registry, annotations, 'methods.yaml').map(
    ({ row, annotation: { name, purpose, section } }) => ({
      name,
      purpose,
      references: withSection(parseReferences(row.reference), section),
    }),
  );
}

/** Pairs each row of a registry with the annotation of its name; a row or an annotation alone is an error. */
function joinAnnotations(registry, annotations, file) {
  const annotationOf = new Map(annotations.map((annotation) => [annotation.name, annotation]));
  const pairs = registry.map((row) => {
    const { name } = readName(row.value);
    const annotation = annotationOf.get(name);
    if (!annotation) throw new Error(`${file} has no row for ${name}, which the registry lists`);
    annotationOf.delete(name);
    return { row, annotation };
  });
  const [unknown] = annotationOf.keys();
  if (unknown) throw new Error(`${file} has a row for ${unknown}, which the registry does not list`);
  return pairs;
}

function headerDefinition(
  { name, grammar, multiplicity, empty = false, purpose },
  { compact, references, deprecated },
) {
  return { name, compact, grammar, multiplicity, mayBeEmpty: empty, purpose, references, deprecated };
}
