import { rtpPayloadTypes } from './generated/rtp-payload-types.js';
import {
  sdpAddressTypes,
  sdpAttributes,
  sdpBandwidthTypes,
  sdpContent,
  sdpCryptoSuites,
  sdpGroupSemantics,
  sdpKeyMethods,
  sdpMedia,
  sdpNetworkTypes,
  sdpProtocols,
  sdpRtcpFeedback,
} from './generated/sdp.js';
import { lookupByName } from './name-index.js';
import type { RtpPayloadTypeDefinition } from './types.js';

export * from './generated/rtp-payload-types.js';
export * from './generated/sdp.js';

export const lookupSdpMedia = lookupByName(sdpMedia);
export const lookupSdpProtocol = lookupByName(sdpProtocols);
export const lookupSdpBandwidthType = lookupByName(sdpBandwidthTypes);
export const lookupSdpNetworkType = lookupByName(sdpNetworkTypes);
export const lookupSdpAddressType = lookupByName(sdpAddressTypes);
export const lookupSdpKeyMethod = lookupByName(sdpKeyMethods);
export const lookupSdpGroupSemantics = lookupByName(sdpGroupSemantics);
export const lookupSdpRtcpFeedback = lookupByName(sdpRtcpFeedback);
export const lookupSdpContent = lookupByName(sdpContent);
export const lookupSdpCryptoSuite = lookupByName(sdpCryptoSuites);
export const lookupSdpAttribute = lookupByName(sdpAttributes);

/** The encoding that a payload type number stands for without a=rtpmap; undefined for a dynamic or unassigned one. */
export function lookupRtpPayloadType(payloadType: number): RtpPayloadTypeDefinition | undefined {
  return rtpPayloadTypes().find((definition) => definition.payloadType === payloadType);
}
