import type { Range } from '../../text/range.js';
import type { NumberValue, TextNode } from '../nodes.js';

/** unicast-address or the address part of multicast-address (RFC 8866 §9). */
export interface SdpAddress extends TextNode {
  /** `other` is an extn-addr: what is neither a literal nor made of the characters of a FQDN. */
  readonly kind: 'ipv4' | 'ipv6' | 'name' | 'other';
  /** True for a literal of 224.0.0.0/4 or ff00::/8. */
  readonly isMulticast: boolean;
}

/** origin-field (RFC 8866 §5.2). Above 2**53 the values of the numbers are rounded; their text is exact. */
export interface Origin extends Range {
  readonly username: TextNode;
  readonly sessionId: NumberValue;
  readonly sessionVersion: NumberValue;
  readonly networkType: TextNode;
  readonly addressType: TextNode;
  readonly address: SdpAddress;
}

/** connection-field (RFC 8866 §5.7). */
export interface Connection extends Range {
  readonly networkType: TextNode;
  readonly addressType: TextNode;
  /** Without the slash notation. */
  readonly address: SdpAddress;
  /** The TTL of an IPv4 multicast address. */
  readonly ttl: NumberValue | undefined;
  /** The number of contiguous multicast addresses. */
  readonly count: NumberValue | undefined;
  /** The slash notation as a whole, where there is one. */
  readonly suffix: Range | undefined;
}

/** bandwidth-field (RFC 8866 §5.8). */
export interface Bandwidth extends Range {
  readonly type: TextNode;
  /** In the unit of its type: kbit/s for CT and AS, bit/s for TIAS, RS and RR. */
  readonly bandwidth: NumberValue;
}

/** time-field (RFC 8866 §5.9): seconds since 1900, 0 for no bound. */
export interface Timing extends Range {
  readonly startTime: NumberValue;
  readonly stopTime: NumberValue;
}

/** typed-time (RFC 8866 §5.10): a number of seconds, or with a unit d, h, m or s. */
export interface TypedTime extends TextNode {
  /** undefined for a placeholder; negative where the grammar admits a sign. */
  readonly seconds: number | undefined;
}

/** repeat-field (RFC 8866 §5.10). */
export interface Repetition extends Range {
  readonly interval: TypedTime;
  readonly duration: TypedTime;
  readonly offsets: readonly TypedTime[];
}

/** One adjustment of a zone-field (RFC 8866 §5.11). */
export interface ZoneAdjustment extends Range {
  readonly time: NumberValue;
  readonly offset: TypedTime;
}

/** key-field (RFC 8866 §5.12). */
export interface SessionKey extends Range {
  readonly method: TextNode;
  readonly key: TextNode | undefined;
}

/** media-field (RFC 8866 §5.14). */
export interface MediaDescription extends Range {
  readonly media: TextNode;
  readonly port: NumberValue;
  /** The number of ports behind the slash. */
  readonly portCount: NumberValue | undefined;
  readonly protocol: TextNode;
  /** At least one. */
  readonly formats: readonly TextNode[];
}

/** rtpmap-value (RFC 8866 §6.6). */
export interface RtpMap extends Range {
  readonly payloadType: NumberValue;
  readonly encoding: TextNode;
  readonly clockRate: NumberValue;
  readonly channels: NumberValue | undefined;
}

/** fmtp-value (RFC 8866 §6.15). */
export interface Fmtp extends Range {
  readonly format: TextNode;
  /** format-specific-params as they stand; `fmtpParameters` divides them. */
  readonly params: TextNode;
}

/** One `name=value` of format-specific parameters; without `=` all of it is the value. */
export interface FmtpParameter extends Range {
  readonly name: TextNode | undefined;
  readonly value: TextNode;
}

/** group attribute (RFC 5888 §5). */
export interface MediaGroup extends Range {
  readonly semantics: TextNode;
  readonly tags: readonly TextNode[];
}

/** The type of the value of each line by its letter; a= lines are of `SdpAttributeTypes`. */
export interface SdpLineTypes {
  v: NumberValue;
  o: Origin;
  s: TextNode;
  i: TextNode;
  u: TextNode;
  e: TextNode;
  p: TextNode;
  c: Connection;
  b: Bandwidth;
  t: Timing;
  r: Repetition;
  z: readonly ZoneAdjustment[];
  k: SessionKey;
  m: MediaDescription;
}

/**
 * The type of the value of each attribute that has a grammar of its own. Any other has its value as text, which is empty
 * for a property attribute (no colon).
 */
export interface SdpAttributeTypes {
  rtpmap: RtpMap;
  fmtp: Fmtp;
  /** Milliseconds. */
  ptime: NumberValue;
  /** Milliseconds. */
  maxptime: NumberValue;
  /** Frames a second. */
  framerate: NumberValue;
  quality: NumberValue;
  mid: TextNode;
  group: MediaGroup;
}

/** The direction of media (RFC 8866 §6.7). */
export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

export const MEDIA_DIRECTIONS: readonly MediaDirection[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
