import type { Grammar } from './grammar.js';
import type { Expression } from './read-abnf.js';

/** Positions in rising order. */
type Positions = readonly number[];

/** True if the text, an octet a character, can be derived from the rule. Follows every alternative, so it is slow and right. */
export function isDerivable(grammar: Grammar, rule: string, text: string): boolean {
  return new Recognizer(grammar, text).endsOf({ kind: 'rule', name: rule.toLowerCase() }, 0).includes(text.length);
}

class Recognizer {
  readonly #memo = new Map<string | Expression, (Positions | undefined)[]>();

  constructor(
    readonly grammar: Grammar,
    readonly text: string,
  ) {}

  /** Where texts of the expression end that begin at a position. */
  endsOf(expression: Expression, start: number): Positions {
    const octets = this.grammar.classOf(expression);
    if (octets) return this.#isIn(octets, start) ? [start + 1] : [];
    const key = expression.kind === 'rule' ? expression.name : expression;
    let known = this.#memo.get(key);
    if (!known) {
      known = [];
      this.#memo.set(key, known);
    }
    let ends = known[start];
    if (!ends) {
      ends = this.#read(expression, start);
      known[start] = ends;
    }
    return ends;
  }

  #read(expression: Expression, start: number): Positions {
    switch (expression.kind) {
      case 'rule': {
        const ends = this.endsOf(this.grammar.rule(expression.name), start);
        const condition = this.grammar.conditions.get(expression.name);
        return condition ? ends.filter((end) => condition(this.text.slice(start, end))) : ends;
      }
      case 'literal': {
        const end = start + expression.text.length;
        return this.text.slice(start, end).toLowerCase() === expression.text.toLowerCase() ? [end] : [];
      }
      case 'octets':
        return this.text.startsWith(expression.text, start) ? [start + expression.text.length] : [];
      case 'range':
        return [];
      case 'alternation':
        return union(expression.options.map((option) => this.endsOf(option, start)));
      case 'concatenation':
        return expression.parts.reduce<Positions>((from, part) => this.#step(part, from), [start]);
      case 'repetition':
        return this.#repeat(expression.of, expression.least, expression.most, start);
    }
  }

  #step(expression: Expression, from: Positions): Positions {
    return from.length === 1 && from[0] !== undefined
      ? this.endsOf(expression, from[0])
      : union(from.map((start) => this.endsOf(expression, start)));
  }

  #repeat(of: Expression, least: number, most: number, start: number): Positions {
    const octets = this.grammar.classOf(of);
    if (octets) return this.#repeatClass(octets, least, most, start);
    let front: Positions = [start];
    const reached = new Set<number>(least === 0 ? front : []);
    for (let count = 1; count <= most && front.length > 0; count++) {
      const ends = this.#step(of, front);
      // Behind the least number of times a position is worth one visit only.
      front = count > least ? ends.filter((end) => !reached.has(end)) : ends;
      if (count >= least) for (const end of front) reached.add(end);
    }
    return [...reached].sort((a, b) => a - b);
  }

  #repeatClass(octets: Uint8Array, least: number, most: number, start: number): Positions {
    const ends: number[] = [];
    for (let end = start; end - start <= most; end++) {
      if (end - start >= least) ends.push(end);
      if (!this.#isIn(octets, end)) break;
    }
    return ends;
  }

  #isIn(octets: Uint8Array, at: number): boolean {
    return at < this.text.length && octets[this.text.charCodeAt(at)] === 1;
  }
}

function union(sets: readonly Positions[]): Positions {
  const some = sets.filter((set) => set.length > 0);
  if (some.length < 2) return some[0] ?? [];
  return [...new Set(some.flat())].sort((a, b) => a - b);
}
