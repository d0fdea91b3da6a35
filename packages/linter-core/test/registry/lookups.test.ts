import assert from 'node:assert/strict';
import * as registry from '../../src/registry/index.js';

/** Lookups by name: a word in some case, and the registered spelling that it should find. */
const lookups: [lookup: (name: string) => { readonly name: string } | undefined, found: Record<string, string>][] = [
  [registry.lookupMethod, { invite: 'INVITE', Publish: 'PUBLISH', PRACK: 'PRACK' }],
  [registry.lookupOptionTag, { '100REL': '100rel', timer: 'timer', 'Sec-Agree': 'sec-agree' }],
  [registry.lookupEventPackage, { Presence: 'presence', 'message-summary': 'message-summary', kpml: 'kpml' }],
  [registry.lookupEventTemplatePackage, { winfo: 'winfo' }],
  [registry.lookupSubscriptionStateReason, { NoResource: 'noresource', badfilter: 'badfilter' }],
  [registry.lookupInfoPackage, { infodtmf: 'infoDtmf' }],
  [registry.lookupUriParameter, { LR: 'lr', transport: 'transport', method: 'method', param12: 'param[n]' }],
  [registry.lookupTelUriParameter, { 'Phone-Context': 'phone-context', verstat: 'verstat' }],
  [registry.lookupFeatureTag, { audio: 'sip.audio', '+sip.Instance': 'sip.instance', language: 'language' }],
  [registry.lookupTransport, { udp: 'UDP', 'tls-sctp': 'TLS-SCTP', wss: 'WSS' }],
  [registry.lookupPriority, { Emergency: 'emergency', 'psap-callback': 'psap-callback' }],
  [registry.lookupPrivacyValue, { ID: 'id', history: 'history' }],
  [registry.lookupReasonProtocol, { sip: 'SIP', 'q.850': 'Q.850', stir: 'STIR' }],
  [registry.lookupSecurityMechanism, { 'ipsec-3GPP': 'ipsec-3gpp' }],
  [
    registry.lookupCallInfoPurpose,
    { Icon: 'icon', 'emergencycalldata.providerinfo': 'EmergencyCallData.ProviderInfo' },
  ],
  [registry.lookupContentDisposition, { Session: 'session', 'early-session': 'early-session' }],
  [registry.lookupContentDispositionParameter, { Handling: 'handling' }],
  [registry.lookupHandlingValue, { OPTIONAL: 'optional' }],
  [registry.lookupAuthScheme, { digest: 'Digest', BEARER: 'Bearer' }],
  [registry.lookupDigestAlgorithm, { md5: 'MD5', 'sha-256-SESS': 'SHA-256-sess', 'akav1-md5': 'AKAv1-MD5' }],
  [registry.lookupUriScheme, { SIPS: 'sips', urn: 'urn', fax: 'fax', shttp: 'shttp' }],
  [registry.lookupMediaType, { 'Application/SDP': 'application/sdp', 'multipart/mixed': 'multipart/mixed' }],
  [registry.lookupSdpMedia, { Audio: 'audio', image: 'image' }],
  [registry.lookupSdpProtocol, { 'rtp/avp': 'RTP/AVP', UDPTL: 'udptl', 'UDP/TLS/RTP/SAVPF': 'UDP/TLS/RTP/SAVPF' }],
  [registry.lookupSdpBandwidthType, { tias: 'TIAS' }],
  [registry.lookupSdpNetworkType, { in: 'IN' }],
  [registry.lookupSdpAddressType, { ip6: 'IP6' }],
  [registry.lookupSdpKeyMethod, { prompt: 'prompt' }],
  [registry.lookupSdpGroupSemantics, { bundle: 'BUNDLE' }],
  [registry.lookupSdpRtcpFeedback, { nack: 'nack' }],
  [registry.lookupSdpContent, { slides: 'slides' }],
  [registry.lookupSdpCryptoSuite, { aes_cm_128_hmac_sha1_80: 'AES_CM_128_HMAC_SHA1_80' }],
  [registry.lookupSdpAttribute, { RtpMap: 'rtpmap', sendrecv: 'sendrecv', 'ice-ufrag': 'ice-ufrag' }],
];

describe('registry lookups', () => {
  for (const [lookup, found] of lookups) {
    for (const [written, name] of Object.entries(found)) {
      it(`finds ${written}`, () => assert.equal(lookup(written)?.name, name));
    }
  }

  it('find nothing for other words', () => {
    for (const [lookup] of lookups) {
      for (const word of ['', 'no such word', '__proto__', 'constructor', 'valueOf']) {
        assert.equal(lookup(word), undefined);
      }
    }
  });

  const tables = [
    ...Object.values(registry).flatMap((value) => (Array.isArray(value) ? [value] : [])),
    registry.authSchemes(),
    registry.digestAlgorithms(),
    registry.eventPackages(),
    registry.headerParameters(),
    registry.mediaTypes(),
    registry.optionTags(),
    registry.sdpAttributes(),
    registry.sdpProtocols(),
    registry.uriParameters(),
    registry.uriSchemes(),
  ];

  it('find names free of the remarks that the registries put into them', () => {
    for (const table of tables) {
      assert.ok(table.length > 5);
      for (const row of table) if ('name' in row) assert.match(row.name, /^[^\s()]+$/);
    }
  });

  it('make a table once', () => assert.equal(registry.optionTags(), registry.optionTags()));
});

