import { FOOTER, type TraceFormat, type TraceLine } from './trace-format.js';

/**
 * The sipdump module: a line of `=`, facts as `srcip: 192.0.2.1`, a line of `~`, the message, a line of `|`.
 */
export const KAMAILIO: TraceFormat = {
  tool: 'Kamailio',
  firstCharacters: 'tpds~|',
  read(line) {
    if (/^\|{20}\s?$/.test(line)) return FOOTER;
    if (/^~{20}\s?$/.test(line)) return { facts: {} };
    const match = /^(tag|pid|process|time|date|proto|srcip|srcport|dstip|dstport): (.{0,80})$/.exec(line);
    return match ? { ...readFact(match[1] ?? '', (match[2] ?? '').trim()), endsBody: false } : undefined;
  },
};

function readFact(name: string, value: string): TraceLine {
  switch (name) {
    case 'tag':
      return { facts: { direction: value === 'rcv' ? 'in' : value === 'snd' ? 'out' : undefined } };
    case 'time':
      return { facts: /^\d{1,12}(\.\d{1,9})?$/.test(value) ? { time: Number(value) } : {} };
    case 'proto':
      return { facts: { transport: value.split(' ')[0] } };
    case 'srcip':
      return { facts: { source: value } };
    case 'dstip':
      return { facts: { destination: value } };
    case 'srcport':
      return { facts: {}, ports: { source: value } };
    case 'dstport':
      return { facts: {}, ports: { destination: value } };
    default:
      return { facts: {} };
  }
}
