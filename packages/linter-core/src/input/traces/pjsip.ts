import { readTimestamp } from '../timestamp.js';
import { exchanged, FOOTER, type TraceFormat } from './trace-format.js';

const LINE =
  /[\s.!](RX|TX) \d{1,9} bytes (?:Request|Response) msg \S{1,80} \(\S{1,40}\) (?:from|to) ([A-Za-z]{2,8})6? (\S{3,60}:\d{1,5}):\s?$/;

/** PJSIP: `12:30:00.250 pjsua_core.c  .TX 945 bytes Request msg INVITE/cseq=1 (tdta0x5) to UDP 192.0.2.1:5060:`. */
export const PJSIP: TraceFormat = {
  tool: 'PJSIP',
  firstCharacters: '0123456789[-',
  read(line) {
    if (line.trimEnd() === '--end msg--') return FOOTER;
    const match = LINE.exec(line);
    if (!match) return undefined;
    const [, verb, transport = '', address] = match;
    return exchanged(verb === 'RX', address, { time: readTimestamp(line)?.time, transport: transport.toLowerCase() });
  },
};
