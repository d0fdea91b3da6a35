import type { Profiler } from '@siplint/core';

interface Timing {
  milliseconds: number;
  calls: number;
}

const MOST_RULES = 25;

/** Where the time of a run goes, by phase and by rule, for `--profile`. */
export class RunProfile implements Profiler {
  readonly #phases = new Map<string, Timing>();
  readonly #rules = new Map<string, Timing>();

  measure(ruleId: string, run: () => void): void {
    const stop = startTimer(this.#rules, ruleId);
    try {
      run();
    } finally {
      stop();
    }
  }

  /** Begins a phase; what it gives back ends it. */
  start(name: string): () => void {
    return startTimer(this.#phases, name);
  }

  /** The report, for standard error. */
  text(): string {
    const byTime = (timings: ReadonlyMap<string, Timing>) =>
      [...timings].sort(([, a], [, b]) => b.milliseconds - a.milliseconds);
    const line = ([name, { milliseconds, calls }]: [string, Timing]) =>
      `${milliseconds.toFixed(2).padStart(10)} ms ${String(calls).padStart(10)} calls  ${name}`;
    const rules = byTime(this.#rules);
    const others = rules.length > MOST_RULES ? [`  … and ${rules.length - MOST_RULES} rules that took less`] : [];
    return [
      'Time by phase',
      ...byTime(this.#phases).map(line),
      'Time by rule (part of the phase "lint"; measuring adds to it)',
      ...rules.slice(0, MOST_RULES).map(line),
      ...others,
    ].join('\n');
  }
}

/** Runs a phase, timed if there is a profile. */
export function timed<T>(profile: RunProfile | undefined, phase: string, run: () => T): T {
  const stop = profile?.start(phase);
  try {
    return run();
  } finally {
    stop?.();
  }
}

function startTimer(timings: Map<string, Timing>, name: string): () => void {
  const start = performance.now();
  return () => {
    const milliseconds = performance.now() - start;
    const timing = timings.get(name);
    if (timing) {
      timing.milliseconds += milliseconds;
      timing.calls++;
    } else timings.set(name, { milliseconds, calls: 1 });
  };
}
