import type { HeaderField } from '../syntax/header-field.js';

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

/** The fields that a message has, a bit for each. */
export function fieldBits(fields: readonly HeaderField[]): number {
  let bits = 0;
  for (const field of fields) bits |= BITS.get(field.canonicalName) ?? 0;
  return bits;
}

export function hasFieldBit(bits: number, name: FlowField): boolean {
  return (bits & (BITS.get(name) ?? 0)) !== 0;
}
