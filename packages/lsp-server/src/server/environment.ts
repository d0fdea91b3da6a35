import type { FileConfig } from '@siplint/core';
import type { ClientOptions } from './client-options.js';

/** What the configuration says about a document. */
export interface DocumentConfig {
  /** How findings and configurations name it: relative to its workspace folder, with `/`. */
  readonly path: string;
  readonly config: FileConfig;
}

/** A mistake in a configuration, and where it stands. */
export interface ConfigProblem {
  readonly message: string;
  /** The file that holds it; undefined if there is none to point at. */
  readonly uri: string | undefined;
  /** Both 0-based. */
  readonly line: number;
  readonly character: number;
}

/** Where configurations come from. */
export interface ConfigSource {
  /** Never rejects: where a configuration is broken, what siplint recommends holds, and `problems` say what is wrong. */
  forDocument(uri: string): Promise<DocumentConfig>;
  /** What is wrong with the configurations that were loaded since the last `forget`. */
  readonly problems: readonly ConfigProblem[];
  /** Lets the next document load its configuration anew. */
  forget(): void;
  /** True for a file that may be a configuration, or a part of one. */
  concerns(uri: string): boolean;
}

/** What a server needs of the place that it runs in. */
export interface Environment {
  readonly configs: ConfigSource;
  readonly client: ClientOptions;
}
