import { constants } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { type OctetSource, octetsOf, PiecedText } from '../text/pieced-text.js';
import { SourceText } from '../text/source-text.js';
import { FileTooLarge, readOctets, sizeOf } from './read-file.js';

/** Octets from which on a text is read in pieces. Below that it is held, which takes less time. */
const PIECED_FROM = 1 << 24;
/** Octets of the room that is kept to read pieces into. */
const KEPT = 1 << 22;
const LF = 0x0a;

/** A text that can be read until it is closed. */
export interface OpenText {
  readonly source: SourceText | PiecedText;
  close(): void;
}

/**
 * Opens the text of a file or of what a pipe gives, to be read in pieces if it is long.
 * @throws FileTooLarge, or the error of the system.
 */
export function openText(file: string, limit: number): OpenText {
  const handle = openSync(file, 'r');
  let source: PiecedText | undefined;
  try {
    const size = sizeOf(handle, limit);
    if (size < PIECED_FROM) return textOf(readOctets(handle, size, limit));
    source = new PiecedText(new FileOctets(handle, size));
    return { source, close: () => closeSync(handle) };
  } finally {
    if (!source) closeSync(handle);
  }
}

/** The text of octets that are in memory, to be read in pieces if it is long: a string holds no text of any length. */
export function textOf(bytes: Uint8Array): OpenText {
  const source = bytes.length < PIECED_FROM ? SourceText.fromBytes(bytes) : new PiecedText(octetsOf(bytes));
  return { source, close() {} };
}

/**
 * The text of octets as a whole, for what cannot be done in pieces.
 * @throws FileTooLarge if they are more than a string holds.
 */
export function wholeTextOf(bytes: Uint8Array): SourceText {
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw new FileTooLarge(constants.MAX_STRING_LENGTH, 'the most that can be fixed; without fixes it can be linted');
  }
  return SourceText.fromBytes(bytes);
}

/** The octets of an open file. */
class FileOctets implements OctetSource {
  #room = Buffer.allocUnsafe(0);

  constructor(
    private readonly handle: number,
    readonly length: number,
  ) {}

  read(start: number, count: number): Uint8Array {
    const wanted = Math.max(0, Math.min(count, this.length - start));
    const room = this.#room.length < wanted ? Buffer.allocUnsafe(wanted) : this.#room;
    if (room.length <= KEPT) this.#room = room;
    let length = 0;
    while (length < wanted) {
      const got = readSync(this.handle, room, length, wanted - length, start + length);
      if (got === 0) break;
      length += got;
    }
    // Of a file that was cut while it is read the rest is empty lines.
    return room.fill(LF, length, wanted).subarray(0, wanted);
  }
}
