import { skipUnits, TOKEN } from '../chars.js';
import type { CodeUnits } from '../code-units.js';
import { commonTokenAt } from '../common-tokens.js';
import type { Param } from '../nodes.js';
import { COMMA, EQUAL, SEMI } from './codes.js';
import { inLowerCase } from './key-index.js';

/**
 * A parameter without white space around its `=` and without quotes, as nearly all are: what its name and value say by their
 * length is not kept.
 */
export class PlainParam implements Param {
  constructor(
    readonly nameEnd: number,
    readonly name: string,
    readonly key: string,
    readonly value: string | undefined,
  ) {}

  get start(): number {
    return this.nameEnd - this.name.length;
  }

  get end(): number {
    return this.value === undefined ? this.nameEnd : this.nameEnd + 1 + this.value.length;
  }

  get valueStart(): number {
    return this.value === undefined ? this.nameEnd : this.nameEnd + 1;
  }

  get quoted(): false {
    return false;
  }
}

/**
 * Reads `;name` or `;name=value` at `start` where it is written as nearly all are, tokens without white space and quotes,
 * and a separator or the end behind them; undefined for everything else. It gives what `readParam` would, in less time.
 */
export function readPlainParam(text: string, units: CodeUnits, start: number, end: number): Param | undefined {
  if (start >= end || units[start] !== SEMI) return undefined;
  const nameStart = start + 1;
  const nameEnd = skipUnits(units, nameStart, end, TOKEN);
  if (nameEnd === nameStart) return undefined;
  let value: string | undefined;
  let paramEnd = nameEnd;
  if (nameEnd < end && units[nameEnd] === EQUAL) {
    const valueStart = nameEnd + 1;
    paramEnd = skipUnits(units, valueStart, end, TOKEN);
    if (paramEnd === valueStart) return undefined;
    value = text.slice(valueStart, paramEnd);
  }
  if (paramEnd < end) {
    const code = units[paramEnd];
    if (code !== SEMI && code !== COMMA) return undefined;
  }
  const token = commonTokenAt(units, nameStart, nameEnd);
  const name = token ? token.text : text.slice(nameStart, nameEnd);
  const key = token ? token.key : inLowerCase(name);
  return new PlainParam(nameEnd, name, key, value);
}
