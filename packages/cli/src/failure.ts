import { reasonOf } from '@siplint/core/node';
import { printable } from './terminal/printable.js';

/** What the exit codes mean; other programs rely on them. */
export const EXIT = {
  /** Ran; nothing at or above `--fail-on`, and warnings within `--max-warnings`. */
  clean: 0,
  /** Ran; there is something to look at. */
  findings: 1,
  /** Could not do its job. */
  failure: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why the job cannot be done, said to the user: what, and below it what to do. It ends the run with exit code 2. */
export class Failure extends Error {
  constructor(
    /** What is wrong and where, in one sentence. */
    what: string,
    /** What to do about it. */
    readonly advice?: string,
    options?: ErrorOptions,
  ) {
    super(what, options);
    this.name = 'Failure';
  }
}

/** A failure as it is told on standard error. */
export function failureText(error: unknown, withStack: boolean): string {
  const advice = error instanceof Failure && error.advice !== undefined ? `\n  ${error.advice}` : '';
  const stack = withStack && error instanceof Error ? `\n${error.stack}` : '';
  const what = reasonOf(error).split('\n').map(printable).join('\n');
  return `siplint: ${what}${advice}${stack}`;
}
