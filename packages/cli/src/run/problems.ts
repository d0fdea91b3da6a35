import type { FileResult } from '@siplint/core';
import { reasonOf } from '@siplint/core/node';
import type { Problem } from '../formats/format.js';
import { printable } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';

/** What a run could not do. Each is told at once on standard error; the run goes on, and its exit code is 2. */
export class Problems {
  readonly #problems: Problem[] = [];

  constructor(
    private readonly terminal: Terminal,
    private readonly withStacks: boolean,
  ) {}

  get all(): readonly Problem[] {
    return this.#problems;
  }

  add(problem: Problem, error: unknown): void {
    this.#problems.push(problem);
    const where = problem.path === undefined ? '' : `${printable(problem.path)}: `;
    const advice = problem.advice === undefined ? '' : `\n  ${problem.advice}`;
    const stack = this.withStacks && error instanceof Error ? `\n${error.stack}` : '';
    this.terminal.tell(`siplint: ${where}${printable(problem.message)}${advice}${stack}`);
  }

  /** Tells what is good to know and does not fail the run. */
  note(text: string): void {
    this.terminal.tell(`siplint: ${printable(text)}`);
  }

  /** What reading a file gives; undefined if it fails, which is then a problem. */
  reading<T>(path: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      this.addFile(path, 'read', error);
      return undefined;
    }
  }

  /** A file or folder that could not be read or written. */
  addFile(path: string, act: 'read' | 'write', error: unknown): void {
    this.add({ path, message: `cannot ${act} it: ${reasonOf(error)}` }, error);
  }

  addCrashes({ path, crashes }: FileResult): void {
    for (const { ruleId, error } of crashes) {
      this.add({ path, message: `rule "${ruleId}" crashed and was skipped there: ${reasonOf(error)}` }, error);
    }
  }
}
