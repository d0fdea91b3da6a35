import type { HeaderField } from '../syntax/header-field.js';
import { headerName } from '../syntax/header-names.js';

/** Header fields whose presence in a message is known without reading it again. */
const FLOW_FIELDS = [
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Authorization',
  'Contact',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Type',
  'Event',
  'Expires',
  'Max-Forwards',
  'Min-Expires',
  'Proxy-Authenticate',
  'Proxy-Authorization',
  'Proxy-Require',
  'RAck',
  'Record-Route',
  'Replaces',
  'Require',
  'Retry-After',
  'Route',
  'RSeq',
  'Supported',
  'Timestamp',
  'Unsupported',
  'WWW-Authenticate',
] as const;

export type FlowField = (typeof FLOW_FIELDS)[number];

const BITS: ReadonlyMap<string, number> = new Map(FLOW_FIELDS.map((name, i) => [name, 1 << i]));

/** By the position of a field in the table of header fields. */
const BITS_BY_ORDINAL: readonly number[] = bitsByOrdinal();

function bitsByOrdinal(): number[] {
  const bits: number[] = [];
  for (const [name, bit] of BITS) {
    const { ordinal } = headerName(name);
    while (bits.length <= ordinal) bits.push(0);
    bits[ordinal] = bit;
  }
  return bits;
}

/** The fields that a message has, a bit for each. */
export function fieldBits(fields: readonly HeaderField[]): number {
  let bits = 0;
  for (const { ordinal } of fields) if (ordinal >= 0) bits |= BITS_BY_ORDINAL[ordinal] ?? 0;
  return bits;
}

export function hasFieldBit(bits: number, name: FlowField): boolean {
  return (bits & fieldBit(name)) !== 0;
}

export function fieldBit(name: FlowField): number {
  return BITS.get(name) ?? 0;
}
