import type { Locate } from '../config/config-error.js';

/** A configuration as it was read, not yet checked. */
export interface ConfigDocument {
  readonly value: unknown;
  /** Absent for code. */
  readonly locate?: Locate;
}
