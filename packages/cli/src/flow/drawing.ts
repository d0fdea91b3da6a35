import type { Colors } from '../terminal/colors.js';

/** What a drawing in a terminal has to fit. */
export interface TextOptions {
  readonly colors: Colors;
  /** Cells of a line. */
  readonly width: number;
  readonly isAscii: boolean;
}

/** What is written around and for each message. */
export interface Drawing {
  readonly head: readonly string[];
  /** One for each message. */
  readonly rows: readonly string[];
  readonly foot: readonly string[];
}
