import { rfc3261Modules } from './tables-rfc3261.mjs';
import { sdpModules } from './tables-sdp.mjs';
import { sipMessageModules } from './tables-sip.mjs';
import { valueModules } from './tables-values.mjs';

/**
 * What is generated: one module a file, each with its tables.
 * @param {import('./registries.mjs').Sources} sources
 */
export function registryModules(sources) {
  return [...sipMessageModules(sources), ...valueModules(sources), ...sdpModules(sources), ...rfc3261Modules(sources)];
}
