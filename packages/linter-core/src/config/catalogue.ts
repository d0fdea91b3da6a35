import type { AnyRule, Plugin } from '../engine/rule.js';

/** A rule with the name under which a configuration knows it. */
export interface CatalogueEntry {
  /** The rule's id, with `plugin/` before it for a rule that a plugin brings. */
  readonly id: string;
  readonly rule: AnyRule;
  /** The name of the plugin; absent for siplint's own. */
  readonly plugin?: string;
}

/** All rules that a configuration can name: siplint's own, then those of plugins, in the order given. */
export class Catalogue {
  readonly #entries = new Map<string, CatalogueEntry>();

  constructor(
    rules: readonly AnyRule[],
    readonly plugins: readonly Plugin[] = [],
  ) {
    for (const rule of rules) this.#add({ id: rule.meta.id, rule });
    for (const plugin of plugins) {
      const { name } = plugin.meta;
      for (const [id, rule] of Object.entries(plugin.rules)) this.#add({ id: `${name}/${id}`, rule, plugin: name });
    }
  }

  get(id: string): CatalogueEntry | undefined {
    return this.#entries.get(id);
  }

  get entries(): Iterable<CatalogueEntry> {
    return this.#entries.values();
  }

  get ids(): Iterable<string> {
    return this.#entries.keys();
  }

  plugin(name: string): Plugin | undefined {
    return this.plugins.find(({ meta }) => meta.name === name);
  }

  /** The rules that a key of `rules` means: those of a selector, or the one of an id. Empty if there are none. */
  select(key: string): readonly CatalogueEntry[] {
    const selector = parseSelector(key);
    if (!selector) {
      const entry = this.#entries.get(key);
      return entry ? [entry] : [];
    }
    return [...this.#entries.values()].filter(({ rule }) => isSelected(rule, selector));
  }

  /** The values that a selector can have: the categories, or the numbers of RFCs, that rules name. */
  selectorValues(kind: Selector['kind']): ReadonlySet<string> {
    const values = new Set<string>();
    for (const { rule } of this.#entries.values()) {
      if (kind === 'category') values.add(rule.meta.category);
      else for (const { rfc } of rule.meta.references ?? []) if (rfc !== undefined) values.add(String(rfc));
    }
    return values;
  }

  #add(entry: CatalogueEntry): void {
    this.#entries.set(entry.id, entry);
  }
}

/** A key of `rules` that means several rules. */
export interface Selector {
  readonly kind: 'category' | 'rfc';
  readonly value: string;
}

/** Reads `category:via` or `rfc:3262`; undefined for a rule id. */
export function parseSelector(key: string): Selector | undefined {
  const colon = key.indexOf(':');
  const kind = key.slice(0, Math.max(0, colon));
  return kind === 'category' || kind === 'rfc' ? { kind, value: key.slice(colon + 1) } : undefined;
}

function isSelected({ meta }: AnyRule, { kind, value }: Selector): boolean {
  if (kind === 'category') return meta.category === value;
  return meta.references?.some(({ rfc }) => String(rfc) === value) ?? false;
}
