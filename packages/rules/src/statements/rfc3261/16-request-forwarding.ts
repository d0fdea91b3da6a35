import type { Statement } from '../statement.js';

export default [
  {
    section: '16.6',
    rules: ['proxy-removed-or-reordered-header'],
    text: 'The copy MUST initially contain all of the header fields from the received request.',
  },
  {
    section: '16.6',
    rules: ['proxy-removed-or-reordered-header'],
    text: 'Fields not detailed in the processing described below MUST NOT be removed.',
  },
  {
    section: '16.6',
    rules: ['proxy-removed-or-reordered-header'],
    text: 'The copy SHOULD maintain the ordering of the header fields as in the received request.',
  },
  {
    section: '16.6',
    rules: ['proxy-removed-or-reordered-header'],
    text: 'The proxy MUST NOT reorder field values with a common field name (See Section 7.3.1).',
  },
  {
    section: '16.6',
    rules: ['proxy-modified-body'],
    text: 'The proxy MUST NOT add to, modify, or remove the message body.',
  },
  {
    section: '16.6',
    undecidable: 'unseen-cause',
    text: "The Request-URI in the copy's start line MUST be replaced with the URI for this target.",
  },
  {
    section: '16.6',
    rules: ['request-uri-method-param', 'request-uri-headers-component'],
    text: 'If the URI contains any parameters not allowed in a Request-URI, they MUST be removed.',
  },
  {
    section: '16.6',
    rules: ['proxy-max-forwards-not-decremented'],
    text: 'If the copy contains a Max-Forwards header field, the proxy MUST decrement its value by one (1).',
  },
  {
    section: '16.6',
    rules: ['missing-max-forwards'],
    text: 'If the copy does not contain a Max-Forwards header field, the proxy MUST add one with a field value, which SHOULD be 70.',
  },
  {
    section: '16.6',
    rules: ['record-route-not-prepended'],
    text: 'If this proxy wishes to remain on the path of future requests in a dialog created by this request (assuming the request creates a dialog), it MUST insert a Record-Route header field value into the copy before any existing Record-Route header field values, even if a Route header field is already present.',
  },
  {
    section: '16.6',
    undecidable: 'policy',
    text: 'If this request is already part of a dialog, the proxy SHOULD insert a Record-Route header field value if it wishes to remain on the path of future requests in the dialog.',
  },
  {
    section: '16.6',
    rules: ['record-route-not-sip-uri'],
    text: 'The URI placed in the Record-Route header field value MUST be a SIP or SIPS URI.',
  },
  {
    section: '16.6',
    rules: ['record-route-missing-lr'],
    text: 'This URI MUST contain an lr parameter (see Section 19.1.1).',
  },
  {
    section: '16.6',
    rules: ['record-route-transport-parameter'],
    text: 'The URI SHOULD NOT contain the transport parameter unless the proxy has knowledge (such as in a private network) that the next downstream element that will be in the path of subsequent requests supports that transport.',
  },
  {
    section: '16.6',
    undecidable: 'transport',
    text: 'The URI placed in the Record-Route header field MUST resolve to the element inserting it (or a suitable stand-in) when the server location procedures of [4] are applied to it, so that subsequent requests reach the same SIP element.',
  },
  {
    section: '16.6',
    rules: ['record-route-sips-required'],
    text: 'If the Request-URI contains a SIPS URI, or the topmost Route header field value (after the post processing of bullet 6) contains a SIPS URI, the URI placed into the Record-Route header field MUST be a SIPS URI.',
  },
  {
    section: '16.6',
    undecidable: 'transport',
    text: 'Furthermore, if the request was not received over TLS, the proxy MUST insert a Record-Route header field.',
  },
  {
    section: '16.6',
    undecidable: 'transport',
    text: 'In a similar fashion, a proxy that receives a request over TLS, but generates a request without a SIPS URI in the Request-URI or topmost Route header field value (after the post processing of bullet 6), MUST insert a Record-Route header field that is not a SIPS URI.',
  },
  {
    section: '16.6',
    undecidable: 'unseen-cause',
    text: 'If the URI placed in the Record-Route header field needs to be rewritten when it passes back through in a response, the URI MUST be distinct enough to locate at that time.',
  },
  {
    section: '16.6',
    undecidable: 'policy',
    text: 'If a proxy needs to be in the path of any type of dialog (such as one straddling a firewall), it SHOULD add a Record-Route header field value to every request with a method it does not understand since that method may have dialog semantics.',
  },
  {
    section: '16.6',
    undecidable: 'inner-state',
    text: 'Endpoints MUST NOT use a URI obtained from a Record-Route header field outside the dialog in which it was provided.',
  },
  { section: '16.6', undecidable: 'policy', text: 'A proxy MUST ensure that all such proxies are loose routers.' },
  {
    section: '16.6',
    undecidable: 'policy',
    text: 'This set MUST be pushed into the Route header field of the copy ahead of any existing values, if present.',
  },
  {
    section: '16.6',
    undecidable: 'policy',
    text: 'If the Route header field is absent, it MUST be added, containing that list of URIs.',
  },
  {
    section: '16.6',
    undecidable: 'policy',
    text: 'If the request has a Route header field, this alternative MUST NOT be used unless it is known that next hop proxy is a loose router.',
  },
  {
    section: '16.6',
    undecidable: 'transport',
    text: 'Furthermore, if the Request-URI contains a SIPS URI, TLS MUST be used to communicate with that proxy.',
  },
  {
    section: '16.6',
    rules: ['route-strict-routing'],
    text: 'If the copy contains a Route header field, the proxy MUST inspect the URI in its first value.',
  },
  {
    section: '16.6',
    rules: ['route-strict-routing'],
    text: 'If that URI does not contain an lr parameter, the proxy MUST modify the copy as follows:',
  },
  {
    section: '16.6',
    rules: ['route-strict-routing'],
    text: 'The proxy MUST place the Request-URI into the Route header field as the last value.',
  },
  {
    section: '16.6',
    rules: ['route-strict-routing'],
    text: 'The proxy MUST then place the first Route header field value into the Request-URI and remove that value from the Route header field.',
  },
  {
    section: '16.6',
    undecidable: 'policy',
    text: 'Such a policy MUST NOT be used if the proxy is not certain that the IP address, port, and transport correspond to a server that is a loose router.',
  },
  {
    section: '16.6',
    undecidable: 'policy',
    text: 'However, this mechanism for sending the request through a specific next hop is NOT RECOMMENDED; instead a Route header field should be used for that purpose as described above.',
  },
  {
    section: '16.6',
    undecidable: 'inner-state',
    text: 'If the proxy has reformatted the request to send to a strict-routing element as described in step 6 above, the proxy MUST apply those procedures to the Request-URI of the request.',
  },
  {
    section: '16.6',
    undecidable: 'inner-state',
    text: 'Otherwise, the proxy MUST apply the procedures to the first value in the Route header field, if present, else the Request-URI.',
  },
  {
    section: '16.6',
    undecidable: 'transport',
    text: 'Independently of which URI is being used as input to the procedures of [4], if the Request-URI specifies a SIPS resource, the proxy MUST follow the procedures of [4] as if the input URI were a SIPS URI.',
  },
  {
    section: '16.6',
    undecidable: 'transport',
    text: 'As described in [4], the proxy MUST attempt to deliver the message to the first tuple in that set, and proceed through the set in order until the delivery attempt succeeds.',
  },
  {
    section: '16.6',
    undecidable: 'transport',
    text: 'For each tuple attempted, the proxy MUST format the message as appropriate for the tuple and send the request using a new client transaction as detailed in steps 8 through 10.',
  },
  {
    section: '16.6',
    rules: ['via-branch-reused'],
    text: 'Thus, the branch parameter provided with the Via header field inserted in step 8 MUST be different for each attempt.',
  },
  {
    section: '16.6',
    rules: ['via-branch-missing'],
    text: 'The proxy MUST insert a Via header field value into the copy before the existing Via header field values.',
  },
  {
    section: '16.6',
    undecidable: 'inner-state',
    text: 'A proxy choosing to detect loops SHOULD create a branch parameter separable into two parts by the implementation.',
  },
  {
    section: '16.6',
    rules: ['via-branch-magic-cookie'],
    text: 'The first part MUST satisfy the constraints of Section 8.1.1.7 as described above.',
  },
  {
    section: '16.6',
    undecidable: 'inner-state',
    text: 'The value placed in this part of the branch parameter SHOULD reflect all of those fields (including any Route, Proxy-Require and Proxy-Authorization header fields).',
  },
  {
    section: '16.6',
    undecidable: 'inner-state',
    text: 'If a proxy wishes to detect loops, the "branch" parameter it supplies MUST depend on all information affecting processing of a request, including the incoming Request-URI and any header fields affecting the request\'s admission or routing.',
  },
  {
    section: '16.6',
    undecidable: 'inner-state',
    text: 'The request method MUST NOT be included in the calculation of the branch parameter.',
  },
  {
    section: '16.6',
    rules: ['cancel-via-mismatch', 'ack-non-2xx-via-mismatch'],
    text: 'In particular, CANCEL and ACK requests (for non-2xx responses) MUST have the same branch value as the corresponding request they cancel or acknowledge.',
  },
  {
    section: '16.6',
    rules: ['missing-content-length-on-stream'],
    text: 'If the request will be sent to the next hop using a stream-based transport and the copy contains no Content-Length header field, the proxy MUST insert one with the correct value for the body of the request (see Section 20.14).',
  },
  {
    section: '16.6',
    undecidable: 'inner-state',
    text: 'A stateful proxy MUST create a new client transaction for this request as described in Section 17.1 and instructs the transaction to send the request using the address, port and transport determined in step 7.',
  },
  {
    section: '16.6',
    undecidable: 'inner-state',
    text: 'Timer C MUST be set for each client transaction when an INVITE request is proxied.',
  },
  { section: '16.6', undecidable: 'inner-state', text: 'The timer MUST be larger than 3 minutes.' },
] satisfies readonly Statement[];
