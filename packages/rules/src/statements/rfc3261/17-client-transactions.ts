import type { Statement } from '../statement.js';

export default [
  {
    section: '17.1',
    rules: ['request-without-final-response'],
    text: "Because of the non-INVITE transaction's reliance on a two-way handshake, TUs SHOULD respond immediately to non-INVITE requests.",
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'The initial state, "calling", MUST be entered when the TU initiates a new client transaction with an INVITE request.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'The client transaction MUST pass the request to the transport layer for transmission (see Section 18).',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'If an unreliable transport is being used, the client transaction MUST start timer A with a value of T1.',
  },
  {
    section: '17.1.1.2',
    rules: ['retransmission-on-reliable-transport'],
    text: 'If a reliable transport is being used, the client transaction SHOULD NOT start timer A (Timer A controls request retransmissions).',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'For any transport, the client transaction MUST start timer B with a value of 64*T1 seconds (Timer B controls transaction timeouts).',
  },
  {
    section: '17.1.1.2',
    rules: ['retransmission-interval-not-doubling'],
    text: 'When timer A fires, the client transaction MUST retransmit the request by passing it to the transport layer, and MUST reset the timer with a value of 2*T1.',
  },
  {
    section: '17.1.1.2',
    rules: ['retransmission-interval-not-doubling'],
    text: 'When timer A fires 2*T1 seconds later, the request MUST be retransmitted again (assuming the client transaction is still in this state).',
  },
  {
    section: '17.1.1.2',
    rules: ['retransmission-interval-not-doubling'],
    text: 'This process MUST continue so that the request is retransmitted with intervals that double after each transmission.',
  },
  {
    section: '17.1.1.2',
    rules: ['invite-retransmitted-after-provisional'],
    text: 'These retransmissions SHOULD only be done while the client transaction is in the "calling" state.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'policy',
    text: 'Elements MAY (though it is NOT RECOMMENDED) use smaller values of T1 within closed, private networks that do not permit general Internet connection.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'policy',
    text: 'T1 MAY be chosen larger, and this is RECOMMENDED if it is known in advance (such as on high latency access links) that the RTT is larger.',
  },
  {
    section: '17.1.1.2',
    rules: ['retransmission-interval-not-doubling'],
    text: 'Whatever the value of T1, the exponential backoffs on retransmissions described in this section MUST be used.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'If the client transaction is still in the "Calling" state when timer B fires, the client transaction SHOULD inform the TU that a timeout has occurred.',
  },
  {
    section: '17.1.1.2',
    rules: ['ack-without-invite-response'],
    text: 'The client transaction MUST NOT generate an ACK.',
  },
  {
    section: '17.1.1.2',
    rules: ['invite-retransmitted-after-provisional'],
    text: 'In the "Proceeding" state, the client transaction SHOULD NOT retransmit the request any longer.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'Furthermore, the provisional response MUST be passed to the TU.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'Any further provisional responses MUST be passed up to the TU while in the "Proceeding" state.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'When in either the "Calling" or "Proceeding" states, reception of a response with status code from 300-699 MUST cause the client transaction to transition to "Completed".',
  },
  {
    section: '17.1.1.2',
    rules: ['ack-missing-for-final-response'],
    text: 'The client transaction MUST pass the received response up to the TU, and the client transaction MUST generate an ACK request, even if the transport is reliable (guidelines for constructing the ACK from the response are given in Section 17.1.1.3) and then pass the ACK to the transport layer for transmission.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'transport',
    text: 'The ACK MUST be sent to the same address, port, and transport to which the original request was sent.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'The client transaction SHOULD start timer D when it enters the "Completed" state, with a value of at least 32 seconds for unreliable transports, and a value of zero seconds for reliable transports.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'absence',
    text: 'Any retransmissions of the final response that are received while in the "Completed" state MUST cause the ACK to be re-passed to the transport layer for retransmission, but the newly received response MUST NOT be passed up to the TU.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'If timer D fires while the client transaction is in the "Completed" state, the client transaction MUST move to the terminated state.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'When in either the "Calling" or "Proceeding" states, reception of a 2xx response MUST cause the client transaction to enter the "Terminated" state, and the response MUST be passed up to the TU.',
  },
  {
    section: '17.1.1.2',
    undecidable: 'inner-state',
    text: 'The client transaction MUST be destroyed the instant it enters the "Terminated" state.',
  },
  {
    section: '17.1.1.3',
    rules: ['ack-2xx-reuses-invite-branch'],
    text: 'A UAC core that generates an ACK for 2xx MUST instead follow the rules described in Section 13.',
  },
  {
    section: '17.1.1.3',
    rules: ['ack-non-2xx-fields-mismatch'],
    text: 'The ACK request constructed by the client transaction MUST contain values for the Call-ID, From, and Request-URI that are equal to the values of those header fields in the request passed to the transport by the client transaction (call this the "original request").',
  },
  {
    section: '17.1.1.3',
    rules: ['ack-non-2xx-fields-mismatch'],
    text: 'The To header field in the ACK MUST equal the To header field in the response being acknowledged, and therefore will usually differ from the To header field in the original request by the addition of the tag parameter.',
  },
  {
    section: '17.1.1.3',
    rules: ['ack-non-2xx-via-mismatch'],
    text: 'The ACK MUST contain a single Via header field, and this MUST be equal to the top Via header field of the original request.',
  },
  {
    section: '17.1.1.3',
    rules: ['ack-non-2xx-fields-mismatch', 'cseq-method-mismatch'],
    text: 'The CSeq header field in the ACK MUST contain the same value for the sequence number as was present in the original request, but the method parameter MUST be equal to "ACK".',
  },
  {
    section: '17.1.1.3',
    rules: ['ack-non-2xx-route-missing'],
    text: 'If the INVITE request whose response is being acknowledged had Route header fields, those header fields MUST appear in the ACK.',
  },
  {
    section: '17.1.1.3',
    rules: ['ack-non-2xx-with-body'],
    text: 'Therefore, placement of bodies in ACK for non-2xx is NOT RECOMMENDED, but if done, the body types are restricted to any that appeared in the INVITE, assuming that the response to the INVITE was not 415.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'When entering this state, the client transaction SHOULD set timer F to fire in 64*T1 seconds.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'The request MUST be passed to the transport layer for transmission.',
  },
  {
    section: '17.1.2.2',
    rules: ['retransmission-interval-not-doubling'],
    text: 'If an unreliable transport is in use, the client transaction MUST set timer E to fire in T1 seconds.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'If Timer F fires while the client transaction is still in the "Trying" state, the client transaction SHOULD inform the TU about the timeout, and then it SHOULD enter the "Terminated" state.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'If a provisional response is received while in the "Trying" state, the response MUST be passed to the TU, and then the client transaction SHOULD move to the "Proceeding" state.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'If a final response (status codes 200-699) is received while in the "Trying" state, the response MUST be passed to the TU, and the client transaction MUST transition to the "Completed" state.',
  },
  {
    section: '17.1.2.2',
    rules: ['retransmission-interval-not-doubling'],
    text: 'If Timer E fires while in the "Proceeding" state, the request MUST be passed to the transport layer for retransmission, and Timer E MUST be reset with a value of T2 seconds.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'If timer F fires while in the "Proceeding" state, the TU MUST be informed of a timeout, and the client transaction MUST transition to the terminated state.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'If a final response (status codes 200-699) is received while in the "Proceeding" state, the response MUST be passed to the TU, and the client transaction MUST transition to the "Completed" state.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'Once the client transaction enters the "Completed" state, it MUST set Timer K to fire in T4 seconds for unreliable transports, and zero seconds for reliable transports.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'If Timer K fires while in this state, the client transaction MUST transition to the "Terminated" state.',
  },
  {
    section: '17.1.2.2',
    undecidable: 'inner-state',
    text: 'Once the transaction is in the terminated state, it MUST be destroyed immediately.',
  },
  {
    section: '17.1.4',
    undecidable: 'inner-state',
    text: 'The client transaction SHOULD inform the TU that a transport failure has occurred, and the client transaction SHOULD transition directly to the "Terminated" state.',
  },
] satisfies readonly Statement[];
