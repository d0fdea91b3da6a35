import type { Statement } from '../statement.js';

export default [
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'If none is found, the element MUST process the response (even if it is an informational response) as a stateless proxy (described below).',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'As client transactions pass responses to the proxy layer, the following processing MUST take place:',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'The following processing MUST be performed on each response that is forwarded.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'For an INVITE transaction, if the response is a provisional response with status codes 101 to 199 inclusive (i.e., anything but 100), the proxy MUST reset timer C for that client transaction.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'The timer MAY be reset to a different value, but this value MUST be greater than 3 minutes.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'If no Via header field values remain in the response, the response was meant for this element and MUST NOT be forwarded.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'If the proxy chooses to recurse on any contacts in a 3xx response by adding them to the target set, it MUST remove them from the response before adding the response to the response context.',
  },
  {
    section: '16.7',
    rules: ['redirect-downgrades-sips'],
    text: 'However, a proxy SHOULD NOT recurse to a non-SIPS URI if the Request-URI of the original request was a SIPS URI.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'If the proxy recurses on all of the contacts in a 3xx response, the proxy SHOULD NOT add the resulting contactless response to the response context.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'If a proxy receives a 416 (Unsupported URI Scheme) response to a request whose Request-URI scheme was not SIP, but the scheme in the original received request was SIP or SIPS (that is, the proxy changed the scheme from SIP or SIPS to something else when it proxied a request), the proxy SHOULD add a new URI to the target set.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'This URI SHOULD be a SIP URI version of the non-SIP URI that was just tried.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'As with a 3xx response, if a proxy "recurses" on the 416 by trying a SIP or SIPS URI instead, the 416 response SHOULD NOT be added to the response context.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'Until a final response has been sent on the server transaction, the following responses MUST be forwarded immediately:',
  },
  {
    section: '16.7',
    rules: ['forked-branch-not-cancelled'],
    text: 'If a 6xx response is received, it is not immediately forwarded, but the stateful proxy SHOULD cancel all client pending transactions as described in Section 10, and it MUST NOT create any new branches in this context.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'After a final response has been sent on the server transaction, the following responses MUST be forwarded immediately:',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'A stateful proxy MUST NOT immediately forward any other responses.',
  },
  {
    section: '16.7',
    undecidable: 'role',
    text: 'In particular, a stateful proxy MUST NOT forward any 100 (Trying) response.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'Any response chosen for immediate forwarding MUST be processed as described in steps "Aggregate Authorization Header Field Values" through "Record-Route".',
  },
  {
    section: '16.7',
    undecidable: 'absence',
    text: "A stateful proxy MUST send a final response to a response context's server transaction if no final responses have been immediately forwarded by the above rules and all client transactions in this response context have been terminated.",
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'The stateful proxy MUST choose the "best" final response among those received and stored in the response context.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'If there are no final responses in the context, the proxy MUST send a 408 (Request Timeout) response to the server transaction.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'Otherwise, the proxy MUST forward a response from the responses stored in the response context.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'It MUST choose from the 6xx class responses if any exist in the context.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'If no 6xx class responses are present, the proxy SHOULD choose from the lowest response class stored in the response context.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'The proxy SHOULD give preference to responses that provide information affecting resubmission of this request, such as 401, 407, 415, 420, and 484 if the 4xx class is chosen.',
  },
  {
    section: '16.7',
    rules: ['proxy-forwarded-503'],
    text: 'A proxy which receives a 503 (Service Unavailable) response SHOULD NOT forward it upstream unless it can determine that any subsequent requests it might proxy will also generate a 503.',
  },
  {
    section: '16.7',
    undecidable: 'unseen-cause',
    text: 'If the only response that was received is a 503, the proxy SHOULD generate a 500 response and forward that upstream.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'The forwarded response MUST be processed as described in steps "Aggregate Authorization Header Field Values" through "Record-Route".',
  },
  {
    section: '16.7',
    rules: ['proxy-changed-to-tag'],
    text: 'A proxy MUST NOT insert a tag into the To header field of a 1xx or 2xx response if the request did not contain one.',
  },
  {
    section: '16.7',
    rules: ['proxy-changed-to-tag'],
    text: 'A proxy MUST NOT modify the tag in the To header field of a 1xx or 2xx response.',
  },
  {
    section: '16.7',
    rules: ['proxy-changed-to-tag'],
    text: 'An element SHOULD preserve the To tag when simply forwarding a 3-6xx response to a request that did not contain a To tag.',
  },
  {
    section: '16.7',
    rules: ['proxy-changed-to-tag'],
    text: 'A proxy MUST NOT modify the To tag in any forwarded response to a request that contains a To tag.',
  },
  {
    section: '16.7',
    rules: ['proxy-dropped-challenges'],
    text: 'If the selected response is a 401 (Unauthorized) or 407 (Proxy Authentication Required), the proxy MUST collect any WWW-Authenticate and Proxy-Authenticate header field values from all other 401 (Unauthorized) and 407 (Proxy Authentication Required) responses received so far in this response context and add them to this response without modification before forwarding.',
  },
  {
    section: '16.7',
    undecidable: 'transport',
    text: 'If the proxy received the request over TLS, and sent it out over a non-TLS connection, the proxy MUST rewrite the URI in the Record-Route header field to be a SIPS URI.',
  },
  {
    section: '16.7',
    undecidable: 'transport',
    text: 'If the proxy received the request over a non-TLS connection, and sent it out over TLS, the proxy MUST rewrite the URI in the Record-Route header field to be a SIP URI.',
  },
  {
    section: '16.7',
    rules: ['record-route-not-sip-uri', 'record-route-missing-lr'],
    text: 'The new URI provided by the proxy MUST satisfy the same constraints on URIs placed in Record-Route header fields in requests (see Step 4 of Section 16.6) with the following modifications:',
  },
  {
    section: '16.7',
    rules: ['record-route-transport-parameter'],
    text: 'The URI SHOULD NOT contain the transport parameter unless the proxy has knowledge that the next upstream (as opposed to downstream) element that will be in the path of subsequent requests supports that transport.',
  },
  {
    section: '16.7',
    undecidable: 'policy',
    text: 'A RECOMMENDED mechanism to achieve this is for the proxy to append a unique identifier for the proxy instance to the user portion of the URI.',
  },
  {
    section: '16.7',
    rules: ['proxy-modified-body'],
    text: 'The proxy MUST NOT add to, modify, or remove the message body.',
  },
  {
    section: '16.7',
    rules: ['proxy-removed-or-reordered-header'],
    text: 'Unless otherwise specified, the proxy MUST NOT remove any header field values other than the Via header field value discussed in Section 16.7 Item 3.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'In particular, the proxy MUST NOT remove any "received" parameter it may have added to the next Via header field value while processing the request associated with this response.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'The proxy MUST pass the response to the server transaction associated with the response context.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'If the server transaction is no longer available to handle the transmission, the element MUST forward the response statelessly by sending it to the server transport.',
  },
  {
    section: '16.7',
    undecidable: 'inner-state',
    text: 'The proxy MUST maintain the response context until all of its associated transactions have been terminated, even after forwarding a final response.',
  },
  {
    section: '16.7',
    rules: ['forked-branch-not-cancelled'],
    text: 'If the forwarded response was a final response, the proxy MUST generate a CANCEL request for all pending client transactions associated with this response context.',
  },
  {
    section: '16.7',
    rules: ['forked-branch-not-cancelled'],
    text: 'A proxy SHOULD also generate a CANCEL request for all pending client transactions associated with this response context when it receives a 6xx response.',
  },
] satisfies readonly Statement[];
