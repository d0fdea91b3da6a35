import path from 'node:path';
import type { FileOfFlow } from '@siplint/core';
import type { Input } from './inputs.js';
import type { Problems } from './problems.js';

/** `2.sip` comes before `10.sip`. */
const BY_NAME = new Intl.Collator('en', { numeric: true });

/** Inputs in the order in which people number files. */
export function inOrderOfNames(inputs: readonly Input[]): Input[] {
  return inputs.toSorted((a, b) => BY_NAME.compare(a.path, b.path));
}

/** The inputs of each folder, in the order of their names. */
export function byFolder(inputs: readonly Input[]): readonly (readonly Input[])[] {
  const folders = new Map<string, Input[]>();
  for (const input of inOrderOfNames(inputs)) {
    const folder = path.posix.dirname(input.path);
    const known = folders.get(folder);
    if (known) known.push(input);
    else folders.set(folder, [input]);
  }
  return [...folders.values()];
}

/** Reads inputs that make calls together; what cannot be read becomes a problem. */
export function readAll(inputs: readonly Input[], problems: Problems): readonly FileOfFlow[] {
  return inputs.flatMap((input) => {
    const source = problems.reading(input.path, () => input.read());
    return source ? [{ path: input.path, source, config: input.config, isNamed: input.isNamed }] : [];
  });
}
