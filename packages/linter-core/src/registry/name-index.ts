/**
 * A lookup by name in any case. Its index is built by the first call, so that a table that a run never asks costs nothing.
 * Of two definitions with one name the first counts.
 */
export function lookupByName<T extends { readonly name: string }>(
  definitions: readonly T[],
): (name: string) => T | undefined {
  let index: Map<string, T> | undefined;
  return (name) => {
    index ??= indexByName(definitions);
    return index.get(name.toLowerCase());
  };
}

function indexByName<T extends { readonly name: string }>(definitions: readonly T[]): Map<string, T> {
  const index = new Map<string, T>();
  for (const definition of definitions) {
    const key = definition.name.toLowerCase();
    if (!index.has(key)) index.set(key, definition);
  }
  return index;
}
