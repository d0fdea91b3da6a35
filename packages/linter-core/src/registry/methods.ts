import { METHODS } from './generated/methods.js';
import { lookupByName } from './name-index.js';

export * from './generated/methods.js';

const REGISTERED_METHODS: ReadonlySet<string> = new Set(METHODS.map(({ name }) => name));

/** True for a registered method in its registered spelling: methods are case-sensitive (RFC 3261 §7.1). */
export function isRegisteredMethod(method: string): boolean {
  return REGISTERED_METHODS.has(method);
}

/** The method that the name stands for if its case is disregarded, for hover and spelling hints. */
export const lookupMethod = lookupByName(() => METHODS);
