import type { SipDocument } from '../document.js';
import { type AddOccurrence, addMessageNames } from './message-names.js';
import type { Occurrence } from './occurrence.js';
import { addSessionNames } from './session-names.js';

/** Where names stand in a document, and which of those places mean the same. */
export class NameIndex {
  /** In document order. */
  readonly #all: Occurrence[] = [];
  readonly #byKey = new Map<string, Occurrence[]>();

  constructor(document: SipDocument) {
    for (const message of document.messages) {
      const add: AddOccurrence = (kind, scope, { start, end, text }, { isDefinition = false, key = text } = {}) => {
        // Where a placeholder stands nobody knows the name.
        if (message.placeholders.some((range) => range.start < end && start < range.end)) return;
        const { offset } = message;
        const range = { start: offset + start, end: offset + end };
        this.#add({ kind, name: text, key: `${kind}\n${scope}\n${key}`, isDefinition, ...range });
      };
      addMessageNames(message, add);
      addSessionNames(message, add);
    }
    this.#all.sort((a, b) => a.start - b.start);
    for (const places of this.#byKey.values()) places.sort((a, b) => a.start - b.start);
  }

  /** The name at an offset, or that ends there. */
  at(offset: number): Occurrence | undefined {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#all[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = this.#all[low - 1];
    return found && offset <= found.end ? found : undefined;
  }

  /** All places that mean the same, in document order, the one itself among them. */
  sameAs({ key }: Occurrence): readonly Occurrence[] {
    return this.#byKey.get(key) ?? [];
  }

  /** All names of a kind, each once, in order of their first places. */
  namesOf(kind: Occurrence['kind']): readonly string[] {
    return [...new Set(this.#all.filter((one) => one.kind === kind).map(({ name }) => name))];
  }

  #add(occurrence: Occurrence): void {
    this.#all.push(occurrence);
    const same = this.#byKey.get(occurrence.key);
    if (same) same.push(occurrence);
    else this.#byKey.set(occurrence.key, [occurrence]);
  }
}

const INDEXES = new WeakMap<SipDocument, NameIndex>();

/** The names of a document, collected when they are first asked for. */
export function namesOf(document: SipDocument): NameIndex {
  let index = INDEXES.get(document);
  if (!index) {
    index = new NameIndex(document);
    INDEXES.set(document, index);
  }
  return index;
}
