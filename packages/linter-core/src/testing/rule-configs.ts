import { resolveConfig } from '../config/resolve.js';
import type { FileConfig } from '../engine/lint-source.js';
import type { AnyRule } from '../engine/rule.js';

/** Rules as the `strict` preset turns them on: no ceilings, no tolerated cases. */
export function strictConfig(rules: readonly AnyRule[]): FileConfig {
  return resolveConfig([], rules, [], { preset: 'strict' }).forFile('');
}

/** A rule at its own severity, with its default options or those given over them. */
export function plainConfig(rule: AnyRule, options?: unknown): FileConfig {
  const { id, severity } = rule.meta;
  const setting = options === undefined ? severity : ([severity, options] as const);
  return resolveConfig([{ name: 'test', config: { rules: { [id]: setting } } }], [rule]).forFile('');
}
