import type { Statement } from '../statement.js';

export default [
  {
    section: '12.1',
    undecidable: 'inner-state',
    text: 'UAs MUST assign values to the dialog ID components as described below.',
  },
  {
    section: '12.1.1',
    rules: ['record-route-not-copied'],
    text: 'When a UAS responds to a request with a response that establishes a dialog (such as a 2xx to INVITE), the UAS MUST copy all Record-Route header field values from the request into the response (including the URIs, URI parameters, and any Record-Route header field parameters, whether they are known or unknown to the UAS) and MUST maintain the order of those values.',
  },
  {
    section: '12.1.1',
    rules: ['missing-contact-in-invite-2xx', 'missing-contact-in-early-dialog-response'],
    text: 'The UAS MUST add a Contact header field to the response.',
  },
  {
    section: '12.1.1',
    rules: ['contact-not-sip-uri-in-dialog'],
    text: 'The URI provided in the Contact header field MUST be a SIP or SIPS URI.',
  },
  {
    section: '12.1.1',
    rules: ['contact-sips-required-in-response'],
    text: 'If the request that initiated the dialog contained a SIPS URI in the Request-URI or in the top Record-Route header field value, if there was any, or the Contact header field if there was no Record-Route header field, the Contact header field in the response MUST be a SIPS URI.',
  },
  {
    section: '12.1.1',
    rules: ['contact-not-globally-usable'],
    text: 'The URI SHOULD have global scope (that is, the same URI can be used in messages outside this dialog).',
  },
  {
    section: '12.1.1',
    undecidable: 'inner-state',
    text: 'This state MUST be maintained for the duration of the dialog.',
  },
  {
    section: '12.1.1',
    rules: ['dialog-route-set-mismatch'],
    text: 'The route set MUST be set to the list of URIs in the Record-Route header field from the request, taken in order and preserving all URI parameters.',
  },
  {
    section: '12.1.1',
    rules: ['dialog-route-set-mismatch'],
    text: 'If no Record-Route header field is present in the request, the route set MUST be set to the empty set.',
  },
  {
    section: '12.1.1',
    rules: ['dialog-request-uri-not-remote-target'],
    text: 'The remote target MUST be set to the URI from the Contact header field of the request.',
  },
  {
    section: '12.1.1',
    rules: ['dialog-cseq-not-increasing'],
    text: 'The remote sequence number MUST be set to the value of the sequence number in the CSeq header field of the request.',
  },
  { section: '12.1.1', rules: ['dialog-cseq-not-increasing'], text: 'The local sequence number MUST be empty.' },
  {
    section: '12.1.1',
    rules: ['call-id-changed-in-dialog'],
    text: 'The call identifier component of the dialog ID MUST be set to the value of the Call-ID in the request.',
  },
  {
    section: '12.1.1',
    rules: ['dialog-tag-mismatch', 'dialog-tags-swapped'],
    text: 'The local tag component of the dialog ID MUST be set to the tag in the To field in the response to the request (which always includes a tag), and the remote tag component of the dialog ID MUST be set to the tag from the From field in the request.',
  },
  {
    section: '12.1.1',
    undecidable: 'capability',
    text: 'A UAS MUST be prepared to receive a request without a tag in the From field, in which case the tag is considered to have a value of null.',
  },
  {
    section: '12.1.1',
    rules: ['dialog-uri-changed'],
    text: 'The remote URI MUST be set to the URI in the From field, and the local URI MUST be set to the URI in the To field.',
  },
  {
    section: '12.1.2',
    rules: ['missing-contact-in-invite', 'contact-not-sip-uri-in-dialog', 'contact-not-globally-usable'],
    text: 'When a UAC sends a request that can establish a dialog (such as an INVITE) it MUST provide a SIP or SIPS URI with global scope (i.e., the same SIP URI can be used in messages outside this dialog) in the Contact header field of the request.',
  },
  {
    section: '12.1.2',
    rules: ['contact-sips-required'],
    text: 'If the request has a Request-URI or a topmost Route header field value with a SIPS URI, the Contact header field MUST contain a SIPS URI.',
  },
  {
    section: '12.1.2',
    undecidable: 'inner-state',
    text: 'This state MUST be maintained for the duration of the dialog.',
  },
  {
    section: '12.1.2',
    rules: ['dialog-route-set-mismatch'],
    text: 'The route set MUST be set to the list of URIs in the Record-Route header field from the response, taken in reverse order and preserving all URI parameters.',
  },
  {
    section: '12.1.2',
    rules: ['dialog-route-set-mismatch'],
    text: 'If no Record-Route header field is present in the response, the route set MUST be set to the empty set.',
  },
  {
    section: '12.1.2',
    rules: ['dialog-request-uri-not-remote-target'],
    text: 'The remote target MUST be set to the URI from the Contact header field of the response.',
  },
  {
    section: '12.1.2',
    rules: ['dialog-cseq-not-increasing'],
    text: 'The local sequence number MUST be set to the value of the sequence number in the CSeq header field of the request.',
  },
  {
    section: '12.1.2',
    undecidable: 'inner-state',
    text: 'The remote sequence number MUST be empty (it is established when the remote UA sends a request within the dialog).',
  },
  {
    section: '12.1.2',
    rules: ['call-id-changed-in-dialog'],
    text: 'The call identifier component of the dialog ID MUST be set to the value of the Call-ID in the request.',
  },
  {
    section: '12.1.2',
    rules: ['dialog-tag-mismatch', 'dialog-tags-swapped'],
    text: 'The local tag component of the dialog ID MUST be set to the tag in the From field in the request, and the remote tag component of the dialog ID MUST be set to the tag in the To field of the response.',
  },
  {
    section: '12.1.2',
    undecidable: 'capability',
    text: 'A UAC MUST be prepared to receive a response without a tag in the To field, in which case the tag is considered to have a value of null.',
  },
  {
    section: '12.1.2',
    rules: ['dialog-uri-changed'],
    text: 'The remote URI MUST be set to the URI in the To field, and the local URI MUST be set to the URI in the From field.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-uri-changed'],
    text: 'The URI in the To field of the request MUST be set to the remote URI from the dialog state.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-tag-mismatch'],
    text: 'The tag in the To header field of the request MUST be set to the remote tag of the dialog ID.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-uri-changed'],
    text: 'The From URI of the request MUST be set to the local URI from the dialog state.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-tag-mismatch'],
    text: 'The tag in the From header field of the request MUST be set to the local tag of the dialog ID.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-tag-mismatch'],
    text: 'If the value of the remote or local tags is null, the tag parameter MUST be omitted from the To or From header fields, respectively.',
  },
  {
    section: '12.2.1.1',
    rules: ['call-id-changed-in-dialog'],
    text: 'The Call-ID of the request MUST be set to the Call-ID of the dialog.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-cseq-not-increasing', 'dialog-cseq-gap'],
    text: 'Requests within a dialog MUST contain strictly monotonically increasing and contiguous CSeq sequence numbers (increasing-by-one) in each direction (excepting ACK and CANCEL of course, whose numbers equal the requests being acknowledged or cancelled).',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-cseq-not-increasing', 'dialog-cseq-gap'],
    text: 'Therefore, if the local sequence number is not empty, the value of the local sequence number MUST be incremented by one, and this value MUST be placed into the CSeq header field.',
  },
  {
    section: '12.2.1.1',
    rules: ['cseq-number-out-of-range'],
    text: 'If the local sequence number is empty, an initial value MUST be chosen using the guidelines of Section 8.1.1.5.',
  },
  {
    section: '12.2.1.1',
    rules: ['cseq-method-mismatch'],
    text: 'The method field in the CSeq header field value MUST match the method of the request.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-request-uri-not-remote-target'],
    text: 'If the route set is empty, the UAC MUST place the remote target URI into the Request-URI.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-route-set-mismatch'],
    text: 'The UAC MUST NOT add a Route header field to the request.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-request-uri-not-remote-target', 'dialog-route-set-mismatch'],
    text: 'If the route set is not empty, and the first URI in the route set contains the lr parameter (see Section 19.1.1), the UAC MUST place the remote target URI into the Request-URI and MUST include a Route header field containing the route set values in order, including all parameters.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-request-uri-not-remote-target', 'route-strict-routing'],
    text: 'If the route set is not empty, and its first URI does not contain the lr parameter, the UAC MUST place the first URI from the route set into the Request-URI, stripping any parameters that are not allowed in a Request-URI.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-route-set-mismatch'],
    text: 'The UAC MUST add a Route header field containing the remainder of the route set values in order, including all parameters.',
  },
  {
    section: '12.2.1.1',
    rules: ['route-set-lost-strict-routing'],
    text: 'The UAC MUST then place the remote target URI into the Route header field as the last value.',
  },
  {
    section: '12.2.1.1',
    undecidable: 'unseen-cause',
    text: 'A UAC SHOULD include a Contact header field in any target refresh requests within a dialog, and unless there is a need to change it, the URI SHOULD be the same as used in previous requests within the dialog.',
  },
  {
    section: '12.2.1.1',
    rules: ['dialog-contact-lost-sips'],
    text: 'If the "secure" flag is true, that URI MUST be a SIPS URI.',
  },
  {
    section: '12.2.1.2',
    rules: ['dialog-request-uri-not-remote-target'],
    text: "When a UAC receives a 2xx response to a target refresh request, it MUST replace the dialog's remote target URI with the URI from the Contact header field in that response, if present.",
  },
  {
    section: '12.2.1.2',
    undecidable: 'unseen-cause',
    text: 'If the response for a request within a dialog is a 481 (Call/Transaction Does Not Exist) or a 408 (Request Timeout), the UAC SHOULD terminate the dialog.',
  },
  {
    section: '12.2.1.2',
    undecidable: 'absence',
    text: 'A UAC SHOULD also terminate a dialog if no response at all is received for the request (the client transaction would inform the TU about the timeout.)',
  },
  {
    section: '12.2.2',
    rules: ['request-for-unknown-dialog'],
    text: 'If the UAS wishes to reject the request because it does not wish to recreate the dialog, it MUST respond to the request with a 481 (Call/Transaction Does Not Exist) status code and pass that to the server transaction.',
  },
  {
    section: '12.2.2',
    undecidable: 'inner-state',
    text: 'If the remote sequence number is empty, it MUST be set to the value of the sequence number in the CSeq header field value in the request.',
  },
  {
    section: '12.2.2',
    rules: ['out-of-order-request-not-rejected'],
    text: 'If the remote sequence number was not empty, but the sequence number of the request is lower than the remote sequence number, the request is out of order and MUST be rejected with a 500 (Server Internal Error) response.',
  },
  {
    section: '12.2.2',
    undecidable: 'capability',
    text: 'This is not an error condition, and a UAS SHOULD be prepared to receive and process requests with CSeq values more than one higher than the previous received request.',
  },
  {
    section: '12.2.2',
    undecidable: 'inner-state',
    text: 'The UAS MUST then set the remote sequence number to the value of the sequence number in the CSeq header field value in the request.',
  },
  {
    section: '12.2.2',
    rules: ['dialog-request-uri-not-remote-target'],
    text: "When a UAS receives a target refresh request, it MUST replace the dialog's remote target URI with the URI from the Contact header field in that request, if present.",
  },
] satisfies readonly Statement[];
