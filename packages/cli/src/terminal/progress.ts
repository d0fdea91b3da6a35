import { printable } from './printable.js';
import type { Terminal } from './terminal.js';

/** A run shorter than this shows no progress. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** A line on standard error that says how far a long run is. */
export class Progress {
  #files = 0;
  #next = performance.now() + PATIENCE;

  constructor(private readonly terminal: Terminal) {}

  /** Says that a file is begun. */
  next(path: string): void {
    this.#files++;
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + INTERVAL;
    this.terminal.progress(`${this.#files} files … ${printable(path)}`);
  }
}
