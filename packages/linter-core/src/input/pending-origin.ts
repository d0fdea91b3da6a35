import type { MessageOrigin } from '../syntax/message.js';
import { ownCopy } from '../text/source-text.js';
import type { OriginValues, SetDirective } from './directives.js';
import type { Mark } from './marks.js';
import type { TraceLine } from './traces/trace-format.js';

const UNKNOWN: MessageOrigin = {};

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What separators, tools and directives say of the messages to come. */
export class PendingOrigin {
  /** Of the next message, from marks. */
  #marked: Writable<MessageOrigin> | undefined;
  /** Of the next message, from directives. */
  #once: OriginValues | undefined;
  /** Of every message from here on. */
  #lasting: OriginValues | undefined;
  /** True if a tool wrote something in front of the next message. */
  isTraced = false;

  /** @param copies True if texts are to outlive what they were cut from. */
  constructor(private readonly copies = false) {}

  /** True if the octets up to the next separator are said to be one datagram. */
  get isDatagram(): boolean {
    return this.#lasting?.transport === 'udp';
  }

  addMark(mark: Mark): void {
    if (mark.kind === 'separator') {
      const { title, time, direction } = mark;
      if (title !== undefined) this.#merge({ title });
      if (time !== undefined) this.#merge({ time });
      if (direction !== undefined) this.#merge({ direction });
    } else if (mark.kind === 'trace') this.#addTrace(mark.line);
  }

  addSet({ values }: SetDirective): void {
    const { time, direction, ...lasting } = values;
    this.#lasting = { ...this.#lasting, ...lasting };
    this.#once = { ...this.#once, ...(time !== undefined && { time }), ...(direction !== undefined && { direction }) };
  }

  /** What is known of the message that begins here; the values for one message are used up. */
  take(isPacket: boolean): MessageOrigin {
    if (!this.#marked && !this.#lasting && !this.#once && !isPacket) return UNKNOWN;
    const origin = { ...this.#marked, ...this.#lasting, ...this.#once, ...(isPacket && { isPacket }) };
    this.#marked = undefined;
    this.#once = undefined;
    this.isTraced = false;
    return origin;
  }

  #addTrace({ facts, ports, isFooter }: TraceLine): void {
    if (isFooter) return;
    this.isTraced = true;
    this.#merge(facts);
    if (ports?.source !== undefined) this.#merge({ source: withPort(this.#marked?.source, ports.source) });
    if (ports?.destination !== undefined)
      this.#merge({ destination: withPort(this.#marked?.destination, ports.destination) });
  }

  #merge(facts: MessageOrigin): void {
    const known = Object.entries(facts).filter(([, value]) => value !== undefined);
    const own = known.map(([name, value]) => [name, this.copies && typeof value === 'string' ? ownCopy(value) : value]);
    this.#marked = { ...this.#marked, ...Object.fromEntries(own) };
  }
}

function withPort(address: string | undefined, port: string): string | undefined {
  if (address === undefined) return undefined;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
