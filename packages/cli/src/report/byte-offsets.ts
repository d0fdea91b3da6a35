import type { SourceText } from '@siplint/core';

const STEP = 4096;

/** Offsets of a text as octets of its file, for formats that want them; a sparse table keeps a look-up short. */
export class ByteOffsets {
  /** Octets before each boundary. */
  readonly #octets: number[] = [0];

  constructor(private readonly source: SourceText) {}

  /** The octets of the file before an offset. */
  at(offset: number): number {
    if (this.source.encoding === 'bytes') return offset;
    const step = Math.floor(offset / STEP);
    for (let known = this.#octets.length; known <= step; known++) {
      const before = this.#octets[known - 1] ?? 0;
      this.#octets.push(before + this.source.byteLength(this.#boundary(known - 1), this.#boundary(known)));
    }
    const boundary = this.#boundary(step);
    return (this.#octets[step] ?? 0) + this.source.byteLength(boundary, offset);
  }

  /** Not inside a surrogate pair, whose halves have no octets of their own. */
  #boundary(step: number): number {
    const code = this.source.text.charCodeAt(step * STEP);
    return code >= 0xdc00 && code < 0xe000 ? step * STEP - 1 : step * STEP;
  }
}
