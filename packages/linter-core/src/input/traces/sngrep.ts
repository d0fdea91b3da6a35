import { readTimestamp } from '../timestamp.js';
import type { TraceFormat } from './trace-format.js';

/** Saved as text: `2024/05/04 12:30:00.123456 192.0.2.1:5060 -> 192.0.2.2:5060`. */
export const SNGREP: TraceFormat = {
  tool: 'sngrep',
  firstCharacters: '0123456789',
  read(line) {
    const stamp = readTimestamp(line);
    if (!stamp) return undefined;
    const route = /^ (\S{3,60}:\d{1,5}) -> (\S{3,60}:\d{1,5})$/.exec(stamp.rest);
    return route ? { facts: { time: stamp.time, source: route[1], destination: route[2] } } : undefined;
  },
};
