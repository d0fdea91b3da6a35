import type { Locate } from './config-error.js';
import type { SiplintConfig } from './types.js';

/** One source of settings. Of a list of layers the later wins. */
export interface ConfigLayer {
  /** What errors and print-config call it: a path, or `--rule`. */
  readonly name: string;
  /** Its `extends` names presets only: other files are layers of their own, before this one. */
  readonly config: SiplintConfig;
  readonly locate?: Locate | undefined;
}
