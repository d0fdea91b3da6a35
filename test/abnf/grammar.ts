import { readFileSync } from 'node:fs';
import { type Expression, readAbnf } from './read-abnf.js';

/** What prose says about the text of a rule and ABNF cannot: true if the text fits. */
export type Condition = (text: string) => boolean;

/** Rules of ABNF by name in lower case, and what prose adds to some of them. */
export class Grammar {
  readonly #rules = new Map<string, Expression>();
  readonly #classes = new Map<Expression, Uint8Array | undefined>();

  constructor(readonly conditions: ReadonlyMap<string, Condition> = new Map()) {}

  /** Adds the rules of a file; one that there is already is replaced, or gets more alternatives by `=/`. */
  add(text: string): this {
    const own = new Set<string>();
    for (const { name, isIncremental, expression } of readAbnf(text)) {
      if (isIncremental) {
        this.#rules.set(name, { kind: 'alternation', options: [this.rule(name), expression] });
      } else {
        if (own.has(name)) throw new Error(`two rules ${name}`);
        own.add(name);
        this.#rules.set(name, expression);
      }
    }
    return this;
  }

  rule(name: string): Expression {
    const rule = this.#rules.get(name.toLowerCase());
    if (!rule) throw new Error(`no rule ${name}`);
    return rule;
  }

  get ruleNames(): readonly string[] {
    return [...this.#rules.keys()];
  }

  /** For an expression of which every text is one octet: a table of 256 with 1 at those. */
  classOf(expression: Expression): Uint8Array | undefined {
    if (!this.#classes.has(expression)) this.#classes.set(expression, this.#readClass(expression));
    return this.#classes.get(expression);
  }

  #readClass(expression: Expression): Uint8Array | undefined {
    const table = new Uint8Array(256);
    switch (expression.kind) {
      case 'rule':
        return this.conditions.has(expression.name) ? undefined : this.classOf(this.rule(expression.name));
      case 'literal':
        if (expression.text.length !== 1) return undefined;
        table[expression.text.toLowerCase().charCodeAt(0)] = 1;
        table[expression.text.toUpperCase().charCodeAt(0)] = 1;
        return table;
      case 'octets':
        if (expression.text.length !== 1) return undefined;
        table[expression.text.charCodeAt(0)] = 1;
        return table;
      case 'range':
        return table.fill(1, expression.first, expression.last + 1);
      case 'alternation':
        for (const option of expression.options) {
          const part = this.classOf(option);
          if (!part) return undefined;
          part.forEach((isIn, code) => {
            if (isIn) table[code] = 1;
          });
        }
        return table;
      default:
        return undefined;
    }
  }
}

export function readGrammarFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
