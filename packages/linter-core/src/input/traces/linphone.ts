import { readTimestamp } from '../timestamp.js';
import { exchanged, type TraceFormat } from './trace-format.js';

const LINE =
  /channel \[\w{1,20}\]: (message sent to|received \[\d{1,9}\] new bytes from) \[([A-Z]{2,5}):\/\/(\S{3,80}:\d{1,5})\](?:, size: \[\d{1,9}\] bytes|:)\s?$/;

/** Belle-SIP, as in Linphone: `2024-05-04 12:30:00:250 […] channel [0x1]: received [545] new bytes from [TLS://192.0.2.1:5061]:`. */
export const LINPHONE: TraceFormat = {
  tool: 'Linphone',
  firstCharacters: '0123456789',
  read(line) {
    const match = LINE.exec(line);
    if (!match) return undefined;
    const [, verb = '', transport = '', address] = match;
    const facts = { time: readTimestamp(line)?.time, transport: transport.toLowerCase() };
    return exchanged(verb.startsWith('received'), address, facts);
  },
};
