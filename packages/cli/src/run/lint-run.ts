import { type FileResult, lintTogether, PiecedText, type SourceText } from '@siplint/core';
import type { ExitCode } from '../failure.js';
import type { LintOptions } from '../options/lint-options.js';
import { plural } from '../report/summary-text.js';
import { Tally } from '../report/tally.js';
import { printable } from '../terminal/printable.js';
import { Progress } from '../terminal/progress.js';
import type { Terminal } from '../terminal/terminal.js';
import { type FixPlan, type Judged, judgeInput, withoutMilder } from './file-judge.js';
import type { Input } from './inputs.js';
import { Outcome } from './outcome.js';
import type { Problems } from './problems.js';
import { type RunProfile, timed } from './profile.js';
import type { Reports } from './reports.js';
import { Statistics } from './statistics.js';
import { readAll } from './together.js';

type Change = NonNullable<Judged['change']>;

/** What a run works with. */
export interface RunParts {
  readonly options: LintOptions;
  readonly plan: FixPlan | undefined;
  readonly problems: Problems;
  readonly reports: Reports;
  readonly terminal: Terminal;
  readonly profile: RunProfile | undefined;
}

/** A run of lint: takes inputs one after the other, so that no more than one of them has to be held. */
export class LintRun {
  readonly #parts: RunParts;
  readonly #outcome: Outcome;
  readonly #tally = new Tally();
  readonly #statistics: Statistics | undefined;
  readonly #progress: Progress;
  #fixedFindings = 0;
  #fixedFiles = 0;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#outcome = new Outcome(parts.options);
    this.#statistics = parts.options.statistics ? new Statistics() : undefined;
    this.#progress = new Progress(parts.terminal);
  }

  async take(input: Input): Promise<void> {
    const { plan, problems, profile } = this.#parts;
    this.#progress.next(input.path);
    if (plan) {
      const source = problems.reading(input.path, () => timed(profile, 'read', () => input.read()));
      if (source) await this.#judge(input, source);
      return;
    }
    const text = problems.reading(input.path, () => timed(profile, 'read', () => input.open()));
    if (!text) return;
    if (text.source instanceof PiecedText) (await import('./small-heap.js')).keepHeapSmall();
    try {
      await this.#judge(input, text.source);
    } finally {
      text.close();
    }
  }

  /** Takes inputs whose messages make calls together. */
  takeTogether(inputs: readonly Input[]): void {
    const { problems, profile } = this.#parts;
    const files = timed(profile, 'read', () => readAll(inputs, problems));
    for (const result of timed(profile, 'lint', () => lintTogether(files, { profiler: profile }))) this.#add(result);
  }

  async #judge(input: Input, source: SourceText | PiecedText): Promise<void> {
    const { plan, profile } = this.#parts;
    const judged = timed(profile, 'lint', () => judgeInput(input, source, plan, profile));
    const isDelivered = !judged.change || (await this.#deliver(input, judged.change, judged.fixed));
    this.#add(isDelivered ? judged.result : judged.asItIs());
  }

  #add(result: FileResult): void {
    const { options, problems, reports, terminal, profile } = this.#parts;
    problems.addCrashes(result);
    this.#outcome.add(result);
    const shown = options.quiet ? withoutMilder(result, options.failOn) : result;
    this.#statistics?.add(shown);
    this.#tally.add(shown);
    if (!result.skipped) timed(profile, 'report', () => reports.file(shown));
    else if (options.verbose) terminal.tell(`skipped, as it holds no SIP: ${printable(result.path)}`);
  }

  finish(): ExitCode {
    const { options, problems, reports, terminal, plan, profile } = this.#parts;
    const { files, skipped } = this.#tally.summary;
    if (files === 0 && skipped > 0 && options.errorOnUnmatched !== false) {
      const found = skipped === 1 ? 'the file that was found holds no SIP' : `none of ${skipped} files holds SIP`;
      const advice = '--verbose names what was skipped; a file that is named itself is judged whatever it holds';
      problems.add({ path: undefined, message: `nothing to lint: ${found}`, advice }, undefined);
    }
    timed(profile, 'report', () => reports.end(this.#tally.summary, problems.all));
    if (plan && this.#fixedFindings > 0) {
      const verb = plan.mode === 'write' ? 'fixed' : 'would fix';
      terminal.tell(
        `siplint: ${verb} ${plural(this.#fixedFindings, 'finding')} in ${plural(this.#fixedFiles, 'file')}`,
      );
    }
    if (this.#outcome.tooManyWarnings) terminal.tell(this.#outcome.tooManyWarnings);
    if (this.#statistics) terminal.tell(this.#statistics.text());
    if (profile) terminal.tell(profile.text());
    return this.#outcome.exitCode(problems.all);
  }

  /** Prints or writes what fixes made of an input; false if that failed, which is then a problem. */
  async #deliver(input: Input, { before, after }: Change, fixed: number): Promise<boolean> {
    const { plan, problems, terminal } = this.#parts;
    if (plan?.mode === 'patch') {
      const { patchOf } = await import('./patch.js');
      const patch = patchOf(input.path, before, after);
      // For a person it must not act on the terminal; for a program it must be the octets of the file.
      if (terminal.isInteractive) terminal.write(patch.split('\n').map(printable).join('\n'));
      else terminal.writeBytes(after.encode(patch));
    }
    if (plan?.mode === 'write') {
      try {
        input.write?.(after);
      } catch (error) {
        problems.addFile(input.path, 'write', error);
        return false;
      }
    }
    this.#fixedFindings += fixed;
    this.#fixedFiles++;
    return true;
  }
}
