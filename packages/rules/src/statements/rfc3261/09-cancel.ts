import type { Statement } from '../statement.js';

export default [
  {
    section: '9.1',
    rules: ['cancel-non-invite'],
    text: 'A CANCEL request SHOULD NOT be sent to cancel a request other than INVITE.',
  },
  {
    section: '9.1',
    rules: ['cancel-fields-mismatch'],
    text: 'The Request-URI, Call-ID, To, the numeric part of CSeq, and From header fields in the CANCEL request MUST be identical to those in the request being cancelled, including tags.',
  },
  {
    section: '9.1',
    rules: ['cancel-via-mismatch'],
    text: 'A CANCEL constructed by a client MUST have only a single Via header field value matching the top Via value in the request being cancelled.',
  },
  {
    section: '9.1',
    rules: ['cseq-method-mismatch'],
    text: 'However, the method part of the CSeq header field MUST have a value of CANCEL.',
  },
  {
    section: '9.1',
    rules: ['cancel-route-missing'],
    text: "If the request being cancelled contains a Route header field, the CANCEL request MUST include that Route header field's values.",
  },
  {
    section: '9.1',
    rules: ['require-in-cancel'],
    text: 'The CANCEL request MUST NOT contain any Require or Proxy-Require header fields.',
  },
  {
    section: '9.1',
    undecidable: 'inner-state',
    text: 'Once the CANCEL is constructed, the client SHOULD check whether it has received any response (provisional or final) for the request being cancelled (herein referred to as the "original request").',
  },
  {
    section: '9.1',
    rules: ['cancel-before-provisional'],
    text: 'If no provisional response has been received, the CANCEL request MUST NOT be sent; rather, the client MUST wait for the arrival of a provisional response before sending the request.',
  },
  {
    section: '9.1',
    rules: ['cancel-after-final-response'],
    text: 'If the original request has generated a final response, the CANCEL SHOULD NOT be sent, as it is an effective no-op, since CANCEL has no effect on requests that have already generated a final response.',
  },
  {
    section: '9.1',
    undecidable: 'transport',
    text: 'The destination address, port, and transport for the CANCEL MUST be identical to those used to send the original request.',
  },
  {
    section: '9.1',
    undecidable: 'inner-state',
    text: 'If there is no final response for the original request in 64*T1 seconds (T1 is defined in Section 17.1.1.1), the client SHOULD then consider the original transaction cancelled and SHOULD destroy the client transaction handling the original request.',
  },
  {
    section: '9.2',
    undecidable: 'unseen-cause',
    text: 'If the UAS did not find a matching transaction for the CANCEL according to the procedure above, it SHOULD respond to the CANCEL with a 481 (Call Leg/Transaction Does Not Exist).',
  },
  {
    section: '9.2',
    rules: ['cancelled-invite-without-487'],
    text: 'If the original request was an INVITE, the UAS SHOULD immediately respond to the INVITE with a 487 (Request Terminated).',
  },
  {
    section: '9.2',
    rules: ['cancel-response-to-tag-differs'],
    text: 'This response is constructed following the procedures described in Section 8.2.6 noting that the To tag of the response to the CANCEL and the To tag in the response to the original request SHOULD be the same.',
  },
] satisfies readonly Statement[];
