/** What an expression of ABNF stands for (RFC 5234 §3, §4), over octets. */
export type Expression =
  | { readonly kind: 'rule'; readonly name: string }
  /** A quoted string, which matches in any case. */
  | { readonly kind: 'literal'; readonly text: string }
  /** `%x41.43`: octets one behind the other. */
  | { readonly kind: 'octets'; readonly text: string }
  /** `%x41-5A` */
  | { readonly kind: 'range'; readonly first: number; readonly last: number }
  | { readonly kind: 'alternation'; readonly options: readonly Expression[] }
  | { readonly kind: 'concatenation'; readonly parts: readonly Expression[] }
  /** `least*most element`, a number before an element, or an option in square brackets. */
  | { readonly kind: 'repetition'; readonly least: number; readonly most: number; readonly of: Expression };

/** A rule of a file; `isIncremental` for `=/`, whose alternatives come to those that there are. */
export interface AbnfRule {
  readonly name: string;
  readonly isIncremental: boolean;
  readonly expression: Expression;
}

const NAME = /[A-Za-z][A-Za-z0-9-]*/y;
const DEFINED_AS = /\s*(=\/?)/y;
const REPEAT = /(\d*)\*(\d*)|(\d+)/y;
const LITERAL = /"([^"]*)"/y;
const OCTETS = /%x([0-9A-F]+)(?:-([0-9A-F]+)|((?:\.[0-9A-F]+)+))?/iy;
const BLANK = /(?:\s|;.*)*/y;

/**
 * The rules of a text in the ABNF of RFC 5234, as far as RFC 3261 uses it: a rule starts at the left edge and goes on in lines
 * that do not; `%d`, `%b` and prose in angle brackets are unknown. Throws at the first place that is something else.
 */
export function readAbnf(text: string): AbnfRule[] {
  const rules = text.split(/\n(?=[A-Za-z])/).map((rule) => rule.replace(/^(?:;.*|\s*)\n/gm, ''));
  return rules.filter((rule) => rule.trim() !== '' && !rule.startsWith(';')).map((rule) => new RuleReader(rule).read());
}

class RuleReader {
  #at = 0;

  constructor(readonly text: string) {}

  read(): AbnfRule {
    const name = this.#expect(NAME)[0].toLowerCase();
    const isIncremental = this.#expect(DEFINED_AS)[1] === '=/';
    const expression = this.#alternation();
    if (this.#at < this.text.length) this.#fail();
    return { name, isIncremental, expression };
  }

  #alternation(): Expression {
    const first = this.#concatenation();
    const options = [first];
    while (this.#accept('/')) options.push(this.#concatenation());
    return options.length === 1 ? first : { kind: 'alternation', options };
  }

  #concatenation(): Expression {
    const parts: Expression[] = [];
    for (;;) {
      this.#match(BLANK);
      if (this.#at === this.text.length || '/)]'.includes(this.text.charAt(this.#at))) break;
      parts.push(this.#repetition());
    }
    const [first] = parts;
    if (!first) this.#fail();
    return parts.length === 1 ? first : { kind: 'concatenation', parts };
  }

  #repetition(): Expression {
    const repeat = this.#match(REPEAT);
    if (!repeat) return this.#element();
    const [, least, most, count] = repeat;
    const of = this.#element();
    if (count) return { kind: 'repetition', least: Number(count), most: Number(count), of };
    return { kind: 'repetition', least: Number(least || 0), most: most ? Number(most) : Number.POSITIVE_INFINITY, of };
  }

  #element(): Expression {
    if (this.#accept('(')) return this.#group(')');
    if (this.#accept('[')) return { kind: 'repetition', least: 0, most: 1, of: this.#group(']') };
    const literal = this.#match(LITERAL);
    if (literal) return { kind: 'literal', text: literal[1] ?? '' };
    const octets = this.#match(OCTETS);
    if (octets) {
      const [, first = '', last, more = ''] = octets;
      if (last) return { kind: 'range', first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
      const codes = `${first}${more}`.split('.').map((code) => Number.parseInt(code, 16));
      return { kind: 'octets', text: String.fromCharCode(...codes) };
    }
    return { kind: 'rule', name: this.#expect(NAME)[0].toLowerCase() };
  }

  #group(end: string): Expression {
    const inner = this.#alternation();
    if (!this.#accept(end)) this.#fail();
    return inner;
  }

  #accept(symbol: string): boolean {
    this.#match(BLANK);
    if (!this.text.startsWith(symbol, this.#at)) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  #expect(pattern: RegExp): RegExpExecArray {
    return this.#match(pattern) ?? this.#fail();
  }

  #fail(): never {
    throw new SyntaxError(`no ABNF at ${this.#at} of: ${this.text}`);
  }
}
