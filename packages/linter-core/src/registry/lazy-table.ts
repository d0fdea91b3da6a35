/** A table that is made when first asked for: start-up pays nothing for the many tables that a run does not need. */
export function lazyTable<T>(makeRows: () => readonly T[]): () => readonly T[] {
  let rows: readonly T[] | undefined;
  return () => {
    rows ??= makeRows();
    return rows;
  };
}
