import { bodyOf, partsOf, type SdpSection, type SipMessage, sdpOf } from '@siplint/core';
import type { TokenSink } from './token-sink.js';

/** The tokens of session descriptions: type letters, names of attributes, numbers and media. */
export function addSessionTokens(message: SipMessage, sink: TokenSink): void {
  for (const part of partsOf(bodyOf(message))) {
    const sdp = sdpOf(part);
    if (!sdp) continue;
    for (const section of [sdp.session, ...sdp.media]) addSectionTokens(section, sink);
    for (const { description } of sdp.media) {
      if (!description) continue;
      sink.add(description.media, 'type');
      sink.add(description.port, 'number');
      sink.add(description.protocol, 'variable');
      for (const format of description.formats) sink.add(format, 'number');
    }
  }
}

function addSectionTokens({ lines, attributes }: SdpSection, sink: TokenSink): void {
  for (const { type, start } of lines) if (type !== '') sink.add({ start, end: start + 1 }, 'keyword');
  for (const { nameNode, valueNode } of attributes) {
    sink.add(nameNode, 'property');
    if (valueNode) sink.add(valueNode, 'string');
  }
}
