import type { InputSettings } from '../input/settings.js';
import { SipFileReader } from '../input/sip-file-reader.js';
import { looksLikeSip, looksLikeSipIn } from '../input/sniff.js';
import type { PiecedText } from '../text/pieced-text.js';
import { SourceText } from '../text/source-text.js';
import { applyDirectives, type DirectivePolicy } from './apply-directives.js';
import type { FileMemory } from './file-memory.js';
import type { FileResult } from './file-result.js';
import type { Profiler } from './invoker.js';
import { type Limits, LintFile } from './lint-file.js';
import { judgeFile, type RuleSelection } from './linter.js';

/** What the configuration says about one file. */
export interface FileConfig extends DirectivePolicy {
  readonly selection: RuleSelection;
  readonly input: InputSettings;
  readonly limits?: Limits;
}

export interface LintOptions {
  /** True if the user named the file, so that it is judged even if nothing in it looks like SIP. */
  readonly isNamed?: boolean;
  readonly profiler?: Profiler | undefined;
  /** True for a run whose findings are fixed: rules report each copy of what they otherwise report once a file. */
  readonly reportsCopies?: boolean;
  /** What is known of the text from before it was edited, for an editor. */
  readonly memory?: FileMemory | undefined;
}

/** Lints the text of one file: reads its messages, runs the rules, applies directives. Never throws on any text. */
export function lintSource<Source extends SourceText | PiecedText>(
  source: Source,
  path: string,
  config: FileConfig,
  options: LintOptions = {},
): FileResult<Source> {
  if (options.isNamed !== true && !holdsSip(source)) {
    return { path, source, messages: 0, skipped: true, findings: [], suppressed: [], crashes: [] };
  }
  const { profiler, reportsCopies, memory } = options;
  const reader = new SipFileReader(source, config.input, memory?.messages);
  const read = () => new SipFileReader(source, config.input);
  const file = new LintFile(path, source, reader, read, config.limits);
  const judging = { profiler, reportsCopies, memory };
  const { findings: judged, crashes, messages } = judgeFile(file, config.selection, judging);
  if (memory && source instanceof SourceText) memory.noteFile(source, reader);
  const { findings, suppressed } = applyDirectives(
    judged,
    { file, directives: reader.directives, problems: reader.problems },
    config,
  );
  return { path, source, messages, skipped: false, findings, suppressed, crashes };
}

function holdsSip(source: SourceText | PiecedText): boolean {
  if (source instanceof SourceText) return looksLikeSip(source.text);
  return looksLikeSipIn(source.texts(), source.terminator);
}
