import type { Random } from '../random.js';
import type { Grammar } from './grammar.js';
import type { Expression } from './read-abnf.js';

/** Behind so many octets, or so deep, optional parts are left out: every recursion of the grammar is in one. */
const LONG = 300;
const DEEP = 60;
/** The text of a rule with a condition is thrown away so often before something must be wrong. */
const MOST_TRIES = 2000;
/** White space that may be absent is absent mostly, or a value would have little else. */
const OPTIONAL_SPACE = 0.12;
const PLAIN_SPACE = 0.6;

/** Random texts of rules, an octet a character. */
export class Generator {
  #length = 0;
  #depth = 0;

  constructor(
    readonly grammar: Grammar,
    readonly random: Random,
  ) {}

  derive(rule: string): string {
    this.#length = 0;
    this.#depth = 0;
    return this.#rule(rule.toLowerCase());
  }

  #rule(name: string): string {
    if (name === 'sws' && !this.random.chance(OPTIONAL_SPACE)) return '';
    if (name === 'lws' && this.random.chance(PLAIN_SPACE)) return this.#emit(' ');
    const expression = this.grammar.rule(name);
    const condition = this.grammar.conditions.get(name);
    if (!condition) return this.#text(expression);
    const length = this.#length;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      this.#length = length;
      const text = this.#text(expression);
      if (condition(text)) return text;
    }
    throw new Error(`no text of ${name} meets its condition`);
  }

  #text(expression: Expression): string {
    this.#depth++;
    const text = this.#textOf(expression);
    this.#depth--;
    return text;
  }

  #textOf(expression: Expression): string {
    const { random } = this;
    switch (expression.kind) {
      case 'rule':
        return this.#rule(expression.name);
      case 'literal':
        return this.#emit(this.#anyCase(expression.text));
      case 'octets':
        return this.#emit(expression.text);
      case 'range': {
        const { first, last } = expression;
        const code = random.chance(0.2) ? random.pick([first, last]) : first + random.below(last - first + 1);
        return this.#emit(String.fromCharCode(code));
      }
      case 'alternation':
        return this.#text(random.pick(expression.options));
      case 'concatenation':
        return expression.parts.map((part) => this.#text(part)).join('');
      case 'repetition': {
        let text = '';
        for (let count = this.#count(expression.least, expression.most); count > 0; count--) {
          text += this.#text(expression.of);
        }
        return text;
      }
    }
  }

  #count(least: number, most: number): number {
    const { random } = this;
    if (this.#length > LONG || this.#depth > DEEP) return least;
    const spread = most - least;
    if (spread <= 8) return least + random.below(spread + 1);
    let more = random.chance(0.01) ? 20 : 0;
    while (more < spread && random.chance(0.6)) more++;
    return least + more;
  }

  #anyCase(text: string): string {
    const { random } = this;
    if (random.chance(0.6)) return text;
    if (random.chance(0.5)) return text.toLowerCase();
    return [...text].map((c) => (random.chance(0.5) ? c.toUpperCase() : c.toLowerCase())).join('');
  }

  #emit(text: string): string {
    this.#length += text.length;
    return text;
  }
}
