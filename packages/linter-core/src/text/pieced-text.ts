import { LineIndex, type Position } from './line-index.js';
import { decodeOctets, type Place, SourceText, type TextEncoding } from './source-text.js';
import type { LineView, SourceView, Terminator } from './source-view.js';

/** The octets of a file, to be read from any place. */
export interface OctetSource {
  readonly length: number;
  /** The octets from `start` on: `count` of them, fewer only at the end. Valid until the next call. */
  read(start: number, count: number): Uint8Array;
}

const PIECE = 1 << 18;
/** Octets of the longest line; a longer one is cut. */
const LONGEST_LINE = 1 << 26;
const LF = 0x0a;
const CR = 0x0d;

/** The beginning of a piece, and what the text before it holds. */
interface Mark extends Place {
  /** The 1-based line that begins with the piece. */
  readonly line: number;
}

/** Pieces that were asked for last and are kept: a finding and what it relates to may stand far apart. */
const KEPT_PIECES = 8;

class Piece {
  #lines: LineIndex | undefined;

  constructor(
    readonly mark: Mark,
    readonly text: SourceText,
  ) {}

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text.text, this.text.terminator);
    return this.#lines;
  }
}

/**
 * The text of a file that is too long to be held. It is read once when it is opened, to know what only all of it tells: its
 * encoding, what ends its lines, and where lines stand. Behind that any piece of it can be had; it gives the same text,
 * offsets and positions as a `SourceText` of all its octets. Pieces end where lines end, so that no character is cut.
 */
export class PiecedText implements SourceView, LineView {
  readonly encoding: TextEncoding;
  readonly terminator: Terminator;
  readonly length: number;
  readonly count: number;
  readonly #marks: readonly Mark[];
  readonly #searched = new Map<string, boolean>();
  /** The piece asked for last comes first. */
  readonly #kept: Piece[] = [];

  constructor(
    private readonly octets: OctetSource,
    /** Octets of a piece. */
    readonly pieceSize = PIECE,
  ) {
    this.terminator = holds(octets, Uint8Array.of(LF)) ? '\n' : '\r';
    const survey = this.#survey('utf-8') ?? this.#survey('bytes');
    this.encoding = survey?.encoding ?? 'bytes';
    this.#marks = survey?.marks ?? [];
    this.length = survey?.end.offset ?? 0;
    this.count = survey?.end.line ?? 1;
  }

  get lines(): LineView {
    return this;
  }

  /** The text from a place on: about as many octets as asked for, up to the end of a line. */
  pieceAt(place: Place, octets = this.pieceSize): SourceText {
    return this.#decode(place, this.#linesAt(place.octet, octets), this.encoding);
  }

