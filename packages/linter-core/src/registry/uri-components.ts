import { URI_COMPONENTS } from './generated/uri-components.js';
import type { UriComponentRow } from './types.js';

export { URI_COMPONENTS } from './generated/uri-components.js';

const COMPONENT_BY_NAME: ReadonlyMap<string, UriComponentRow> = new Map(
  URI_COMPONENTS.map((row) => [row.component, row]),
);

/** A row of Table 1 of RFC 3261 §19.1.1 by its name there, such as `port`, `maddr` or `headers`. */
export function lookupUriComponent(component: string): UriComponentRow | undefined {
  return COMPONENT_BY_NAME.get(component);
}
