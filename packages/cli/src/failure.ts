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

/** What a thrown value says of itself. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string'
    ? (SYSTEM_REASONS.get(error.code) ?? error.message)
    : error.message;
}

const SYSTEM_REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'operation not permitted'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['ENOSPC', 'no space left on the device'],
  ['EROFS', 'the file system is read-only'],
  ['EMFILE', 'too many open files'],
  ['ELOOP', 'too many symbolic links'],
]);

/** A failure as it is told on standard error. */
export function failureText(error: unknown, withStack: boolean): string {
  const advice = error instanceof Failure && error.advice !== undefined ? `\n  ${error.advice}` : '';
  const stack = withStack && error instanceof Error ? `\n${error.stack}` : '';
  const what = reasonOf(error).split('\n').map(printable).join('\n');
  return `siplint: ${what}${advice}${stack}`;
}