  /** All of the text, piece by piece. */
  *texts(): Generator<string> {
    for (const mark of this.#marks) yield this.pieceAt(mark).text;
  }

  /** True if a text of ASCII stands anywhere. */
  includes(text: string): boolean {
    let found = this.#searched.get(text);
    if (found === undefined) {
      found = holds(this.octets, new TextEncoder().encode(text));
      this.#searched.set(text, found);
    }
    return found;
  }

  slice(start: number, end: number): string {
    let text = '';
    for (let at = Math.max(0, start); at < Math.min(end, this.length); ) {
      const { mark, text: piece } = this.#pieceWith(at);
      const part = piece.text.slice(at - mark.offset, end - mark.offset);
      text += part;
      at += part.length;
    }
    return text;
  }

  octetsBefore(offset: number): number {
    const { mark, text } = this.#pieceWith(offset);
    return mark.octet + text.octets('stored').before(Math.min(offset - mark.offset, text.length));
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.length));
    const { mark, lines } = this.#pieceWith(inside);
    const { line, column } = lines.positionAt(inside - mark.offset);
    return { line: mark.line + line - 1, column };
  }

  startOf(line: number): number {
    if (line > this.count) return this.length;
    const { mark, lines } = this.#pieceAt(this.#lastMark((mark) => mark.line <= line));
    return mark.offset + lines.startOf(line - mark.line + 1);
  }

  #pieceWith(offset: number): Piece {
    return this.#pieceAt(this.#lastMark((mark) => mark.offset <= offset));
  }

  #pieceAt(mark: Mark): Piece {
    const known = this.#kept.findIndex((piece) => piece.mark === mark);
    const [piece = new Piece(mark, this.pieceAt(mark))] = known < 0 ? [] : this.#kept.splice(known, 1);
    this.#kept.unshift(piece);
    if (this.#kept.length > KEPT_PIECES) this.#kept.pop();
    return piece;
  }

  #lastMark(isBefore: (mark: Mark) => boolean): Mark {
    let low = 0;
    let high = this.#marks.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const mark = this.#marks[middle];
      if (mark && isBefore(mark)) low = middle;
      else high = middle;
    }
    return this.#marks[low] ?? FIRST;
  }

  /** Reads all pieces; undefined if one of them is not of that encoding. */
  #survey(encoding: TextEncoding): { encoding: TextEncoding; marks: Mark[]; end: Mark } | undefined {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const marks: Mark[] = [];
    let end = FIRST;
    while (end.octet < this.octets.length) {
      marks.push(end);
      const octets = this.#linesAt(end.octet, this.pieceSize);
      let text = '';
      try {
        text = encoding === 'utf-8' ? strict.decode(octets) : decodeOctets(octets);
      } catch {
        return undefined;
      }
      const line = end.line + countOf(this.terminator, text);
      end = { offset: end.offset + text.length, octet: end.octet + octets.length, line };
    }
    return { encoding, marks, end };
  }

  /** Whole lines from an octet on. */
  #linesAt(start: number, count: number): Uint8Array {
    const terminator = this.terminator === '\n' ? LF : CR;
    for (let asked = count; ; asked *= 2) {
      const octets = this.octets.read(start, asked);
      if (start + octets.length >= this.octets.length) return octets;
      const end = octets.lastIndexOf(terminator) + 1;
      if (end > 0) return octets.subarray(0, end);
      if (asked >= LONGEST_LINE) return octets.subarray(0, endOfCharacters(octets));
    }
  }

  #decode(place: Place, octets: Uint8Array, encoding: TextEncoding): SourceText {
    const text = encoding === 'utf-8' ? DECODER.decode(octets) : decodeOctets(octets);
    const isLast = place.octet + octets.length >= this.octets.length;
    const origin = { place, whole: this, terminator: this.terminator, isLast };
    return SourceText.ofPiece(text, encoding, text.length === octets.length, origin);
  }
}

/** The octets of a file that are in memory. */
export function octetsOf(bytes: Uint8Array): OctetSource {
  return { length: bytes.length, read: (start, count) => bytes.subarray(start, start + count) };
}

const FIRST: Mark = { offset: 0, octet: 0, line: 1 };
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

function holds(octets: OctetSource, wanted: Uint8Array): boolean {
  const step = PIECE - wanted.length + 1;
  for (let at = 0; at < octets.length; at += step) if (indexOf(octets.read(at, PIECE), wanted) >= 0) return true;
  return false;
}

function indexOf(octets: Uint8Array, wanted: Uint8Array): number {
  const [first = 0] = wanted;
  for (let at = octets.indexOf(first); at >= 0; at = octets.indexOf(first, at + 1)) {
    let length = 1;
    while (length < wanted.length && octets[at + length] === wanted[length]) length++;
    if (length === wanted.length) return at;
  }
  return -1;
}

function countOf(terminator: Terminator, text: string): number {
  let count = 0;
  for (let at = text.indexOf(terminator); at >= 0; at = text.indexOf(terminator, at + 1)) count++;
  return count;
}

/** The end of the last character that is whole, if the octets are UTF-8. */
function endOfCharacters(octets: Uint8Array): number {
  let end = octets.length;
  while (end > octets.length - 4 && end > 0 && ((octets[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return Math.max(0, end - 1) || octets.length;
}
