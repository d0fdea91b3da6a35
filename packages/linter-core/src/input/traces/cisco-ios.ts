import { readTimestamp } from '../timestamp.js';
import type { TraceFormat } from './trace-format.js';

const HEAD = /^(?:\d{1,10}: )?[*.]?(.{8,60}) \/\/\S{1,60}\/SIP\/Msg\/ccsipDisplayMsg:\s?$/;

/**
 * `debug ccsip messages` of Cisco IOS: `*May  4 12:30:00.250: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:`, then `Sent:` or
 * `Received:` on a line of its own.
 */
export const CISCO_IOS: TraceFormat = {
  tool: 'Cisco IOS',
  firstCharacters: '*.0123456789JFMASONDR',
  read(line) {
    const way = /^(Sent|Received):\s?$/.exec(line)?.[1];
    if (way) return { facts: { direction: way === 'Sent' ? 'out' : 'in' }, endsBody: false };
    const head = HEAD.exec(line);
    return head ? { facts: { time: readTimestamp(head[1] ?? '')?.time } } : undefined;
  },
};
