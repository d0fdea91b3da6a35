import { bodyOf, partsOf, type SdpDocument, type SdpMedia, type SipMessage, sdpOf } from '@siplint/core';
import type { AddOccurrence } from './message-names.js';

/** What session descriptions name: payload types of a media section, and the identifications of media. */
export function addSessionNames(message: SipMessage, add: AddOccurrence): void {
  for (const part of partsOf(bodyOf(message))) {
    const sdp = sdpOf(part);
    if (sdp) addDescriptionNames(sdp, `${message.index}:${sdp.start}`, add);
  }
}

function addDescriptionNames(sdp: SdpDocument, scope: string, add: AddOccurrence): void {
  for (const { value } of sdp.session.attributesNamed('group')) {
    for (const tag of value?.tags ?? []) add('mid', scope, tag);
  }
  for (const media of sdp.media) {
    const mid = media.attribute('mid')?.value;
    if (mid) add('mid', scope, mid, { isDefinition: true });
    addPayloadTypes(media, `${scope}:${media.index}`, add);
  }
}

function addPayloadTypes(media: SdpMedia, scope: string, add: AddOccurrence): void {
  if (!media.description?.protocol.text.includes('RTP')) return;
  for (const format of media.description.formats) add('payload-type', scope, format);
  for (const { value } of media.attributesNamed('rtpmap')) {
    if (value) add('payload-type', scope, value.payloadType, { isDefinition: true });
  }
  for (const { value } of media.attributesNamed('fmtp')) if (value) add('payload-type', scope, value.format);
}
