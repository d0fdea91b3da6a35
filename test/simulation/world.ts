import type { Random } from '../random.js';
import type { Message } from './message.js';
import { hostPortText, type Uri } from './uri.js';

/** An element with an address of its own. */
export interface Host {
  readonly name: string;
  /** What packets carry as source and destination; IPv6 in brackets. */
  readonly ip: string;
  readonly port: number;
  receive(packet: Packet): void;
}

export interface Packet {
  readonly from: Host;
  readonly to: Host;
  readonly transport: string;
  readonly message: Message;
  /** As it is on the wire. */
  readonly text: string;
  /** Seconds. */
  readonly sentAt: number;
  /** Undefined if the network lost it. */
  readonly arrivedAt: number | undefined;
}

export interface NetworkSettings {
  /** How many of the datagrams are lost on their way. */
  readonly loss: number;
  /** Longest delay of a packet in seconds. */
  readonly delay: number;
}

interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** The clock, and the network between the elements. Only datagrams are lost or overtake each other. */
export class World {
  /** Everything that was ever sent, in the order of sending. */
  readonly packets: Packet[] = [];
  now = 0;
  readonly #events: Event[] = [];
  #order = 0;
  readonly #hosts = new Map<string, Host>();
  readonly #lastArrival = new Map<string, number>();

  constructor(
    readonly random: Random,
    readonly network: NetworkSettings,
  ) {}

  after(seconds: number, run: () => void): void {
    const event = { at: this.now + seconds, order: this.#order++, run };
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.at ?? 0) > event.at) high = middle;
      else low = middle + 1;
    }
    this.#events.splice(low, 0, event);
  }

  /** Until nothing happens any more. */
  run(): void {
    for (let event = this.#events.shift(); event; event = this.#events.shift()) {
      this.now = event.at;
      event.run();
    }
  }

  /** What a host name or address leads to, with or without a port. */
  register(host: Host, ...names: readonly string[]): void {
    for (const name of names) this.#hosts.set(name, host);
  }

  resolve({ host, port }: Pick<Uri, 'host' | 'port'>): Host | undefined {
    return this.#hosts.get(hostPortText(host, port)) ?? this.#hosts.get(host);
  }

  send(from: Host, to: Host, transport: string, message: Message, text: string): void {
    const isDatagram = transport === 'UDP';
    const { loss, delay } = this.network;
    const isLost = isDatagram && this.random.chance(loss);
    let arrival = this.now + this.random.between(delay / 10, delay);
    if (!isDatagram) {
      const way = `${from.name} ${to.name}`;
      arrival = Math.max(arrival, (this.#lastArrival.get(way) ?? 0) + 0.0001);
      this.#lastArrival.set(way, arrival);
    }
    const arrivedAt = isLost ? undefined : arrival;
    const packet = { from, to, transport, message, text, sentAt: this.now, arrivedAt };
    this.packets.push(packet);
    if (arrivedAt !== undefined) this.after(arrivedAt - this.now, () => to.receive(packet));
  }
}
