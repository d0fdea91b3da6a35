import { LineIndex } from './line-index.js';
import { type LineEndCount, OctetIndex } from './octet-index.js';
import type { SourceView, Terminator } from './source-view.js';

/**
 * How the octets of a file became characters.
 * `utf-8`: the octets were valid UTF-8. `bytes`: they were not, and each octet is one code unit (Latin-1), so nothing is
 * lost and code units count octets.
 */
export type TextEncoding = 'utf-8' | 'bytes';

/** Where a piece stands in the text that it is of. */
export interface Place {
  /** Code units before it. */
  readonly offset: number;
  /** Octets before it. */
  readonly octet: number;
}

/** What a piece of a text has from the whole of it. */
export interface PieceOrigin {
  readonly place: Place;
  readonly whole: SourceView;
  /** Of the whole text, whose piece may hold none. */
  readonly terminator: Terminator;
  /** True if the text ends with it. */
  readonly isLast: boolean;
}

/**
 * The text of one file, exactly as stored, with exact positions, or a piece of it, where it is too long to be held. Offsets
 * are UTF-16 code units; ranges are half-open.
 */
export class SourceText implements SourceView {
  #terminator: Terminator | undefined;
  #lines: LineIndex | undefined;
  #isSingleByte: boolean | undefined;
  #storedOctets: OctetIndex | undefined;
  #wireOctets: OctetIndex | undefined;

  private constructor(
    readonly text: string,
    readonly encoding: TextEncoding,
    isSingleByte?: boolean,
    /** Undefined for a whole text. */
    private readonly origin?: PieceOrigin,
  ) {
    this.#isSingleByte = isSingleByte;
    this.#terminator = origin?.terminator;
  }

  /** Decodes strictly as UTF-8 and, if that fails, octet by octet. A byte order mark stays in the text. */
  static fromBytes(bytes: Uint8Array): SourceText {
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return new SourceText(text, 'utf-8', text.length === bytes.length);
    } catch {
      return new SourceText(decodeOctets(bytes), 'bytes', true);
    }
  }

  /** Takes text that an editor or a program already holds as characters. */
  static fromString(text: string, encoding: TextEncoding = 'utf-8'): SourceText {
    return new SourceText(text, encoding);
  }

  /** Takes the piece of a text that is read piece by piece. */
  static ofPiece(text: string, encoding: TextEncoding, isSingleByte: boolean, origin: PieceOrigin): SourceText {
    return new SourceText(text, encoding, isSingleByte, origin);
  }

  get length(): number {
    return this.text.length;
  }

  /** Where the text stands in its file. */
  get place(): Place {
    return this.origin?.place ?? START;
  }

  /** Where an offset in the text stands in the file. */
  placeOf(at: number): Place {
    const { offset, octet } = this.place;
    return { offset: offset + at, octet: octet + this.octets('stored').before(at) };
  }

  /** True if there is more of the file than this text. */
  get isPiece(): boolean {
    return this.origin !== undefined;
  }

  /** True if the file ends with this text. */
  get isLast(): boolean {
    return this.origin?.isLast ?? true;
  }

  get terminator(): Terminator {
    this.#terminator ??= terminatorOf(this.text);
    return this.#terminator;
  }

  /** Of a whole text; a piece knows where its own lines are only. */
  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text, this.terminator);
    return this.#lines;
  }

  /** The text of `[start, end)`, offsets of the file; what is outside of a piece is read. */
  slice(start: number, end: number): string {
    if (!this.origin) return this.text.slice(start, end);
    const { place, whole } = this.origin;
    const from = start - place.offset;
    const to = end - place.offset;
    return from >= 0 && to <= this.text.length ? ownCopy(this.text.slice(from, to)) : whole.slice(start, end);
  }

  /** The number of octets of `[start, end)`, offsets of the file. */
  octetLength(start: number, end: number, lineEnds: LineEndCount): number {
    const { offset } = this.place;
    if (start >= offset && end <= offset + this.text.length) {
      return this.octets(lineEnds).length(start - offset, end - offset);
    }
    const text = this.slice(start, end);
    return new OctetIndex(text, lineEnds, this.encoding === 'bytes', this.terminator).length(0, text.length);
  }

  octetsBefore(offset: number): number {
    return this.origin ? this.origin.whole.octetsBefore(offset) : this.octets('stored').before(offset);
  }

  /** True if every character is one octet, so that offsets count octets. */
  get isSingleByte(): boolean {
    this.#isSingleByte ??= this.encoding === 'bytes' || utf8Length(this.text) === this.text.length;
    return this.#isSingleByte;
  }

  /** The number of octets that `[start, end)` of the text takes in the file. */
  byteLength(start: number, end: number): number {
    return this.isSingleByte ? end - start : utf8Length(this.text, start, end);
  }

  /** The octets of the text as stored, or with every line end counted as CRLF. */
  octets(lineEnds: LineEndCount): OctetIndex {
    if (lineEnds === 'stored') {
      this.#storedOctets ??= new OctetIndex(this.text, 'stored', this.isSingleByte, this.terminator);
      return this.#storedOctets;
    }
    this.#wireOctets ??= new OctetIndex(this.text, 'crlf', this.isSingleByte, this.terminator);
    return this.#wireOctets;
  }

  /** The octets of a text of this encoding, for writing it back. */
  encode(text: string): Uint8Array {
    if (this.encoding === 'utf-8') return new TextEncoder().encode(text);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) & 0xff;
    return bytes;
  }
}

const START: Place = { offset: 0, octet: 0 };

export function terminatorOf(text: string): Terminator {
  return text.includes('\n') ? '\n' : '\r';
}

/** The same text in memory of its own: a slice keeps all that it was cut from. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/** The number of octets of `text[start, end)` in UTF-8; a lone surrogate counts as the three octets of U+FFFD. */
export function utf8Length(text: string, start = 0, end = text.length): number {
  let bytes = end - start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (code >= 0xd800 && code < 0xdc00 && i + 1 < end && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 2; // two code units, four octets
      i++;
    } else bytes += 2;
  }
  return bytes;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** Each octet as one code unit. Not TextDecoder('latin1'): that label means windows-1252 there, which moves 0x80 to 0x9F. */
export function decodeOctets(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x2000) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x2000)));
  }
  return parts.join('');
}
