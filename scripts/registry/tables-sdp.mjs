import { nameDefinitions, readName } from './names.mjs';
import { parseReferences } from './references.mjs';

/**
 * The module of IANA's SDP registries.
 * @param {import('./registries.mjs').Sources} sources
 */
export function sdpModules({ rows, updated }) {
  const named = (name, doc, registry) => ({
    name,
    type: 'NameDefinition',
    doc,
    rows: nameDefinitions(rows(registry), { name: 'name' }),
  });
  return [
    {
      file: 'sdp',
      source: `IANA sdp-parameters (${updated('sdp-parameters')}), sdp-security-descriptions (${updated('sdp-security-descriptions')})`,
      tables: [
        named('sdpMedia', 'Every registered media of an m= line.', 'sdp-parameters-1'),
        named('sdpProtocols', 'Every registered transport protocol (proto) of an m= line.', 'sdp-parameters-2'),
        named('sdpBandwidthTypes', 'Every registered bwtype of a b= line.', 'sdp-parameters-3'),
        {
          name: 'sdpNetworkTypes',
          type: 'SdpNetworkTypeDefinition',
          doc: 'Every registered nettype, with the addrtypes that it can be used with.',
          rows: rows('sdp-parameters-4').map(({ name, usable, reference }) => ({
            name,
            addressTypes: words(usable),
            references: parseReferences(reference),
          })),
        },
        named('sdpAddressTypes', 'Every registered addrtype.', 'sdp-parameters-5'),
        named('sdpKeyMethods', 'Every registered method of a k= line.', 'sdp-parameters-6'),
        named('sdpGroupSemantics', 'Every registered semantics of a=group.', 'sdp-parameters-13'),
        named('sdpRtcpFeedback', 'Every registered value of a=rtcp-fb.', 'sdp-parameters-14'),
        named('sdpContent', 'Every registered value of a=content.', 'sdp-parameters-12'),
        named('sdpCryptoSuites', 'Every registered crypto-suite of a=crypto.', 'sdp-security-descriptions-3'),
        {
          name: 'sdpAttributes',
          type: 'SdpAttributeDefinition',
          doc: 'Every registered attribute, with the levels where it may stand.',
          rows: attributes(rows('sdp-att-field')),
        },
      ],
    },
    {
      file: 'rtp-payload-types',
      source: `IANA rtp-parameters (${updated('rtp-parameters')})`,
      tables: [
        {
          name: 'rtpPayloadTypes',
          type: 'RtpPayloadTypeDefinition',
          doc: 'Every RTP payload type that is statically assigned to an encoding.',
          rows: payloadTypes(rows('rtp-parameters-1')),
        },
      ],
    },
  ];
}

/** The registry names the protocols of a data channel in parentheses: `media, dcsa (msrp)`. */
function attributes(registry) {
  return registry.map(({ name: value, usage, reference }) => {
    const { name, deprecated } = readName(value);
    const levels = [...new Set(words(usage.replace(/\s*\([^)]*\)/g, '')))];
    return { name, levels, references: parseReferences(reference), deprecated };
  });
}

function payloadTypes(registry) {
  return registry
    .filter(({ clock_rate: clockRate }) => clockRate !== '')
    .map(({ value, name: encoding, av, clock_rate: clockRate, channels, reference }) => ({
      payloadType: Number(value),
      encoding,
      media: [...av].map((letter) => (letter === 'A' ? 'audio' : 'video')),
      clockRate: Number(clockRate),
      channels: channels === '' ? undefined : Number(channels),
      references: parseReferences(reference),
    }));
}

/** @param {string} list comma-separated */
function words(list) {
  return list.split(',').map((word) => word.trim());
}
