import type { SipMessage } from '../syntax/message.js';
import type { Place } from '../text/source-text.js';
import { transactionKey } from './transaction-key.js';

/** Requests that were read again and are kept; a power of two. */
const AT_HAND = 16;
/** Requests of one hash that are told apart: real ones hardly ever share it. */
const MOST_OF_HASH = 4;

/** Reads messages of the file by their places. */
interface Recall {
  messageAt(place: Place, index: number): SipMessage | undefined;
}

/**
 * Which request of a file responses answer. There may be millions, so it keeps numbers only: for each request a hash of its
 * key, its place and its index; the request itself is read again when a response asks for it.
 */
export class RequestIndex {
  /** The first row of each hash. */
  readonly #rows = new Map<number, number>();
  readonly #offsets: number[] = [];
  readonly #octets: number[] = [];
  readonly #indexes: number[] = [];
  /** The next row of the same hash; -1 behind the last. */
  readonly #next: number[] = [];
  readonly #kept: (SipMessage | undefined)[] = [];

  constructor(
    messages: Iterable<SipMessage>,
    private readonly recall: Recall,
  ) {
    for (const message of messages) {
      if (message.kind !== 'request') continue;
      const key = transactionKey(message);
      if (key !== undefined) this.#add(hashOf(key), message);
    }
  }

  requestOf(response: SipMessage): SipMessage | undefined {
    const key = transactionKey(response);
    if (key === undefined) return undefined;
    for (let row = this.#rows.get(hashOf(key)) ?? -1; row >= 0; row = this.#next[row] ?? -1) {
      const request = this.#requestAt(row);
      // A retransmission repeats the first; what is said of the request is said of that one.
      if (request && transactionKey(request) === key) return request;
    }
    return undefined;
  }

  #add(hash: number, message: SipMessage): void {
    const row = this.#offsets.length;
    const first = this.#rows.get(hash);
    if (first === undefined) this.#rows.set(hash, row);
    else {
      let last = first;
      for (let count = 2, next = this.#next[last] ?? -1; next >= 0; next = this.#next[last] ?? -1) {
        if (++count > MOST_OF_HASH) return;
        last = next;
      }
      this.#next[last] = row;
    }
    const { source } = message;
    const { offset, octet } = source.placeOf(message.offset - source.place.offset);
    this.#offsets.push(offset);
    this.#octets.push(octet);
    this.#indexes.push(message.index);
    this.#next.push(-1);
  }

  #requestAt(row: number): SipMessage | undefined {
    const index = this.#indexes[row] ?? -1;
    const kept = this.#kept[row % AT_HAND];
    if (kept?.index === index) return kept;
    const request = this.recall.messageAt({ offset: this.#offsets[row] ?? 0, octet: this.#octets[row] ?? 0 }, index);
    this.#kept[row % AT_HAND] = request;
    return request;
  }
}

/** 30 bits, which an engine keeps without a box. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}
