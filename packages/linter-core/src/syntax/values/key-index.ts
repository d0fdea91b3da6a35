import type { Param } from '../nodes.js';

/** From this number of parameters on, a set finds repeated names, so that many of them do not cost quadratic time. */
export const MANY_PARAMS = 16;

/** True if a parameter of that name stands among those, which are few. */
export function hasKey(params: readonly Param[], key: string): boolean {
  for (const param of params) if (param.key === key) return true;
  return false;
}

/** Finds repeated names in a list of parameters that grows. */
export class KeyIndex {
  #seen: Set<string> | undefined;

  constructor(readonly params: readonly Param[]) {}

  /** True if the name of a parameter that is about to be added stands in the list. */
  repeats({ key }: Param): boolean {
    if (this.params.length < MANY_PARAMS) return hasKey(this.params, key);
    this.#seen ??= new Set(this.params.map((param) => param.key));
    const known = this.#seen.has(key);
    this.#seen.add(key);
    return known;
  }
}

/** A name in lower case. Most names are so already, and then this is faster than asking for it. */
export function inLowerCase(name: string): string {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if ((code >= 0x41 && code <= 0x5a) || code > 0x7f) return name.toLowerCase();
  }
  return name;
}
