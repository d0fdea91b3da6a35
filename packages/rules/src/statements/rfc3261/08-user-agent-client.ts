import type { Statement } from '../statement.js';

export default [
  {
    section: '8.1.1',
    rules: ['missing-to', 'missing-from', 'missing-cseq', 'missing-call-id', 'missing-max-forwards', 'missing-via'],
    text: 'A valid SIP request formulated by a UAC MUST, at a minimum, contain the following header fields: To, From, CSeq, Call-ID, Max-Forwards, and Via; all of these header fields are mandatory in all SIP requests.',
  },
  {
    section: '8.1.1.1',
    rules: ['initial-request-uri-differs-from-to'],
    text: 'The initial Request-URI of the message SHOULD be set to the value of the URI in the To field.',
  },
  {
    section: '8.1.1.1',
    undecidable: 'policy',
    text: 'When a provider wishes to configure a UA with an outbound proxy, it is RECOMMENDED that this be done by providing it with a pre-existing route set with a single URI, that of the outbound proxy.',
  },
  {
    section: '8.1.1.1',
    rules: ['route-set-lost-strict-routing'],
    text: 'When a pre-existing route set is present, the procedures for populating the Request-URI and Route header field detailed in Section 12.2.1.1 MUST be followed (even though there is no dialog), using the desired Request-URI as the remote target URI.',
  },
  { section: '8.1.1.2', undecidable: 'capability', text: 'All SIP implementations MUST support the SIP URI scheme.' },
  {
    section: '8.1.1.2',
    undecidable: 'capability',
    text: 'Any implementation that supports TLS MUST support the SIPS URI scheme.',
  },
  {
    section: '8.1.1.2',
    rules: ['register-to-has-tag', 'request-for-unknown-dialog'],
    text: 'A request outside of a dialog MUST NOT contain a To tag; the tag in the To field of a request identifies the peer of the dialog.',
  },
  {
    section: '8.1.1.3',
    rules: ['anonymous-from-display-name'],
    text: 'A UAC SHOULD use the display name "Anonymous", along with a syntactically correct, but otherwise meaningless URI (like sip:thisis@anonymous.invalid), if the identity of the client is to remain hidden.',
  },
  {
    section: '8.1.1.3',
    rules: ['from-tag-missing'],
    text: 'The From field MUST contain a new "tag" parameter, chosen by the UAC.',
  },
  {
    section: '8.1.1.4',
    rules: ['call-id-changed-in-dialog', 'response-call-id-mismatch'],
    text: 'It MUST be the same for all requests and responses sent by either UA in a dialog.',
  },
  {
    section: '8.1.1.4',
    rules: ['register-call-id-changed'],
    text: 'It SHOULD be the same in each registration from a UA.',
  },
  {
    section: '8.1.1.4',
    rules: ['call-id-reused-for-new-call'],
    text: 'In a new request created by a UAC outside of any dialog, the Call-ID header field MUST be selected by the UAC as a globally unique identifier over space and time unless overridden by method-specific behavior.',
  },
  {
    section: '8.1.1.4',
    undecidable: 'uniqueness',
    text: 'Use of cryptographically random identifiers (RFC 1750 [12]) in the generation of Call-IDs is RECOMMENDED.',
  },
  { section: '8.1.1.5', rules: ['cseq-method-mismatch'], text: 'The method MUST match that of the request.' },
  {
    section: '8.1.1.5',
    rules: ['cseq-number-out-of-range'],
    text: 'The sequence number value MUST be expressible as a 32-bit unsigned integer and MUST be less than 2**31.',
  },
  {
    section: '8.1.1.6',
    rules: ['missing-max-forwards', 'max-forwards-initial-value'],
    text: 'A UAC MUST insert a Max-Forwards header field into each request it originates with a value that SHOULD be 70.',
  },
  {
    section: '8.1.1.7',
    rules: ['missing-via'],
    text: 'When the UAC creates a request, it MUST insert a Via into that request.',
  },
  {
    section: '8.1.1.7',
    rules: ['via-protocol-not-sip-2-0'],
    text: 'The protocol name and protocol version in the header field MUST be SIP and 2.0, respectively.',
  },
  {
    section: '8.1.1.7',
    rules: ['via-branch-missing'],
    text: 'The Via header field value MUST contain a branch parameter.',
  },
  {
    section: '8.1.1.7',
    rules: ['via-branch-reused', 'via-branch-not-unique-by-construction'],
    text: 'The branch parameter value MUST be unique across space and time for all requests sent by the UA.',
  },
  {
    section: '8.1.1.7',
    rules: ['via-branch-magic-cookie'],
    text: 'The branch ID inserted by an element compliant with this specification MUST always begin with the characters "z9hG4bK".',
  },
  {
    section: '8.1.1.8',
    rules: ['missing-contact-in-invite', 'contact-not-exactly-one-in-invite', 'contact-not-sip-uri-in-dialog'],
    text: 'The Contact header field MUST be present and contain exactly one SIP or SIPS URI in any request that can result in the establishment of a dialog.',
  },
  {
    section: '8.1.1.8',
    rules: ['contact-not-globally-usable'],
    text: 'That is, the Contact header field value contains the URI at which the UA would like to receive requests, and this URI MUST be valid even if used in subsequent requests outside of any dialogs.',
  },
  {
    section: '8.1.1.8',
    rules: ['contact-sips-required'],
    text: 'If the Request-URI or top Route header field value contains a SIPS URI, the Contact header field MUST contain a SIPS URI as well.',
  },
  {
    section: '8.1.1.9',
    rules: ['missing-supported-in-invite'],
    text: 'If the UAC supports extensions to SIP that can be applied by the server to the response, the UAC SHOULD include a Supported header field in the request listing the option tags (Section 19.2) for those extensions.',
  },
  {
    section: '8.1.1.9',
    rules: ['option-tag-unregistered'],
    text: 'The option tags listed MUST only refer to extensions defined in standards-track RFCs.',
  },
  {
    section: '8.1.1.9',
    undecidable: 'unseen-cause',
    text: 'If the UAC wishes to insist that a UAS understand an extension that the UAC will apply to the request in order to process the request, it MUST insert a Require header field into the request listing the option tag for that extension.',
  },
  {
    section: '8.1.1.9',
    undecidable: 'unseen-cause',
    text: 'If the UAC wishes to apply an extension to the request and insist that any proxies that are traversed understand that extension, it MUST insert a Proxy-Require header field into the request listing the option tag for that extension.',
  },
  {
    section: '8.1.1.9',
    rules: ['option-tag-unregistered'],
    text: 'As with the Supported header field, the option tags in the Require and Proxy-Require header fields MUST only refer to extensions defined in standards-track RFCs.',
  },
  {
    section: '8.1.2',
    undecidable: 'transport',
    text: 'Unless there is local policy specifying otherwise, the destination MUST be determined by applying the DNS procedures described in [4] as follows.',
  },
  {
    section: '8.1.2',
    undecidable: 'transport',
    text: 'If the first element in the route set indicated a strict router (resulting in forming the request as described in Section 12.2.1.1), the procedures MUST be applied to the Request-URI of the request.',
  },
  {
    section: '8.1.2',
    undecidable: 'transport',
    text: 'Independent of which URI is used as input to the procedures of [4], if the Request-URI specifies a SIPS resource, the UAC MUST follow the procedures of [4] as if the input URI were a SIPS URI.',
  },
  {
    section: '8.1.2',
    rules: ['via-transport-not-tls-for-sips'],
    text: 'If the Request-URI contains a SIPS URI, any alternate destinations MUST be contacted with TLS.',
  },
  {
    section: '8.1.2',
    undecidable: 'policy',
    text: 'However, that approach for configuring an outbound proxy is NOT RECOMMENDED; a pre-existing route set with a single URI SHOULD be used instead.',
  },
  {
    section: '8.1.2',
    undecidable: 'transport',
    text: 'If the request contains a Route header field, the request SHOULD be sent to the locations derived from its topmost value, but MAY be sent to any server that the UA is certain will honor the Route and Request-URI policies specified in this document (as opposed to those in RFC 2543).',
  },
  {
    section: '8.1.2',
    undecidable: 'policy',
    text: 'In particular, a UAC configured with an outbound proxy SHOULD attempt to send the request to the location indicated in the first Route header field value instead of adopting the policy of sending all messages to the outbound proxy.',
  },
  {
    section: '8.1.2',
    undecidable: 'transport',
    text: 'The UAC SHOULD follow the procedures defined in [4] for stateful elements, trying each address until a server is contacted.',
  },
  {
    section: '8.1.3.1',
    undecidable: 'inner-state',
    text: 'When a timeout error is received from the transaction layer, it MUST be treated as if a 408 (Request Timeout) status code has been received.',
  },
  {
    section: '8.1.3.1',
    undecidable: 'inner-state',
    text: 'If a fatal transport error is reported by the transport layer (generally, due to fatal ICMP errors in UDP or connection failures in TCP), the condition MUST be treated as a 503 (Service Unavailable) status code.',
  },
  {
    section: '8.1.3.2',
    undecidable: 'inner-state',
    text: 'A UAC MUST treat any final response it does not recognize as being equivalent to the x00 response code of that class, and MUST be able to process the x00 response code for all classes.',
  },
  {
    section: '8.1.3.2',
    undecidable: 'inner-state',
    text: 'A UAC MUST treat any provisional response different than 100 that it does not recognize as 183 (Session Progress).',
  },
  { section: '8.1.3.2', undecidable: 'capability', text: 'A UAC MUST be able to process 100 and 183 responses.' },
  {
    section: '8.1.3.3',
    undecidable: 'inner-state',
    text: 'If more than one Via header field value is present in a response, the UAC SHOULD discard the message.',
  },
  {
    section: '8.1.3.4',
    undecidable: 'absence',
    text: 'Upon receipt of a redirection response (for example, a 301 response status code), clients SHOULD use the URI(s) in the Contact header field to formulate one or more new requests based on the redirected request.',
  },
  {
    section: '8.1.3.4',
    undecidable: 'unseen-cause',
    text: 'As with proxy recursion, a client processing 3xx class responses MUST NOT add any given URI to the target set more than once.',
  },
  {
    section: '8.1.3.4',
    undecidable: 'user-interface',
    text: 'If the original request had a SIPS URI in the Request-URI, the client MAY choose to recurse to a non-SIPS URI, but SHOULD inform the user of the redirection to an insecure URI.',
  },
  {
    section: '8.1.3.4',
    undecidable: 'inner-state',
    text: 'Failures SHOULD be detected through failure response codes (codes greater than 399); for network errors the client transaction will report any transport layer failures to the transaction user.',
  },
  {
    section: '8.1.3.4',
    undecidable: 'absence',
    text: 'When a failure for a particular contact address is received, the client SHOULD try the next contact address.',
  },
  {
    section: '8.1.3.4',
    rules: ['request-uri-headers-component', 'redirected-request-keeps-forbidden-uri-parts'],
    text: 'In order to create a request based on a contact address in a 3xx response, a UAC MUST copy the entire URI from the target set into the Request-URI, except for the "method-param" and "header" URI parameters (see Section 19.1.1 for a definition of these parameters).',
  },
  {
    section: '8.1.3.4',
    rules: ['retry-identifiers-changed'],
    text: 'It is RECOMMENDED that the UAC reuse the same To, From, and Call-ID used in the original redirected request, but the UAC MAY also choose to update the Call-ID header field value for new requests, for example.',
  },
  {
    section: '8.1.3.4',
    rules: ['via-branch-reused'],
    text: 'Finally, once the new request has been constructed, it is sent using a new client transaction, and therefore MUST have a new branch ID in the top Via field as discussed in Section 8.1.1.7.',
  },
  {
    section: '8.1.3.4',
    undecidable: 'unseen-cause',
    text: 'In all other respects, requests sent upon receipt of a redirect response SHOULD re-use the header fields and bodies of the original request.',
  },
  {
    section: '8.1.3.5',
    undecidable: 'absence',
    text: 'If a 401 (Unauthorized) or 407 (Proxy Authentication Required) response is received, the UAC SHOULD follow the authorization procedures of Section 22.2 and Section 22.3 to retry the request with credentials.',
  },
  {
    section: '8.1.3.5',
    undecidable: 'absence',
    text: 'If possible, the UAC SHOULD retry the request, either omitting the body or using one of a smaller length.',
  },
  {
    section: '8.1.3.5',
    undecidable: 'unseen-cause',
    text: 'The UAC SHOULD retry sending the request, this time only using content with types listed in the Accept header field in the response, with encodings listed in the Accept-Encoding header field in the response, and with languages listed in the Accept-Language in the response.',
  },
  {
    section: '8.1.3.5',
    undecidable: 'absence',
    text: 'The client SHOULD retry the request, this time, using a SIP URI.',
  },
  {
    section: '8.1.3.5',
    rules: ['retry-repeats-unsupported-extension'],
    text: 'The UAC SHOULD retry the request, this time omitting any extensions listed in the Unsupported header field in the response.',
  },
  {
    section: '8.1.3.5',
    rules: ['auth-retry-cseq-not-incremented', 'retry-identifiers-changed'],
    text: 'This new request constitutes a new transaction and SHOULD have the same value of the Call-ID, To, and From of the previous request, but the CSeq should contain a new sequence number that is one higher than the previous.',
  },
] satisfies readonly Statement[];
