import type { Statement } from '../statement.js';

export default [
  {
    section: '16.1',
    undecidable: 'inner-state',
    text: 'When responding directly to a request, the element is playing the role of a UAS and MUST behave as described in Section 8.2.',
  },
  {
    section: '16.1',
    undecidable: 'inner-state',
    text: 'Any request that is forwarded to more than one location MUST be handled statefully.',
  },
  {
    section: '16.1',
    undecidable: 'inner-state',
    text: "Requests forwarded between different types of transports where the proxy's TU must take an active role in ensuring reliable delivery on one of the transports MUST be forwarded transaction statefully.",
  },
  { section: '16.1', undecidable: 'role', text: 'The proxy SHOULD NOT initiate a CANCEL request.' },
  {
    section: '16.2',
    rules: ['invite-without-timely-provisional'],
    text: 'The proxy core MUST behave as a UAS with respect to sending an immediate provisional on that server transaction (such as 100 Trying) as described in Section 8.2.6.',
  },
  {
    section: '16.2',
    rules: ['provisional-response-to-non-invite'],
    text: 'Thus, a stateful proxy SHOULD NOT generate 100 (Trying) responses to non-INVITE requests.',
  },
  {
    section: '16.2',
    undecidable: 'inner-state',
    text: 'For all new requests, including any with unknown methods, an element intending to proxy the request MUST:',
  },
  {
    section: '16.3',
    undecidable: 'inner-state',
    text: "Before an element can proxy a request, it MUST verify the message's validity.",
  },
  {
    section: '16.3',
    undecidable: 'unseen-cause',
    text: 'If any of these checks fail, the element MUST behave as a user agent server (see Section 8.2) and respond with an error code.',
  },
  {
    section: '16.3',
    undecidable: 'inner-state',
    text: 'Notice that a proxy is not required to detect merged requests and MUST NOT treat merged requests as an error condition.',
  },
  {
    section: '16.3',
    undecidable: 'inner-state',
    text: 'The request MUST be well-formed enough to be handled with a server transaction.',
  },
  {
    section: '16.3',
    undecidable: 'inner-state',
    text: 'Any components involved in the remainder of these Request Validation steps or the Request Forwarding section MUST be well-formed.',
  },
  {
    section: '16.3',
    rules: ['proxy-removed-or-reordered-header'],
    text: 'Any other components, well-formed or not, SHOULD be ignored and remain unchanged when the message is forwarded.',
  },
  {
    section: '16.3',
    undecidable: 'unseen-cause',
    text: 'An element MUST NOT refuse to proxy a request because it contains a method or header field it does not know about.',
  },
  {
    section: '16.3',
    rules: ['unsupported-request-uri-scheme-status'],
    text: 'If the Request-URI has a URI whose scheme is not understood by the proxy, the proxy SHOULD reject the request with a 416 (Unsupported URI Scheme) response.',
  },
  {
    section: '16.3',
    rules: ['proxy-max-forwards-not-decremented', 'max-forwards-zero-not-answered-with-483'],
    text: 'If the request contains a Max-Forwards header field with a field value of zero (0), the element MUST NOT forward the request.',
  },
  {
    section: '16.3',
    rules: ['max-forwards-zero-not-answered-with-483'],
    text: 'Otherwise, the element MUST return a 483 (Too many hops) response.',
  },
  {
    section: '16.3',
    undecidable: 'unseen-cause',
    text: 'If the request contains a Proxy-Require header field (Section 20.29) with one or more option-tags this element does not understand, the element MUST return a 420 (Bad Extension) response.',
  },
  {
    section: '16.3',
    rules: ['missing-unsupported-in-420', 'unsupported-lists-unrequested-option'],
    text: 'The response MUST include an Unsupported (Section 20.40) header field listing those option-tags the element did not understand.',
  },
  {
    section: '16.3',
    undecidable: 'inner-state',
    text: 'If an element requires credentials before forwarding a request, the request MUST be inspected as described in Section 22.3.',
  },
  { section: '16.4', undecidable: 'inner-state', text: 'The proxy MUST inspect the Request-URI of the request.' },
  {
    section: '16.4',
    rules: ['route-set-lost-strict-routing'],
    text: 'If the Request-URI of the request contains a value this proxy previously placed into a Record-Route header field (see Section 16.6 item 4), the proxy MUST replace the Request-URI in the request with the last value from the Route header field, and remove that value from the Route header field.',
  },
  {
    section: '16.4',
    undecidable: 'inner-state',
    text: 'The proxy MUST then proceed as if it received this modified request.',
  },
  {
    section: '16.4',
    undecidable: 'inner-state',
    text: 'If the Request-URI contains a maddr parameter, the proxy MUST check to see if its value is in the set of addresses or domains the proxy is configured to be responsible for.',
  },
  {
    section: '16.4',
    undecidable: 'policy',
    text: 'If the Request-URI has a maddr parameter with a value the proxy is responsible for, and the request was received using the port and transport indicated (explicitly or by default) in the Request-URI, the proxy MUST strip the maddr and any non-default port or transport parameter and continue processing as if those values had not been present in the request.',
  },
  {
    section: '16.4',
    rules: ['proxy-route-not-removed'],
    text: 'If the first value in the Route header field indicates this proxy, the proxy MUST remove that value from the request.',
  },
  {
    section: '16.5',
    undecidable: 'inner-state',
    text: 'If the Request-URI of the request contains an maddr parameter, the Request-URI MUST be placed into the target set as the only target URI, and the proxy MUST proceed to Section 16.6.',
  },
  {
    section: '16.5',
    undecidable: 'inner-state',
    text: 'If the domain of the Request-URI indicates a domain this element is not responsible for, the Request-URI MUST be placed into the target set as the only target, and the element MUST proceed to the task of Request Forwarding (Section 16.6).',
  },
  {
    section: '16.5',
    undecidable: 'inner-state',
    text: 'When accessing the location service constructed by a registrar, the Request-URI MUST first be canonicalized as described in Section 10.3 before being used as an index.',
  },
  {
    section: '16.5',
    undecidable: 'unseen-cause',
    text: 'If the Request-URI does not provide sufficient information for the proxy to determine the target set, it SHOULD return a 485 (Ambiguous) response.',
  },
  {
    section: '16.5',
    undecidable: 'unseen-cause',
    text: 'This response SHOULD contain a Contact header field containing URIs of new addresses to be tried.',
  },
  {
    section: '16.5',
    undecidable: 'inner-state',
    text: 'If a target URI is already present in the set (based on the definition of equality for the URI type), it MUST NOT be added again.',
  },
  {
    section: '16.5',
    undecidable: 'role',
    text: 'A proxy MUST NOT add additional targets to the target set if the Request-URI of the original request does not indicate a resource this proxy is responsible for.',
  },
  {
    section: '16.5',
    undecidable: 'inner-state',
    text: 'If a proxy uses a dynamic source of information while building the target set (for instance, if it consults a SIP Registrar), it SHOULD monitor that source for the duration of processing the request.',
  },
  {
    section: '16.5',
    undecidable: 'unseen-cause',
    text: 'New locations SHOULD be added to the target set as they become available.',
  },
  {
    section: '16.5',
    undecidable: 'inner-state',
    text: 'As above, any given URI MUST NOT be added to the set more than once.',
  },
  {
    section: '16.5',
    undecidable: 'unseen-cause',
    text: 'If the Request-URI indicates a resource at this proxy that does not exist, the proxy MUST return a 404 (Not Found) response.',
  },
  {
    section: '16.5',
    undecidable: 'unseen-cause',
    text: 'If the target set remains empty after applying all of the above, the proxy MUST return an error response, which SHOULD be the 480 (Temporarily Unavailable) response.',
  },
] satisfies readonly Statement[];
