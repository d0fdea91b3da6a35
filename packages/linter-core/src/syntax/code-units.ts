/**
 * The UTF-16 code units of a text: `units[at] === text.charCodeAt(at)`, but read in a third of the time, since a string may
 * be stored in any of several ways and has to be asked for each character anew. Behind the last one stands a 0.
 */
export type CodeUnits = Uint8Array | Uint16Array;

const ENCODER = new TextEncoder();
const SMALLEST = 1 << 12;
/** Room for a text of more code units than this is not kept for those to come. */
const LARGEST_KEPT = 1 << 20;

/** Holds the code units of one text after the other. */
export class CodeUnitBuffer {
  #octets = new Uint8Array(SMALLEST);
  #wide = new Uint16Array(0);

  /** The code units of a text; valid until the next call. */
  fill(text: string): CodeUnits {
    const { length } = text;
    if (!isRoomFor(length, this.#octets.length)) this.#octets = new Uint8Array(roomFor(length));
    const octets = this.#octets;
    // An engine encodes faster than any loop here. What gives an octet for each code unit is ASCII, and the octet is the unit.
    const { read, written } = ENCODER.encodeInto(text, octets);
    if (read !== length || written !== length) return this.#fillWide(text);
    octets[length] = 0;
    return octets;
  }

  #fillWide(text: string): CodeUnits {
    const { length } = text;
    if (!isRoomFor(length, this.#wide.length)) this.#wide = new Uint16Array(roomFor(length));
    const units = this.#wide;
    for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
    units[length] = 0;
    return units;
  }
}

function isRoomFor(length: number, room: number): boolean {
  return length < room && (room <= LARGEST_KEPT || length >= LARGEST_KEPT);
}

function roomFor(length: number): number {
  return Math.max(SMALLEST, 2 ** (32 - Math.clz32(length)));
}

const shared = new CodeUnitBuffer();
let sharedText = '';
let sharedUnits: CodeUnits = shared.fill(sharedText);

/**
 * The code units of a text for a reader to work on; valid until units of another text are asked for. Most calls are about
 * the text of the call before, the text of a message whose header fields are read one by one.
 */
export function codeUnitsOf(text: string): CodeUnits {
  if (text !== sharedText) {
    sharedUnits = shared.fill(text);
    sharedText = text;
  }
  return sharedUnits;
}

/** Takes the code units that were asked for last, those of `whole`, for those of a text that it begins with. */
export function keepCodeUnits(text: string, whole: string): void {
  if (whole !== sharedText) return;
  sharedUnits[text.length] = 0;
  sharedText = text;
}

/** Lets go of the text that was read last, so that nothing keeps its file in memory. */
export function releaseCodeUnits(): void {
  codeUnitsOf('');
}
