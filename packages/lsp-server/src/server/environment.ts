import type { FileConfig } from '@siplint/core';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { ClientOptions } from './client-options.js';

/** What the configuration says about a document. */
export interface DocumentConfig {
  /** How findings and configurations name it: relative to its workspace folder, with `/`. */
  readonly path: string;
  readonly config: FileConfig;
  /** True if the configuration leaves the document out: nothing is said about it. */
  readonly isIgnored: boolean;
}

/** A mistake in a configuration, and where it stands. */
export interface ConfigProblem {
  readonly message: string;
  /** The file that holds it. */
  readonly uri: string;
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
  /** True for a file that may be a configuration, or is a part of one. */
  concerns(uri: string): boolean;
  /** The workspace folders from now on. */
  setFolders(uris: readonly string[]): void;
  /**
   * The edit that turns a rule off in the configuration of a document; absent where configurations cannot be written.
   * @throws Error with what the user can do instead
   */
  disableRule?(uri: string, ruleId: string): WorkspaceEdit;
}

/** A file of the workspace that holds SIP. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly text: string;
}

/** What a server needs of the place that it runs in. */
export interface Environment {
  readonly client: ClientOptions;
  readonly configs: ConfigSource;
  /** Globs of files whose changes matter to configurations. */
  readonly watched: readonly string[];
  /** The SIP files of the workspace; absent where files cannot be read. */
  readonly workspaceFiles?: () => AsyncIterable<WorkspaceFile>;
}
