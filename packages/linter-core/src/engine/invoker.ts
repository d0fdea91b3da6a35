import type { Call } from './dispatch-plan.js';
import { crashFinding } from './engine-findings.js';
import type { LintRun } from './lint-run.js';

/** A rule, fix builder or formatter that threw: the run went on, and its exit code says so. */
export interface Crash {
  readonly ruleId: string;
  readonly error: unknown;
}

/** Times handlers for `--profile`; absent in every other run. */
export interface Profiler {
  measure(ruleId: string, run: () => void): void;
}

/** Calls handlers. One that throws is noted, and its rule disabled for the rest of the file. */
export class Invoker {
  readonly crashes: Crash[] = [];

  constructor(
    readonly run: LintRun,
    private readonly profiler: Profiler | undefined,
  ) {}

  /** Shows a node to all its handlers. */
  show<Node>(node: Node, calls: readonly Call<Node>[]): void {
    if (this.profiler) this.#showTimed(node, calls, this.profiler);
    else for (let next = 0; next < calls.length; ) next = this.#showFrom(next, node, calls);
  }

  /** Goes on from a handler up to the last, or to one that throws. Returns where to go on; a guard for each would cost more. */
  #showFrom<Node>(first: number, node: Node, calls: readonly Call<Node>[]): number {
    let at = first;
    // Nearly every file is judged without a crash: its runners are not looked at.
    const mayRest = this.crashes.length > 0;
    try {
      for (; at < calls.length; at++) {
        const { runner, handler } = calls[at] as Call<Node>;
        if (!(mayRest && runner.isDisabled)) handler(node, runner);
      }
    } catch (error) {
      const crashed = calls[at++];
      if (crashed) this.#noteCrash(crashed, error);
    }
    return at;
  }

  #showTimed<Node>(node: Node, calls: readonly Call<Node>[], profiler: Profiler): void {
    for (const call of calls) profiler.measure(call.runner.active.id, () => this.#showFrom(0, node, [call]));
  }

  #noteCrash({ runner }: Call<never>, error: unknown): void {
    const { id } = runner.active;
    runner.isDisabled = true;
    this.crashes.push({ ruleId: id, error });
    this.run.findings.push(crashFinding(id, error, this.run.message));
  }
}