describe('registry/methods', () => {
  it('are case-sensitive', () => {
    assert.equal(registry.isRegisteredMethod('INVITE'), true);
    assert.equal(registry.isRegisteredMethod('Invite'), false);
    assert.equal(registry.isRegisteredMethod('FOO'), false);
  });

  it('are the fourteen of the registry', () => {
    assert.deepEqual(
      registry.METHODS.map(({ name }) => name),
      'ACK BYE CANCEL INFO INVITE MESSAGE NOTIFY OPTIONS PRACK PUBLISH REFER REGISTER SUBSCRIBE UPDATE'.split(' '),
    );
  });
});

describe('registry/status-codes', () => {
  it('know reason phrases, sections and what was withdrawn', () => {
    assert.deepEqual(registry.lookupStatusCode(481), {
      code: 481,
      reason: 'Call/Transaction Does Not Exist',
      references: [{ rfc: 3261, section: '21.4.19' }],
    });
    assert.equal(registry.lookupStatusCode(202)?.reason, 'Accepted');
    assert.equal(registry.lookupStatusCode(202)?.deprecated, true);
    assert.equal(registry.lookupStatusCode(494)?.references[0]?.rfc, 3329);
    assert.equal(registry.lookupStatusCode(409), undefined);
    assert.equal(registry.lookupStatusCode(Number.NaN), undefined);
  });

  it('name a section of §21 for every code of RFC 3261', () => {
    for (const { code, references } of registry.STATUS_CODES) {
      const [first] = references;
      if (first?.rfc !== 3261) continue;
      assert.match(first.section ?? '', new RegExp(`^21\\.${Math.floor(code / 100)}\\.\\d+$`), String(code));
    }
  });
});

describe('registry/header-params', () => {
  it('belong to their header field', () => {
    assert.equal(registry.lookupHeaderParameter('via', 'BRANCH')?.name, 'branch');
    assert.equal(registry.lookupHeaderParameter('From', 'branch'), undefined);
    assert.equal(registry.lookupHeaderParameter('X-Foo', 'tag'), undefined);
    assert.equal(registry.lookupHeaderParameter('P-DCS-LAES', 'key')?.deprecated, true);
    assert.deepEqual(
      registry.headerParametersOf('Retry-After').map(({ name }) => name),
      ['duration'],
    );
  });

  it('say whether their values are predefined', () => {
    assert.equal(registry.lookupHeaderParameter('Authorization', 'qop')?.predefinedValues, true);
    assert.equal(registry.lookupHeaderParameter('Session-ID', 'logme')?.predefinedValues, false);
    assert.equal(registry.lookupHeaderParameter('AlertMsg-Error', 'code')?.predefinedValues, false);
  });

  it('name feature tags only as enc-feature-tag does', () => {
    assert.equal(registry.lookupFeatureTag('instance'), undefined);
    assert.equal(registry.lookupFeatureTag('sip.audio'), undefined);
    assert.equal(registry.lookupFeatureTag('+g.3gpp.icsi-ref')?.name, 'g.3gpp.icsi-ref');
  });
});

describe('registry/uri-params', () => {
  it('merge the two rows of method', () => {
    assert.deepEqual(registry.lookupUriParameter('method'), {
      name: 'method',
      predefinedValues: true,
      references: [{ rfc: 3261 }, { rfc: 5552 }],
    });
  });
});

describe('registry/sdp', () => {
  it('knows the levels of attributes', () => {
    assert.deepEqual(registry.lookupSdpAttribute('rtpmap')?.levels, ['media']);
    assert.deepEqual(registry.lookupSdpAttribute('sendrecv')?.levels, ['session', 'media', 'dcsa']);
    assert.deepEqual(registry.lookupSdpAttribute('cname')?.levels, ['source']);
    for (const { name, levels } of registry.sdpAttributes()) {
      assert.ok(levels.length > 0, name);
      for (const level of levels) assert.match(level, /^(session|media|source|dcsa)$/, name);
    }
  });

  it('knows the address types of a network type', () => {
    assert.deepEqual(registry.lookupSdpNetworkType('IN')?.addressTypes, ['IP4', 'IP6']);
  });

  it('knows static payload types', () => {
    assert.deepEqual(registry.lookupRtpPayloadType(8), {
      payloadType: 8,
      encoding: 'PCMA',
      media: ['audio'],
      clockRate: 8000,
      channels: 1,
      references: [{ rfc: 3551 }],
    });
    assert.deepEqual(registry.lookupRtpPayloadType(33)?.media, ['audio', 'video']);
    assert.equal(registry.lookupRtpPayloadType(1), undefined);
    assert.equal(registry.lookupRtpPayloadType(96), undefined);
  });
});

describe('registry/header-values', () => {
  it('knows warn-codes', () => {
    assert.match(registry.lookupWarnCode(399)?.description ?? '', /^Miscellaneous warning/);
    assert.equal(registry.lookupWarnCode(392), undefined);
  });
});
