import { uriComponents } from './generated/uri-components.js';
import type { UriComponentRow } from './types.js';

export * from './generated/uri-components.js';

/** A row of Table 1 of RFC 3261 §19.1.1 by its name there, such as `port`, `maddr` or `headers`. */
export function lookupUriComponent(component: string): UriComponentRow | undefined {
  return uriComponents().find((row) => row.component === component);
}
