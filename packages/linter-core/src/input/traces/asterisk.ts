import { readTimestamp } from '../timestamp.js';
import { FOOTER, type TraceFormat, type TraceLine } from './trace-format.js';

/**
 * `sip set debug on` and `pjsip set logger on`, with or without the prefix of a log file:
 * `<--- SIP read from UDP:192.0.2.1:5060 --->`, `<--- Transmitting SIP response (401 bytes) to UDP:192.0.2.1:5060 --->`,
 * `Retransmitting #1 (NAT) to 192.0.2.1:5060:`, and lines like `<------------->` at the end.
 */
export const ASTERISK: TraceFormat = {
  tool: 'Asterisk',
  firstCharacters: '<[RT-',
  read(line) {
    const arrow = line.indexOf('<-');
    if (arrow > 0 && !line.startsWith('[')) return undefined;
    if (/^<-{6,}>\s?$/.test(line) || /^--- \(\d{1,6} headers \d{1,6} lines\) ---\s?$/.test(line)) return FOOTER;
    if (arrow < 0)
      return readTransmission(/^(?:Reliably |Re)?[Tt]ransmitting .{0,40}?to (\S{3,80}):\s?$/.exec(line)?.[1]);
    const head = /^<--- (.{1,200}?) --->\s?$/.exec(line.slice(arrow))?.[1];
    if (head === undefined) return undefined;
    const time = arrow > 0 ? readTimestamp(line)?.time : undefined;
    const received = /^(?:SIP read|Received SIP (?:request|response) \(\d{1,9} bytes\)) from (\S{3,80})$/.exec(head);
    if (received) {
      const { transport, address } = splitTransport(received[1] ?? '');
      return { facts: { time, direction: 'in', transport, source: address } };
    }
    const sent = /^(?:Reliably |Re)?[Tt]ransmitting .{0,60}?to (\S{3,80})$/.exec(head);
    const transmission = readTransmission(sent?.[1]);
    return transmission && { facts: { time, ...transmission.facts } };
  },
};

function readTransmission(peer: string | undefined): TraceLine | undefined {
  if (peer === undefined) return undefined;
  const { transport, address } = splitTransport(peer);
  return { facts: { direction: 'out', transport, destination: address } };
}

/** `UDP:192.0.2.1:5060`, or the address alone. */
function splitTransport(peer: string): { transport: string | undefined; address: string } {
  const match = /^(udp|tcp|tls|wss?|sctp):(.+)$/i.exec(peer);
  return match
    ? { transport: match[1]?.toLowerCase(), address: match[2] ?? '' }
    : { transport: undefined, address: peer };
}
