import {
  type Connection,
  type MediaDescription,
  type Range,
  readIPv6,
  type SdpDocument,
  type SdpMedia,
  type TextNode,
} from '@siplint/core';

/** A place in which the media of two session descriptions differ. */
export interface MediaDifference {
  readonly at: Range;
  readonly of: Range;
}

/**
 * The first difference in what two session descriptions say of media: number of m= lines, and of each of them type, port,
 * protocol, formats and connection address. Undefined also where a line did not parse. Of a medium whose port is 0 nothing
 * else counts.
 */
export function mediaDifference(description: SdpDocument, other: SdpDocument): MediaDifference | undefined {
  const count = Math.min(description.media.length, other.media.length);
  for (let i = 0; i < count; i++) {
    const media = description.media[i];
    const original = other.media[i];
    const difference = media && original && differenceOf(media, original);
    if (difference) return difference;
  }
  if (description.media.length === other.media.length) return undefined;
  return { at: lineAt(description, count), of: lineAt(other, count) };
}

/** The m= line that only one of two has; in the other one its last line. */
function lineAt({ media, session }: SdpDocument, index: number): Range {
  const line = media[index]?.mediaLine ?? media.at(-1)?.mediaLine ?? session.lines.at(-1);
  return line?.contentRange ?? session;
}

function differenceOf(media: SdpMedia, original: SdpMedia): MediaDifference | undefined {
  const { description: a } = media;
  const { description: b } = original;
  if (!a || !b) return undefined;
  const inLine = firstDifference(partsOf(a), partsOf(b));
  if (inLine) return inLine;
  if (a.port.value === 0) return undefined;
  const address = addressOf(media.effectiveConnection?.value);
  const otherAddress = addressOf(original.effectiveConnection?.value);
  if (!address || !otherAddress || isSameIPv6(address.text, otherAddress.text)) return undefined;
  return firstDifference([address], [otherAddress]);
}

/** Different texts of one IPv6 address match (RFC 5954 §4.2). */
function isSameIPv6(a: string, b: string): boolean {
  const groups = readIPv6(a, 0, a.length);
  return groups !== undefined && groups.join() === readIPv6(b, 0, b.length)?.join();
}

function partsOf({ media, port, protocol, formats }: MediaDescription): TextNode[] {
  return port.value === 0 ? [media, port] : [media, port, protocol, ...formats];
}

function addressOf(connection: Connection | undefined): TextNode | undefined {
  return connection?.address;
}

function firstDifference(parts: readonly TextNode[], others: readonly TextNode[]): MediaDifference | undefined {
  const count = Math.max(parts.length, others.length);
  for (let i = 0; i < count; i++) {
    const part = parts[i];
    const other = others[i];
    if (part?.text.toLowerCase() === other?.text.toLowerCase()) continue;
    const at = part ?? parts.at(-1);
    const of = other ?? others.at(-1);
    return at && of && { at, of };
  }
  return undefined;
}
