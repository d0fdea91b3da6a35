import { readTimestamp } from '../timestamp.js';
import type { TraceFormat } from './trace-format.js';

const ROUTE = /^ On (?:\[\d{1,5}:\d{1,5}\])?(\S{3,60}:\d{1,5}) (received from|sent to) (\S{3,60}:\d{1,5})\s?$/;

/** `sipmsg.log` of the Oracle (Acme Packet) SBC: `May  4 12:30:00.250 On [0:0]192.0.2.1:5060 received from 192.0.2.2:5060`. */
export const ORACLE_SBC: TraceFormat = {
  tool: 'Oracle SBC',
  firstCharacters: 'JFMASOND',
  read(line) {
    const stamp = readTimestamp(line);
    const route = stamp && ROUTE.exec(stamp.rest);
    if (!route) return undefined;
    const [, own, verb, other] = route;
    return verb === 'sent to'
      ? { facts: { time: stamp.time, direction: 'out', source: own, destination: other } }
      : { facts: { time: stamp.time, direction: 'in', source: other, destination: own } };
  },
};
