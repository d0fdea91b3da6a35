import {
  bodyOf,
  lookupRtpPayloadType,
  lookupSdpAttribute,
  partsOf,
  type SdpAttributeDefinition,
  type SdpMedia,
  type SdpSection,
  type SipMessage,
  sdpOf,
} from '@siplint/core';
import { type Explanation, touches } from './explanation.js';
import { code, links, paragraphs, plain } from './markdown.js';

/** What the letters of a session description stand for (RFC 8866 §5). */
const LINES: ReadonlyMap<string, readonly [name: string, section: string]> = new Map([
  ['v', ['protocol version', '5.1']],
  ['o', ['origin: user, session id and version, network type, address type, address', '5.2']],
  ['s', ['session name', '5.3']],
  ['i', ['session information', '5.4']],
  ['u', ['URI of more information', '5.5']],
  ['e', ['e-mail address', '5.6']],
  ['p', ['phone number', '5.6']],
  ['c', ['connection: where media is received', '5.7']],
  ['b', ['bandwidth', '5.8']],
  ['t', ['times of the session; `0 0` is a permanent one', '5.9']],
  ['r', ['repeat times', '5.10']],
  ['z', ['time zone adjustment', '5.11']],
  ['k', ['encryption key (obsolete)', '5.12']],
  ['m', ['media: kind, port, transport, formats', '5.14']],
]);

/** What stands at an offset of a session description. */
export function explainSession(message: SipMessage, at: number): Explanation | undefined {
  for (const part of partsOf(bodyOf(message))) {
    const sdp = sdpOf(part);
    if (!sdp || at < sdp.start || at > sdp.end) continue;
    const media = sdp.media.find(({ start, end }) => start <= at && at < end);
    return (media && explainFormat(media, at)) ?? explainLine(media ?? sdp.session, at);
  }
  return undefined;
}

function explainLine(section: SdpSection, at: number): Explanation | undefined {
  const attribute = section.attributes.find(({ start, contentEnd }) => start <= at && at <= contentEnd);
  if (attribute) {
    const { start, contentEnd, name, valueNode } = attribute;
    const detail = name === 'candidate' ? candidateText(valueNode?.text ?? '') : undefined;
    const text = paragraphs(attributeText(name, lookupSdpAttribute(name)), detail);
    return { start, end: contentEnd, text };
  }
  const line = section.lines.find(({ start, contentEnd }) => start <= at && at <= contentEnd);
  const known = line && LINES.get(line.type);
  if (!line || !known) return undefined;
  const [meaning, section8866] = known;
  const text = paragraphs(`\`${line.type}=\` ${meaning}`, links([{ rfc: 8866, section: section8866 }]));
  return { start: line.start, end: line.contentEnd, text };
}

function attributeText(name: string, known: SdpAttributeDefinition | undefined): string {
  if (!known) return `Attribute **${plain(name)}** is not registered.`;
  const levels = known.levels.length > 0 ? `, of a ${known.levels.join(' or ')}` : '';
  const deprecated = known.deprecated ? ' (deprecated)' : '';
  return paragraphs(`Attribute **${plain(known.name)}**${levels}${deprecated}`, links(known.references));
}

/** A payload type as the codec that it stands for: by its a=rtpmap, or by the table of RFC 3551. */
function explainFormat(media: SdpMedia, at: number): Explanation | undefined {
  const { description } = media;
  if (!description?.protocol.text.includes('RTP')) return undefined;
  const format = description.formats.find((one) => touches(one, at));
  if (!format) return undefined;
  const mapped = media
    .attributesNamed('rtpmap')
    .map(({ value }) => value)
    .find((value) => value?.payloadType.text === format.text);
  const fmtp = media
    .attributesNamed('fmtp')
    .map(({ value }) => value)
    .find((value) => value?.format.text === format.text);
  const known = lookupRtpPayloadType(Number(format.text));
  const codec = mapped
    ? `${plain(mapped.encoding.text)}, ${plain(mapped.clockRate.text)} Hz${mapped.channels ? `, ${plain(mapped.channels.text)} channels` : ''}`
    : known
      ? `${plain(known.encoding)}, ${known.clockRate} Hz (static, RFC 3551 §6)`
      : 'no a=rtpmap says what it is';
  const text = paragraphs(`Payload type **${plain(format.text)}**: ${codec}`, fmtp && code(fmtp.params.text));
  return { start: format.start, end: format.end, text };
}

const CANDIDATE_TYPES: ReadonlyMap<string, string> = new Map([
  ['host', 'an address of the host itself'],
  ['srflx', 'server reflexive: the address that a STUN server saw'],
  ['prflx', 'peer reflexive: the address that the peer saw'],
  ['relay', 'an address on a TURN server'],
]);

/** An ICE candidate in words (RFC 8839 §5.1). */
function candidateText(value: string): string | undefined {
  const [foundation, component, transport, priority, address, port, typ, type] = value.split(' ');
  if (typ !== 'typ' || type === undefined) return undefined;
  const meaning = CANDIDATE_TYPES.get(type);
  const stream = component === '1' ? ' (RTP)' : component === '2' ? ' (RTCP)' : '';
  return [
    `- ${code(`${address}:${port}`)} over ${plain(transport ?? '')}`,
    `- type ${code(type)}${meaning === undefined ? '' : `: ${meaning}`}`,
    `- component ${plain(component ?? '')}${stream}, priority ${plain(priority ?? '')}, foundation ${code(foundation ?? '')}`,
  ].join('\n');
}
