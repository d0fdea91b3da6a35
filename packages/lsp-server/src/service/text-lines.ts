import { LineIndex } from '@siplint/core';
import type { Position } from 'vscode-languageserver-types';

/** Offsets and positions of a text, as its editor counts lines. A `TextDocument` counts as the protocol says. */
export interface TextLines {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** For editors to which a CR alone is a character in a line, whatever the protocol says. */
export class LinesAtLf implements TextLines {
  readonly #index: LineIndex;

  constructor(text: string) {
    this.#index = new LineIndex(text);
  }

  get lineCount(): number {
    return this.#index.count;
  }

  positionAt(offset: number): Position {
    const { line, column } = this.#index.positionAt(offset);
    return { line: line - 1, character: column - 1 };
  }

  offsetAt({ line, character }: Position): number {
    const end = line + 1 < this.#index.count ? this.#index.startOf(line + 2) : Number.POSITIVE_INFINITY;
    return Math.min(end, this.#index.offsetAt({ line: line + 1, column: character + 1 }));
  }
}
