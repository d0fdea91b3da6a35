import type { Random } from '../random.js';
import type { Body } from './message.js';

export interface MediaLine {
  readonly type: string;
  readonly port: number;
  readonly formats: readonly number[];
}

const NAMES: ReadonlyMap<number, string> = new Map([
  [0, 'PCMU/8000'],
  [8, 'PCMA/8000'],
  [31, 'H261/90000'],
]);

/** The session descriptions of one side (RFC 3264, RFC 4566). */
export class SessionSide {
  #version: number;
  readonly #id: string;
  #last: readonly MediaLine[] = [];
  #lastText = '';
  readonly #port: number;

  constructor(
    private readonly random: Random,
    private readonly ip: string,
  ) {
    this.#id = String(random.int(1000, 999999));
    this.#version = random.int(1, 9999);
    this.#port = random.int(10000, 20000) * 2;
  }

  offer(direction = 'sendrecv'): Body {
    if (this.#last.length === 0) {
      this.#last = [{ type: 'audio', port: this.#port, formats: [0, 8] }];
      if (this.random.chance(0.2)) this.#last = [...this.#last, { type: 'video', port: this.#port + 2, formats: [31] }];
    }
    return this.#write(direction);
  }

  answer(offer: Body): Body {
    const lines = mediaOf(offer);
    this.#last = lines.map((line, at) => {
      const isTaken = line.type === 'audio' && line.port !== 0;
      const formats = isTaken ? line.formats.slice(0, 1) : line.formats;
      return { ...line, port: isTaken ? this.#port + at * 2 : 0, formats };
    });
    const direction = /a=(sendonly|inactive|recvonly)/.exec(offer.text)?.[1];
    return this.#write(
      direction === 'sendonly' ? 'recvonly' : direction === 'recvonly' ? 'sendonly' : (direction ?? 'sendrecv'),
    );
  }

  #write(direction: string): Body {
    const rest = this.#rest(direction);
    // RFC 3264 §8: the version grows by one where anything changed.
    if (this.#lastText !== '' && rest !== this.#lastText) this.#version++;
    this.#lastText = rest;
    const type = this.ip.includes(':') ? 'IP6' : 'IP4';
    const ip = this.ip.replace(/[[\]]/g, '');
    const lines = ['v=0', `o=- ${this.#id} ${this.#version} IN ${type} ${ip}`, 's=-', `c=IN ${type} ${ip}`, 't=0 0'];
    return { type: 'application/sdp', text: `${lines.join('\r\n')}\r\n${rest}` };
  }

  #rest(direction: string): string {
    let text = '';
    for (const { type, port, formats } of this.#last) {
      text += `m=${type} ${port} RTP/AVP ${formats.join(' ')}\r\n`;
      for (const format of formats) text += `a=rtpmap:${format} ${NAMES.get(format)}\r\n`;
      if (direction !== 'sendrecv') text += `a=${direction}\r\n`;
    }
    return text;
  }
}

function mediaOf({ text }: Body): MediaLine[] {
  return [...text.matchAll(/^m=(\w+) (\d+) RTP\/AVP ([\d ]+)\r$/gm)].map(([, type = '', port, formats = '']) => ({
    type,
    port: Number(port),
    formats: formats.split(' ').map(Number),
  }));
}
