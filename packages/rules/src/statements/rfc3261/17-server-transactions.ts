import type { Statement } from '../statement.js';

export default [
  {
    section: '17.2.1',
    rules: ['invite-without-timely-provisional'],
    text: 'The server transaction MUST generate a 100 (Trying) response unless it knows that the TU will generate a provisional or final response within 200 ms, in which case it MAY generate a 100 (Trying) response.',
  },
  {
    section: '17.2.1',
    rules: ['to-tag-in-100-response'],
    text: 'The 100 (Trying) response is constructed according to the procedures in Section 8.2.6, except that the insertion of tags in the To header field of the response (when none was present in the request) is downgraded from MAY to SHOULD NOT.',
  },
  { section: '17.2.1', undecidable: 'inner-state', text: 'The request MUST be passed to the TU.' },
  {
    section: '17.2.1',
    undecidable: 'inner-state',
    text: 'So long as the server transaction is in the "Proceeding" state, each of these MUST be passed to the transport layer for transmission.',
  },
  {
    section: '17.2.1',
    undecidable: 'absence',
    text: 'If a request retransmission is received while in the "Proceeding" state, the most recent provisional response that was received from the TU MUST be passed to the transport layer for retransmission.',
  },
  {
    section: '17.2.1',
    undecidable: 'inner-state',
    text: 'If, while in the "Proceeding" state, the TU passes a 2xx response to the server transaction, the server transaction MUST pass this response to the transport layer for transmission.',
  },
  {
    section: '17.2.1',
    undecidable: 'inner-state',
    text: 'The server transaction MUST then transition to the "Terminated" state.',
  },
  {
    section: '17.2.1',
    undecidable: 'inner-state',
    text: 'While in the "Proceeding" state, if the TU passes a response with status code from 300 to 699 to the server transaction, the response MUST be passed to the transport layer for transmission, and the state machine MUST enter the "Completed" state.',
  },
  {
    section: '17.2.1',
    undecidable: 'inner-state',
    text: 'When the "Completed" state is entered, timer H MUST be set to fire in 64*T1 seconds for all transports.',
  },
  {
    section: '17.2.1',
    undecidable: 'absence',
    text: 'Furthermore, while in the "Completed" state, if a request retransmission is received, the server SHOULD pass the response to the transport for retransmission.',
  },
  {
    section: '17.2.1',
    undecidable: 'inner-state',
    text: 'If an ACK is received while the server transaction is in the "Completed" state, the server transaction MUST transition to the "Confirmed" state.',
  },
  {
    section: '17.2.1',
    undecidable: 'inner-state',
    text: 'In this case, the server transaction MUST transition to the "Terminated" state, and MUST indicate to the TU that a transaction failure has occurred.',
  },
  {
    section: '17.2.1',
    undecidable: 'inner-state',
    text: 'Once timer I fires, the server MUST transition to the "Terminated" state.',
  },
  {
    section: '17.2.1',
    undecidable: 'inner-state',
    text: 'Once the transaction is in the "Terminated" state, it MUST be destroyed immediately.',
  },
  {
    section: '17.2.2',
    undecidable: 'inner-state',
    text: 'While in the "Trying" state, if the TU passes a provisional response to the server transaction, the server transaction MUST enter the "Proceeding" state.',
  },
  {
    section: '17.2.2',
    undecidable: 'inner-state',
    text: 'The response MUST be passed to the transport layer for transmission.',
  },
  {
    section: '17.2.2',
    undecidable: 'inner-state',
    text: 'Any further provisional responses that are received from the TU while in the "Proceeding" state MUST be passed to the transport layer for transmission.',
  },
  {
    section: '17.2.2',
    undecidable: 'absence',
    text: 'If a retransmission of the request is received while in the "Proceeding" state, the most recently sent provisional response MUST be passed to the transport layer for retransmission.',
  },
  {
    section: '17.2.2',
    undecidable: 'inner-state',
    text: 'If the TU passes a final response (status codes 200-699) to the server while in the "Proceeding" state, the transaction MUST enter the "Completed" state, and the response MUST be passed to the transport layer for transmission.',
  },
  {
    section: '17.2.2',
    undecidable: 'inner-state',
    text: 'When the server transaction enters the "Completed" state, it MUST set Timer J to fire in 64*T1 seconds for unreliable transports, and zero seconds for reliable transports.',
  },
  {
    section: '17.2.2',
    undecidable: 'absence',
    text: 'While in the "Completed" state, the server transaction MUST pass the final response to the transport layer for retransmission whenever a retransmission of the request is received.',
  },
  {
    section: '17.2.2',
    rules: ['multiple-final-responses'],
    text: 'Any other final responses passed by the TU to the server transaction MUST be discarded while in the "Completed" state.',
  },
  {
    section: '17.2.2',
    undecidable: 'inner-state',
    text: 'The server transaction remains in this state until Timer J fires, at which point it MUST transition to the "Terminated" state.',
  },
  {
    section: '17.2.2',
    undecidable: 'inner-state',
    text: 'The server transaction MUST be destroyed the instant it enters the "Terminated" state.',
  },
  {
    section: '17.2.4',
    undecidable: 'inner-state',
    text: 'If those should all fail, based on the definition of failure in [4], the server transaction SHOULD inform the TU that a failure has occurred, and SHOULD transition to the terminated state.',
  },
] satisfies readonly Statement[];
