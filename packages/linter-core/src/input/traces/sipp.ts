import type { TraceFormat } from './trace-format.js';

/** `-trace_msg`, behind a line of hyphens with the time: `UDP message sent (551 bytes):`, `… received [359] bytes :`. */
export const SIPP: TraceFormat = {
  tool: 'SIPp',
  firstCharacters: 'UTS',
  read(line) {
    const match = /^(UDP|TCP|TLS|SCTP) message (sent|received) (?:\(\d{1,9} bytes\)|\[\d{1,9}\] bytes) ?:\s?$/.exec(
      line,
    );
    if (!match) return undefined;
    return { facts: { transport: match[1]?.toLowerCase(), direction: match[2] === 'sent' ? 'out' : 'in' } };
  },
};
