import type { SourceText } from '../text/source-text.js';
import type { FileMemory } from './file-memory.js';
import type { FileResult } from './file-result.js';
import { type FileConfig, lintSource } from './lint-source.js';

/** Lints the newest text of a document that is being edited: the same result as `lintSource` gives, for less work. */
export function lintEdited(source: SourceText, path: string, config: FileConfig, memory: FileMemory): FileResult {
  const result = lintSource(source, path, config, { memory });
  const { findings, suppressed, crashes } = result;
  const limit = config.limits?.findingsPerRule ?? Number.POSITIVE_INFINITY;
  // A crash, and a rule that has reached its limit, decide about all messages behind: judged ones among them.
  if (crashes.length === 0 && findings.length + suppressed.length < limit) return result;
  memory.clear();
  return lintSource(source, path, config);
}
