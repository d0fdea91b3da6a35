import type { HeaderField } from './header-field.js';

/** Up to this number of names, looking through them is faster than a map, and costs nothing to build. */
const FEW = 24;

/** The first row of each header field of a message, by canonical name. */
export class FieldIndex {
  readonly #firstRows: HeaderField[] = [];
  #byName: Map<string, HeaderField> | undefined;

  first(canonicalName: string): HeaderField | undefined {
    if (this.#byName) return this.#byName.get(canonicalName);
    for (const row of this.#firstRows) if (row.canonicalName === canonicalName) return row;
    return undefined;
  }

  /** Adds a row behind all others and links it to the earlier ones of its name. */
  add(row: HeaderField): void {
    const first = this.first(row.canonicalName);
    if (first) {
      (first.lastOfName ?? first).nextOfName = row;
      first.lastOfName = row;
      return;
    }
    this.#firstRows.push(row);
    if (this.#byName) this.#byName.set(row.canonicalName, row);
    else if (this.#firstRows.length > FEW) {
      this.#byName = new Map(this.#firstRows.map((firstRow) => [firstRow.canonicalName, firstRow]));
    }
  }
}
