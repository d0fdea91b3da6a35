import type { SourceView } from '../text/source-view.js';
import type { Finding, SuppressedFinding } from './finding.js';
import type { Crash } from './invoker.js';

/** What linting one file gave. */
export interface FileResult<Source extends SourceView = SourceView> {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly source: Source;
  /** Number of SIP messages. */
  readonly messages: number;
  /** True if a folder search met the file and it holds no SIP: nothing in it was judged. */
  readonly skipped: boolean;
  /** In document order, then by rule id. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly crashes: readonly Crash[];
  /** The texts of other files that findings point into, by their paths; absent for a file that was linted alone. */
  readonly relatedSources?: ReadonlyMap<string, SourceView>;
}
