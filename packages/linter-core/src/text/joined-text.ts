import type { Position } from './line-index.js';
import { SourceText, type TextEncoding } from './source-text.js';
import type { LineView, SourceView } from './source-view.js';

/** One of the texts that are joined. */
export interface JoinedPart {
  readonly path: string;
  readonly source: SourceText;
}

/** A place in a joined text as its own file has it. */
export interface PartPlace {
  /** Which of the parts. */
  readonly part: number;
  /** Offset in the text of the part. */
  readonly offset: number;
}

/**
 * Several texts behind one another, so that messages in files of their own can make a call. Offsets go on from one to the
 * next; lines and columns are those of each file.
 */
export class JoinedText implements SourceView {
  /** The parts as pieces of the whole. */
  readonly pieces: readonly SourceText[];
  readonly length: number;
  readonly lines: LineView;

  constructor(readonly parts: readonly JoinedPart[]) {
    let offset = 0;
    let octet = 0;
    this.pieces = parts.map(({ source }) => {
      const { text, encoding, isSingleByte, terminator } = source;
      const place = { offset, octet };
      offset += text.length;
      octet += source.octets('stored').before(text.length);
      return SourceText.ofPiece(text, encoding, isSingleByte, { place, whole: this, terminator, isLast: true });
    });
    this.length = offset;
    this.lines = new LinesOfParts(this);
  }

  /** That of the first part: each piece knows its own. */
  get encoding(): TextEncoding {
    return this.parts[0]?.source.encoding ?? 'utf-8';
  }

  /** Where an offset stands; at the border of two parts in the second, and behind all of them in the last. */
  placeAt(offset: number): PartPlace {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { part: low, offset: offset - this.startOf(low) };
  }

  /** The offset at which a part begins. */
  startOf(part: number): number {
    return this.pieces[part]?.place.offset ?? this.length;
  }

  /** Of one part: what goes on behind its end is left out. */
  slice(start: number, end: number): string {
    const { part, offset } = this.placeAt(start);
    return this.parts[part]?.source.slice(offset, offset + end - start) ?? '';
  }

  octetsBefore(offset: number): number {
    const place = this.placeAt(offset);
    const piece = this.pieces[place.part];
    return (piece?.place.octet ?? 0) + (this.parts[place.part]?.source.octetsBefore(place.offset) ?? 0);
  }
}

class LinesOfParts implements LineView {
  constructor(private readonly text: JoinedText) {}

  get count(): number {
    return this.text.parts.reduce((sum, { source }) => sum + source.lines.count, 0);
  }

  positionAt(at: number): Position {
    const { part, offset } = this.text.placeAt(at);
    return this.text.parts[part]?.source.lines.positionAt(offset) ?? { line: 1, column: 1 };
  }

  /** Of the first part. */
  startOf(line: number): number {
    return this.text.parts[0]?.source.lines.startOf(line) ?? 0;
  }
}
