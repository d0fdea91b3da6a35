import type { Statement } from '../statement.js';

export default [
  {
    section: '20',
    rules: ['missing-allow-supported-in-invite-2xx', 'missing-supported-in-invite', 'missing-accept-in-options'],
    text: 'm*: The header field SHOULD be sent, but clients/servers need to be prepared to receive messages without that header field.',
  },
  {
    section: '20',
    rules: ['missing-content-length'],
    text: 't: The header field SHOULD be sent, but clients/servers need to be prepared to receive messages without that header field.',
  },
  {
    section: '20',
    rules: ['missing-content-length-on-stream'],
    text: 'If a stream-based protocol (such as TCP) is used as a transport, then the header field MUST be sent.',
  },
  {
    section: '20',
    rules: [
      'missing-to',
      'missing-from',
      'missing-call-id',
      'missing-cseq',
      'missing-max-forwards',
      'missing-contact-in-invite',
    ],
    text: 'A "mandatory" header field MUST be present in a request, and MUST be understood by the UAS receiving the request.',
  },
  {
    section: '20',
    rules: [
      'missing-contact-in-invite-2xx',
      'missing-www-authenticate-in-401',
      'missing-unsupported-in-420',
      'missing-min-expires-in-423',
    ],
    text: 'A mandatory response header field MUST be present in the response, and the header field MUST be understood by the UAC processing the response.',
  },
  {
    section: '20',
    rules: ['header-not-applicable-to-method'],
    text: '"Not applicable" means that the header field MUST NOT be present in a request.',
  },
  {
    section: '20',
    undecidable: 'inner-state',
    text: 'If one is placed in a request by mistake, it MUST be ignored by the UAS receiving the request.',
  },
  {
    section: '20',
    rules: ['header-not-applicable-to-response'],
    text: 'Similarly, a header field labeled "not applicable" for a response means that the UAS MUST NOT place the header field in the response, and the UAC MUST ignore the header field in the response.',
  },
  {
    section: '20',
    undecidable: 'inner-state',
    text: 'A UA SHOULD ignore extension header parameters that are not understood.',
  },
  {
    section: '20',
    rules: ['addr-spec-needs-angle-brackets'],
    text: 'If the URI contains a comma, question mark or semicolon, the URI MUST be enclosed in angle brackets (< and >).',
  },
  {
    section: '20.1',
    undecidable: 'inner-state',
    text: 'The semantics are also identical, with the exception that if no Accept header field is present, the server SHOULD assume a default value of application/sdp.',
  },
  {
    section: '20.2',
    undecidable: 'inner-state',
    text: 'If no Accept-Encoding header field is present, the server SHOULD assume a default value of identity.',
  },
  {
    section: '20.3',
    undecidable: 'inner-state',
    text: 'If no Accept-Language header field is present, the server SHOULD assume all languages are acceptable to the client.',
  },
  {
    section: '20.4',
    undecidable: 'user-interface',
    text: 'In addition, a user SHOULD be able to disable this feature selectively.',
  },
  {
    section: '20.5',
    rules: ['allow-incomplete-for-invite', 'allow-missing-options'],
    text: 'All methods, including ACK and CANCEL, understood by the UA MUST be included in the list of methods in the Allow header field, when present.',
  },
  {
    section: '20.5',
    undecidable: 'inner-state',
    text: 'The absence of an Allow header field MUST NOT be interpreted to mean that the UA sending the message supports no methods.',
  },
  {
    section: '20.7',
    rules: ['auth-header-values-combined'],
    text: 'Although not a comma-separated list, this header field name may be present multiple times, and MUST NOT be combined into a single header line using the usual rules described in Section 7.3.',
  },
  {
    section: '20.9',
    undecidable: 'user-interface',
    text: 'Therefore, it is RECOMMENDED that a UA only render the information in the Call-Info header field if it can verify the authenticity of the element that originated the header field and trusts that element.',
  },
  {
    section: '20.10',
    rules: ['addr-spec-needs-angle-brackets'],
    text: 'Even if the "display-name" is empty, the "name-addr" form MUST be used if the "addr-spec" contains a comma, semicolon, or question mark.',
  },
  {
    section: '20.11',
    undecidable: 'inner-state',
    text: 'For backward-compatibility, if the Content-Disposition header field is missing, the server SHOULD assume bodies of Content-Type application/sdp are the disposition "session", while other content types are "render".',
  },
  {
    section: '20.11',
    undecidable: 'inner-state',
    text: 'If the handling parameter is missing, the value "required" SHOULD be assumed.',
  },
  {
    section: '20.12',
    undecidable: 'inner-state',
    text: 'When present, its value indicates what additional content codings have been applied to the entity-body, and thus what decoding mechanisms MUST be applied in order to obtain the media-type referenced by the Content-Type header field.',
  },
  {
    section: '20.12',
    undecidable: 'unseen-cause',
    text: 'If multiple encodings have been applied to an entity-body, the content codings MUST be listed in the order in which they were applied.',
  },
  {
    section: '20.12',
    rules: ['response-content-encoding-not-accepted'],
    text: 'The server MUST only use encodings listed in the Accept-Encoding header field in the request.',
  },
  {
    section: '20.14',
    rules: ['missing-content-length'],
    text: 'Applications SHOULD use this field to indicate the size of the message-body to be transferred, regardless of the media type of the entity.',
  },
  {
    section: '20.14',
    rules: ['missing-content-length-on-stream'],
    text: 'If a stream-based protocol (such as TCP) is used as transport, the header field MUST be used.',
  },
  {
    section: '20.14',
    rules: ['content-length-exceeds-body', 'content-length-mismatch'],
    text: 'If no body is present in a message, then the Content-Length header field value MUST be set to zero.',
  },
  {
    section: '20.15',
    rules: ['missing-content-type'],
    text: 'The Content-Type header field MUST be present if the body is not empty.',
  },
  {
    section: '20.16',
    rules: ['cseq-number-out-of-range'],
    text: 'The sequence number MUST be expressible as a 32-bit unsigned integer.',
  },
  {
    section: '20.20',
    rules: ['anonymous-from-display-name'],
    text: 'A system SHOULD use the display name "Anonymous" if the identity of the client is to remain hidden.',
  },
  {
    section: '20.20',
    rules: ['addr-spec-needs-angle-brackets'],
    text: 'Even if the "display-name" is empty, the "name-addr" form MUST be used if the "addr-spec" contains a comma, question mark, or semicolon.',
  },
  {
    section: '20.26',
    undecidable: 'inner-state',
    text: 'For these decisions, a message containing no Priority header field SHOULD be treated as if it specified a Priority of "normal".',
  },
  {
    section: '20.26',
    undecidable: 'meaning',
    text: 'It is RECOMMENDED that the value of "emergency" only be used when life, limb, or property are in imminent danger.',
  },
  {
    section: '20.28',
    rules: ['auth-header-values-combined'],
    text: 'Although not a comma-separated list, this header field name may be present multiple times, and MUST NOT be combined into a single header line using the usual rules described in Section 7.3.1.',
  },
  {
    section: '20.31',
    undecidable: 'meaning',
    text: 'If the user wished to remain anonymous, the header field SHOULD either be omitted from the request or populated in such a way that does not reveal any private information.',
  },
  {
    section: '20.31',
    rules: ['addr-spec-needs-angle-brackets'],
    text: 'Even if the "display-name" is empty, the "name-addr" form MUST be used if the "addr-spec" contains a comma, question mark, or semicolon.',
  },
  {
    section: '20.32',
    undecidable: 'inner-state',
    text: 'Although an optional header field, the Require MUST NOT be ignored if it is present.',
  },
  {
    section: '20.32',
    undecidable: 'inner-state',
    text: 'Each option tag defines a SIP extension that MUST be understood to process the request.',
  },
  {
    section: '20.32',
    rules: ['option-tag-unregistered'],
    text: 'A UAC compliant to this specification MUST only include option tags corresponding to standards-track RFCs.',
  },
  {
    section: '20.35',
    undecidable: 'capability',
    text: 'Implementers SHOULD make the Server header field a configurable option.',
  },
  {
    section: '20.37',
    rules: ['option-tag-unregistered'],
    text: 'A UA compliant to this specification MUST only include option tags corresponding to standards-track RFCs.',
  },
  {
    section: '20.41',
    undecidable: 'capability',
    text: 'Implementers SHOULD make the User-Agent header field a configurable option.',
  },
  {
    section: '20.42',
    rules: ['via-branch-magic-cookie'],
    text: 'For implementations compliant to this specification, the value of the branch parameter MUST start with the magic cookie "z9hG4bK", as discussed in Section 8.1.1.7.',
  },
  {
    section: '20.43',
    undecidable: 'inner-state',
    text: 'A system receiving this warning MUST NOT take any automated action.',
  },
] satisfies readonly Statement[];
