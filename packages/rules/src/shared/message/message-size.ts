import type { SipMessage, Via } from '@siplint/core';

/** A code unit is three octets of UTF-8 at most, and a line end in one character stands for two. */
const MOST_OCTETS_OF_A_CODE_UNIT = 3;

/** True if a message may have more octets on the wire than that, by the number of its characters. */
export function mayExceed({ end }: SipMessage, octets: number): boolean {
  return end * MOST_OCTETS_OF_A_CODE_UNIT > octets;
}

/** The octets of a message on the wire. */
export function wireSizeOf({ source, offset, headerEnd, body }: SipMessage): number {
  return source.octetLength(offset, offset + headerEnd, 'crlf') + body.trueLength;
}

/** True if a message is sent over UDP. What is known from outside, such as a capture, counts for more than the Via. */
export function goesOverUdp({ origin }: SipMessage, topmostVia: Via): boolean {
  return (origin.transport ?? topmostVia.transport.text).toLowerCase() === 'udp';
}
