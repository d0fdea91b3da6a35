import { readTimestamp } from '../timestamp.js';
import type { TraceFormat } from './trace-format.js';

const TRANSPORTS: ReadonlyMap<string, string> = new Map([
  ['U', 'udp'],
  ['T', 'tcp'],
]);

/** ngrep and sipgrep: `U 2024/05/04 12:30:00.123456 192.0.2.1:5060 -> 192.0.2.2:5060 #7`, the time only with `-t`. */
export const NGREP: TraceFormat = {
  tool: 'ngrep',
  firstCharacters: 'UTifm',
  read(line) {
    if (/^(?:interface|filter|match): /.test(line)) return { facts: {}, endsBody: false };
    const transport = TRANSPORTS.get(line.charAt(0));
    if (transport === undefined || line.charAt(1) !== ' ') return undefined;
    const stamp = readTimestamp(line.slice(2));
    const route = /^(\S{3,60}:\d{1,5}) -> (\S{3,60}:\d{1,5})(?: \[[A-Z]{1,8}\])?(?: #\d{1,12})?\s?$/.exec(
      stamp ? stamp.rest.trimStart() : line.slice(2),
    );
    return route ? { facts: { time: stamp?.time, transport, source: route[1], destination: route[2] } } : undefined;
  },
};
