import type { HeaderField } from './header-field.js';

/** Up to this number of rows, looking through them is faster than a map, and costs nothing to build. */
const FEW = 24;

/** Finds the first row of a name among the rows of a message. */
export class FieldIndex {
  /** The bits of all names: a name whose bit is not among them is new. */
  #nameBits = 0;
  #byName: Map<string, HeaderField> | undefined;

  constructor(private readonly rows: readonly HeaderField[]) {}

  first(canonicalName: string): HeaderField | undefined {
    if (this.#byName) return this.#byName.get(canonicalName);
    for (const row of this.rows) if (row.canonicalName === canonicalName) return row;
    return undefined;
  }

  /** Links a row, which is going to be the last one, to the earlier ones of its name. */
  add(row: HeaderField): void {
    const { canonicalName, nameBit } = row;
    const first = (this.#nameBits & nameBit) === 0 ? undefined : this.first(canonicalName);
    this.#nameBits |= nameBit;
    if (first) {
      row.isRepeat = true;
      (first.lastOfName ?? first).nextOfName = row;
      first.lastOfName = row;
    } else this.#byName?.set(canonicalName, row);
    if (!this.#byName && this.rows.length === FEW) this.#byName = firstRows([...this.rows, row]);
  }
}

function firstRows(rows: readonly HeaderField[]): Map<string, HeaderField> {
  const byName = new Map<string, HeaderField>();
  for (const row of rows) if (!byName.has(row.canonicalName)) byName.set(row.canonicalName, row);
  return byName;
}
