import type { SipMessage } from '../syntax/message.js';
import type { JoinedText } from '../text/joined-text.js';
import type { Range } from '../text/range.js';
import type { Place, SourceText } from '../text/source-text.js';
import { DEFAULT_INPUT_SETTINGS, type InputSettings } from './settings.js';
import { SipFileReader } from './sip-file-reader.js';

/** Yields the messages of several files one by one, each as its own file gives it, but for their places and indexes, which go on. */
export class JoinedReader {
  /** Of the files that were begun. */
  readonly #readers: SipFileReader[] = [];
  /** Index of the first message of each. */
  readonly #firstIndexes: number[] = [];
  #messages = 0;

  constructor(
    private readonly text: JoinedText,
    /** How each file is read. */
    private readonly settings: readonly InputSettings[],
  ) {}

  get prose(): readonly Range[] {
    return this.#readers.flatMap(({ prose }) => prose);
  }

  /** True if a directive of one of the files so far says that whole calls are there. */
  get isComplete(): boolean {
    return this.#readers.some(({ isComplete }) => isComplete);
  }

  /** Index of the first message of a file, or of what follows it; the number of messages behind the last. */
  firstIndexOf(part: number): number {
    return this.#firstIndexes[part] ?? this.#messages;
  }

  /** True if a file, which was read, has directives, right or wrong. */
  hasDirectives(part: number): boolean {
    const { directives, problems } = this.#readers[part] ?? NO_DIRECTIVES;
    return directives.length + problems.length > 0;
  }

  next(): SipMessage | undefined {
    for (;;) {
      const message = this.#readers.at(-1)?.next();
      if (message) {
        this.#messages++;
        return message;
      }
      const piece = this.text.pieces[this.#readers.length];
      if (!piece) return undefined;
      this.#firstIndexes.push(this.#messages);
      this.#readers.push(this.#read(piece, this.#readers.length, this.#messages));
    }
  }

  /** Reads the message that begins at a place once more, on its own. */
  messageAt(place: Place, index: number): SipMessage | undefined {
    const { part } = this.text.placeAt(place.offset);
    const piece = this.text.pieces[part];
    return piece && this.#read(piece, part, 0).messageAt(place, index);
  }

  #read(piece: SourceText, part: number, firstIndex: number): SipFileReader {
    return new SipFileReader(piece, this.settings[part] ?? DEFAULT_INPUT_SETTINGS, undefined, firstIndex);
  }
}

const NO_DIRECTIVES = { directives: [], problems: [] };
