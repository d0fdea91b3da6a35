import type { Statement } from '../statement.js';

export default [
  {
    section: '16.8',
    undecidable: 'inner-state',
    text: 'If timer C should fire, the proxy MUST either reset the timer with any value it chooses, or terminate the client transaction.',
  },
  {
    section: '16.8',
    undecidable: 'absence',
    text: 'If the client transaction has received a provisional response, the proxy MUST generate a CANCEL request matching that transaction.',
  },
  {
    section: '16.8',
    undecidable: 'inner-state',
    text: 'If the client transaction has not received a provisional response, the proxy MUST behave as if the transaction received a 408 (Request Timeout) response.',
  },
  {
    section: '16.9',
    undecidable: 'inner-state',
    text: 'If the transport layer notifies a proxy of an error when it tries to forward a request (see Section 18.4), the proxy MUST behave as if the forwarded request received a 503 (Service Unavailable) response.',
  },
  {
    section: '16.9',
    undecidable: 'unseen-cause',
    text: 'The proxy SHOULD NOT cancel any outstanding client transactions associated with this response context due to this notification.',
  },
  {
    section: '16.10',
    rules: ['forked-branch-not-cancelled'],
    text: 'A proxy MUST cancel any pending client transactions associated with a response context when it receives a matching CANCEL request.',
  },
  {
    section: '16.10',
    rules: ['cancel-not-answered-with-200'],
    text: 'If a matching response context is found, the element MUST immediately return a 200 (OK) response to the CANCEL request.',
  },
  {
    section: '16.10',
    rules: ['forked-branch-not-cancelled'],
    text: 'Furthermore, the element MUST generate CANCEL requests for all pending client transactions in the context as described in Section 16.7 step 10.',
  },
  {
    section: '16.10',
    undecidable: 'role',
    text: 'It MUST statelessly forward the CANCEL request (it may have statelessly forwarded the associated request previously).',
  },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'Furthermore, when handling a request statelessly, an element MUST NOT generate its own 100 (Trying) or any other provisional response.',
  },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'A stateless proxy MUST validate a request as described in Section 16.3',
  },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'A stateless proxy MUST follow the request processing steps described in Sections 16.4 through 16.5 with the following exception:',
  },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'A stateless proxy MUST choose one and only one target from the target set.',
  },
  {
    section: '16.11',
    undecidable: 'inner-state',
    text: 'This choice MUST only rely on fields in the message and time-invariant properties of the server.',
  },
  {
    section: '16.11',
    undecidable: 'transport',
    text: 'In particular, a retransmitted request MUST be forwarded to the same destination each time it is processed.',
  },
  {
    section: '16.11',
    undecidable: 'transport',
    text: 'Furthermore, CANCEL and non-Routed ACK requests MUST generate the same choice as their associated INVITE.',
  },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'A stateless proxy MUST follow the request processing steps described in Section 16.6 with the following exceptions:',
  },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'Therefore, the component of the branch parameter that makes it unique MUST be the same each time a retransmitted request is forwarded.',
  },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'Thus for a stateless proxy, the branch parameter MUST be computed as a combinatoric function of message parameters which are invariant on retransmission.',
  },
  { section: '16.11', undecidable: 'policy', text: 'However, the following procedure is RECOMMENDED.' },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'All other message transformations specified in Section 16.6 MUST result in the same transformation of a retransmitted request.',
  },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'In particular, if the proxy inserts a Record-Route value or pushes URIs into the Route header field, it MUST place the same values in retransmissions of the request.',
  },
  {
    section: '16.11',
    undecidable: 'inner-state',
    text: 'As for the Via branch parameter, this implies that the transformations MUST be based on time-invariant configuration or retransmission-invariant properties of the request.',
  },
  {
    section: '16.11',
    undecidable: 'role',
    text: 'Stateless proxies MUST NOT perform special processing for CANCEL requests.',
  },
  {
    section: '16.11',
    undecidable: 'inner-state',
    text: 'When a response arrives at a stateless proxy, the proxy MUST inspect the sent-by value in the first (topmost) Via header field value.',
  },
  {
    section: '16.11',
    undecidable: 'inner-state',
    text: 'If that address matches the proxy, (it equals a value this proxy has inserted into previous requests) the proxy MUST remove that header field value from the response and forward the result to the location indicated in the next Via header field value.',
  },
  {
    section: '16.11',
    rules: ['proxy-modified-body'],
    text: 'The proxy MUST NOT add to, modify, or remove the message body.',
  },
  {
    section: '16.11',
    rules: ['proxy-removed-or-reordered-header'],
    text: 'Unless specified otherwise, the proxy MUST NOT remove any other header field values.',
  },
  {
    section: '16.11',
    undecidable: 'inner-state',
    text: 'If the address does not match the proxy, the message MUST be silently discarded.',
  },
] satisfies readonly Statement[];
