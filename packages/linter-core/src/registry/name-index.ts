/**
 * A lookup by name in any case. The first call makes the table and its index. Of two definitions with one name the first
 * counts.
 */
export function lookupByName<T extends { readonly name: string }>(
  table: () => readonly T[],
): (name: string) => T | undefined {
  let index: Map<string, T> | undefined;
  return (name) => {
    index ??= indexByName(table());
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
