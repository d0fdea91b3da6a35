import type { Host } from '../nodes.js';
import { hostShape } from './host-shape.js';
import type { Reader } from './reader.js';

/** The code of each way in which a host is none (`HostShape`); they depend on where it stands. */
export interface HostCodes {
  readonly malformed: string;
  readonly number: string;
  readonly ipv6Bare: string;
  readonly ipv6Malformed: string;
  /** Tolerated: RFC 3261 has it in its grammar. */
  readonly ipv6Groups: string;
  /** Tolerated: RFC 3261 has it in its grammar. */
  readonly ipv4OutOfRange: string;
  /** Tolerated: internal host names often have underscores. */
  readonly underscore: string;
}

/** host = hostname / IPv4address / IPv6reference (§25.1): all of `[start, end)`, not empty. */
export function readHost(reader: Reader, start: number, end: number, codes: HostCodes): Host {
  const text = reader.slice(start, end);
  const shape = hostShape(reader.text, start, end);
  switch (shape) {
    case 'name':
    case 'unknown':
      return { kind: 'name', start, end, text };
    case 'ipv4':
    case 'ipv6':
      return { kind: shape, start, end, text };
    case 'underscore':
      reader.tolerate(codes.underscore, start, end, { host: text });
      return { kind: 'name', start, end, text };
    case 'ipv4-out-of-range':
      reader.tolerate(codes.ipv4OutOfRange, start, end, { host: text });
      return { kind: 'ipv4', start, end, text };
    case 'ipv6-groups':
      reader.tolerate(codes.ipv6Groups, start, end, { host: text });
      return { kind: 'ipv6', start, end, text };
    case 'ipv6-bare':
    case 'ipv6-malformed':
      reader.fail(shape === 'ipv6-bare' ? codes.ipv6Bare : codes.ipv6Malformed, start, end, { host: text });
      return { kind: 'ipv6', start, end, text };
    default:
      reader.fail(codes[shape], start, end, { host: text });
      return { kind: 'name', start, end, text };
  }
}
