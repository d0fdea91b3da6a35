import type { SdpDocument } from '../sdp/document.js';
import { parseSdp } from '../sdp/parse-sdp.js';
import type { BodyPart } from './body-part.js';

/**
 * The session description of a body or part of type application/sdp; read once and kept with the part. undefined for other
 * types, for an encoded part, and for one that is empty.
 */
export function sdpOf(part: BodyPart): SdpDocument | undefined {
  if (part.sdp === null) part.sdp = readSdp(part);
  return part.sdp;
}

function readSdp(part: BodyPart): SdpDocument | undefined {
  const { contentStart, contentEnd } = part;
  if (contentStart === contentEnd || part.essence !== 'application/sdp') return undefined;
  if (part.isEncoded || part.hasMalformedHeaders) return undefined;
  return parseSdp(part.message.text, contentStart, contentEnd, part.parent !== undefined);
}
