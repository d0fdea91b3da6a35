import type { Colors } from './colors.js';
import { createColors, wantsColor } from './colors.js';

/** What a run needs of the process around it. */
export interface Surroundings {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

const CHUNK = 1 << 16;
const WIDTH_WITHOUT_TERMINAL = 100;
const CLEAR_LINE = '\r\u001b[K';

/**
 * Standard output for the report and nothing else, standard error for everything that is told. A reader who closes the pipe
 * ends the output, not the run.
 */
export class Terminal {
  #pending: string[] = [];
  #pendingLength = 0;
  #isClosed = false;
  #writeError: Error | undefined;
  #hasProgress = false;

  constructor(private readonly surroundings: Surroundings) {
    const { stdout, stderr } = surroundings;
    stdout.on('error', (error: NodeJS.ErrnoException) => {
      this.#isClosed = true;
      if (error.code !== 'EPIPE') this.#writeError = error;
    });
    stderr.on('error', () => {});
  }

  get variables(): Surroundings['variables'] {
    return this.surroundings.variables;
  }

  /** Colours for what goes to standard output. */
  colors(option: boolean | undefined): Colors {
    const { stdout, variables } = this.surroundings;
    return createColors(wantsColor(option, { isTerminal: stdout.isTTY === true, variables }));
  }

  get isInteractive(): boolean {
    return this.surroundings.stdout.isTTY === true;
  }

  /** Cells of a line of standard output. */
  get width(): number {
    return Math.max(40, this.surroundings.stdout.columns ?? WIDTH_WITHOUT_TERMINAL);
  }

  /** Appends to standard output. */
  write(text: string): void {
    this.#pending.push(text);
    this.#pendingLength += text.length;
    if (this.#pendingLength >= CHUNK) this.#pass();
  }

  /** Appends octets as they are. */
  writeBytes(bytes: Uint8Array): void {
    this.#pass();
    if (!this.#isClosed) this.surroundings.stdout.write(bytes);
  }

  /** Writes whole lines to standard error. */
  tell(text: string): void {
    this.#clearProgress();
    this.surroundings.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Shows how far a run is, where someone can see it. */
  progress(text: string): void {
    const { stderr } = this.surroundings;
    if (stderr.isTTY !== true) return;
    stderr.write(CLEAR_LINE + text.slice(0, (stderr.columns ?? 80) - 1));
    this.#hasProgress = true;
  }

  /**
   * Waits until all that was written has left the process.
   * @throws {Error} if it could not be written, for another reason than a closed pipe
   */
  async flush(): Promise<void> {
    this.#clearProgress();
    this.#pass();
    const { stdout } = this.surroundings;
    if (!this.#isClosed && stdout.writableLength > 0) {
      await new Promise<void>((resolve) => {
        stdout.write('', () => resolve());
        stdout.once('error', () => resolve());
      });
    }
    if (this.#writeError) throw this.#writeError;
  }

  #pass(): void {
    if (this.#pendingLength === 0) return;
    const text = this.#pending.join('');
    this.#pending = [];
    this.#pendingLength = 0;
    this.#clearProgress();
    if (!this.#isClosed) this.surroundings.stdout.write(text);
  }

  #clearProgress(): void {
    if (!this.#hasProgress) return;
    this.surroundings.stderr.write(CLEAR_LINE);
    this.#hasProgress = false;
  }
}
