import { LineIndex } from './line-index.js';
import { type LineEndCount, OctetIndex } from './octet-index.js';

/**
 * How the octets of a file became characters.
 * `utf-8`: the octets were valid UTF-8. `bytes`: they were not, and each octet is one code unit (Latin-1), so nothing is
 * lost and code units count octets.
 */
export type TextEncoding = 'utf-8' | 'bytes';

/** The text of one file, exactly as stored, with exact positions. Offsets are UTF-16 code units; ranges are half-open. */
export class SourceText {
  #lines: LineIndex | undefined;
  #isSingleByte: boolean | undefined;
  #storedOctets: OctetIndex | undefined;
  #wireOctets: OctetIndex | undefined;

  private constructor(
    readonly text: string,
    readonly encoding: TextEncoding,
    isSingleByte?: boolean,
  ) {
    this.#isSingleByte = isSingleByte;
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

  get length(): number {
    return this.text.length;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  /** True if every character is one octet, so that offsets count octets. */
  get isSingleByte(): boolean {
    this.#isSingleByte ??= this.encoding === 'bytes' || utf8Length(this.text) === this.text.length;
    return this.#isSingleByte;
  }

  /** The number of octets that `[start, end)` takes in the file. */
  byteLength(start: number, end: number): number {
    return this.isSingleByte ? end - start : utf8Length(this.text, start, end);
  }

  /** The octets of the text as stored, or with every line end counted as CRLF. */
  octets(lineEnds: LineEndCount): OctetIndex {
    if (lineEnds === 'stored') {
      this.#storedOctets ??= new OctetIndex(this.text, 'stored', this.isSingleByte);
      return this.#storedOctets;
    }
    this.#wireOctets ??= new OctetIndex(this.text, 'crlf', this.isSingleByte);
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

/** Not TextDecoder('latin1'): that label means windows-1252 there, which moves 0x80 to 0x9F. */
function decodeOctets(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x2000) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x2000)));
  }
  return parts.join('');
}
