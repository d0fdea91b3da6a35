import { RTP_PAYLOAD_TYPES } from './generated/rtp-payload-types.js';
import {
  SDP_ADDRESS_TYPES,
  SDP_ATTRIBUTES,
  SDP_BANDWIDTH_TYPES,
  SDP_CONTENT,
  SDP_CRYPTO_SUITES,
  SDP_GROUP_SEMANTICS,
  SDP_KEY_METHODS,
  SDP_MEDIA,
  SDP_NETWORK_TYPES,
  SDP_PROTOCOLS,
  SDP_RTCP_FEEDBACK,
} from './generated/sdp.js';
import { lookupByName } from './name-index.js';
import type { RtpPayloadTypeDefinition } from './types.js';

export { RTP_PAYLOAD_TYPES } from './generated/rtp-payload-types.js';
export * from './generated/sdp.js';

export const lookupSdpMedia = lookupByName(SDP_MEDIA);
export const lookupSdpProtocol = lookupByName(SDP_PROTOCOLS);
export const lookupSdpBandwidthType = lookupByName(SDP_BANDWIDTH_TYPES);
export const lookupSdpNetworkType = lookupByName(SDP_NETWORK_TYPES);
export const lookupSdpAddressType = lookupByName(SDP_ADDRESS_TYPES);
export const lookupSdpKeyMethod = lookupByName(SDP_KEY_METHODS);
export const lookupSdpGroupSemantics = lookupByName(SDP_GROUP_SEMANTICS);
export const lookupSdpRtcpFeedback = lookupByName(SDP_RTCP_FEEDBACK);
export const lookupSdpContent = lookupByName(SDP_CONTENT);
export const lookupSdpCryptoSuite = lookupByName(SDP_CRYPTO_SUITES);
/** Attribute names are case-sensitive (RFC 8866 §6); compare the result's name where case matters. */
export const lookupSdpAttribute = lookupByName(SDP_ATTRIBUTES);

/** The encoding that a payload type number stands for without a=rtpmap; undefined for a dynamic or unassigned one. */
export function lookupRtpPayloadType(payloadType: number): RtpPayloadTypeDefinition | undefined {
  return RTP_PAYLOAD_TYPES.find((definition) => definition.payloadType === payloadType);
}
