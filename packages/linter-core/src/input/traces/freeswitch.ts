import { readTimestamp } from '../timestamp.js';
import { exchanged, FOOTER, type TraceFormat } from './trace-format.js';

/**
 * Sofia-SIP, as in FreeSWITCH: `recv 622 bytes from udp/[192.0.2.1]:5060 at 21:27:58.158593:`. A dump (`TPORT_DUMP`) ends
 * each message with a vertical tab. In a log, as of drachtio, the time stands in front as well.
 */
export const FREESWITCH: TraceFormat = {
  tool: 'FreeSWITCH',
  firstCharacters: 'rs\v 0123456789[',
  read(line) {
    if (line === '\v' || /^ {3}-{20,}\s?$/.test(line)) return FOOTER;
    const stamp = readTimestamp(line);
    const text = stamp ? stamp.rest.trimStart() : line;
    const match =
      /^(recv|send) \d{1,9} bytes (?:from|to) ([a-z]{2,8})\/\[([^\]]{2,60})\]:(\d{1,5})\S{0,40} at ([\d:.]{8,20}):\s?$/.exec(
        text,
      );
    if (!match) return undefined;
    const [, verb, transport, host = '', port = '', clock = ''] = match;
    const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
    const { time } = stamp ?? readTimestamp(clock) ?? {};
    return exchanged(verb === 'recv', address, { time, transport });
  },
};
