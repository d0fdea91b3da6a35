import type { Statement } from '../statement.js';

export default [
  {
    section: '8.2',
    undecidable: 'inner-state',
    text: 'If a request is accepted, all state changes associated with it MUST be performed.',
  },
  { section: '8.2', undecidable: 'inner-state', text: 'If it is rejected, all state changes MUST NOT be performed.' },
  {
    section: '8.2',
    undecidable: 'inner-state',
    text: 'UASs SHOULD process the requests in the order of the steps that follow in this section (that is, starting with authentication, then inspecting the method, the header fields, and so on throughout the remainder of this section).',
  },
  {
    section: '8.2.1',
    undecidable: 'inner-state',
    text: 'Once a request is authenticated (or authentication is skipped), the UAS MUST inspect the method of the request.',
  },
  {
    section: '8.2.1',
    undecidable: 'unseen-cause',
    text: 'If the UAS recognizes but does not support the method of a request, it MUST generate a 405 (Method Not Allowed) response.',
  },
  {
    section: '8.2.1',
    rules: ['missing-allow-in-405'],
    text: 'The UAS MUST also add an Allow header field to the 405 (Method Not Allowed) response.',
  },
  {
    section: '8.2.1',
    rules: ['allow-in-405-lists-rejected-method'],
    text: 'The Allow header field MUST list the set of methods supported by the UAS generating the message.',
  },
  {
    section: '8.2.2',
    undecidable: 'inner-state',
    text: 'If a UAS does not understand a header field in a request (that is, the header field is not defined in this specification or in any supported extension), the server MUST ignore that header field and continue processing the message.',
  },
  {
    section: '8.2.2',
    undecidable: 'inner-state',
    text: 'A UAS SHOULD ignore any malformed header fields that are not necessary for processing requests.',
  },
  {
    section: '8.2.2.1',
    undecidable: 'unseen-cause',
    text: 'However, it is RECOMMENDED that a UAS accept requests even if they do not recognize the URI scheme (for example, a tel: URI) in the To header field, or if the To header field does not address a known or current user of this UAS.',
  },
  {
    section: '8.2.2.1',
    undecidable: 'unseen-cause',
    text: 'If, on the other hand, the UAS decides to reject the request, it SHOULD generate a response with a 403 (Forbidden) status code and pass it to the server transaction for transmission.',
  },
  {
    section: '8.2.2.1',
    rules: ['unsupported-request-uri-scheme-status'],
    text: 'If the Request-URI uses a scheme not supported by the UAS, it SHOULD reject the request with a 416 (Unsupported URI Scheme) response.',
  },
  {
    section: '8.2.2.1',
    undecidable: 'unseen-cause',
    text: 'If the Request-URI does not identify an address that the UAS is willing to accept requests for, it SHOULD reject the request with a 404 (Not Found) response.',
  },
  {
    section: '8.2.2.2',
    undecidable: 'inner-state',
    text: 'If the request has no tag in the To header field, the UAS core MUST check the request against ongoing transactions.',
  },
  {
    section: '8.2.2.2',
    rules: ['merged-request-not-rejected'],
    text: 'If the From tag, Call-ID, and CSeq exactly match those associated with an ongoing transaction, but the request does not match that transaction (based on the matching rules in Section 17.2.3), the UAS core SHOULD generate a 482 (Loop Detected) response and pass it to the server transaction.',
  },
  {
    section: '8.2.2.3',
    undecidable: 'unseen-cause',
    text: 'If a UAS does not understand an option-tag listed in a Require header field, it MUST respond by generating a response with status code 420 (Bad Extension).',
  },
  {
    section: '8.2.2.3',
    rules: ['missing-unsupported-in-420', 'unsupported-lists-unrequested-option'],
    text: 'The UAS MUST add an Unsupported header field, and list in it those options it does not understand amongst those in the Require header field of the request.',
  },
  {
    section: '8.2.2.3',
    rules: ['require-in-cancel', 'ack-non-2xx-requires-extension'],
    text: 'Note that Require and Proxy-Require MUST NOT be used in a SIP CANCEL request, or in an ACK request sent for a non-2xx response.',
  },
  {
    section: '8.2.2.3',
    undecidable: 'inner-state',
    text: 'These header fields MUST be ignored if they are present in these requests.',
  },
  {
    section: '8.2.2.3',
    rules: ['ack-2xx-requires-new-extension'],
    text: 'An ACK request for a 2xx response MUST contain only those Require and Proxy-Require values that were present in the initial request.',
  },
  {
    section: '8.2.3',
    undecidable: 'unseen-cause',
    text: 'If there are any bodies whose type (indicated by the Content-Type), language (indicated by the Content-Language) or encoding (indicated by the Content-Encoding) are not understood, and that body part is not optional (as indicated by the Content-Disposition header field), the UAS MUST reject the request with a 415 (Unsupported Media Type) response.',
  },
  {
    section: '8.2.3',
    rules: ['missing-accept-in-415'],
    text: 'The response MUST contain an Accept header field listing the types of all bodies it understands, in the event the request contained bodies of types not supported by the UAS.',
  },
  {
    section: '8.2.3',
    rules: ['missing-accept-in-415'],
    text: 'If the request contained content encodings not understood by the UAS, the response MUST contain an Accept-Encoding header field listing the encodings understood by the UAS.',
  },
  {
    section: '8.2.3',
    rules: ['missing-accept-in-415'],
    text: 'If the request contained content with languages not understood by the UAS, the response MUST contain an Accept-Language header field indicating the languages understood by the UAS.',
  },
  {
    section: '8.2.4',
    rules: ['response-requires-unsupported-option'],
    text: 'A UAS that wishes to apply some extension when generating the response MUST NOT do so unless support for that extension is indicated in the Supported header field in the request.',
  },
  {
    section: '8.2.4',
    undecidable: 'unseen-cause',
    text: 'If the desired extension is not supported, the server SHOULD rely only on baseline SIP and any other extensions supported by the client.',
  },
  {
    section: '8.2.4',
    rules: ['missing-require-in-421'],
    text: 'The needed extension(s) MUST be included in a Require header field in the response.',
  },
  {
    section: '8.2.4',
    undecidable: 'unseen-cause',
    text: 'This behavior is NOT RECOMMENDED, as it will generally break interoperability.',
  },
  {
    section: '8.2.4',
    undecidable: 'unseen-cause',
    text: 'Any extensions applied to a non-421 response MUST be listed in a Require header field included in the response.',
  },
  {
    section: '8.2.4',
    rules: ['response-requires-unsupported-option'],
    text: 'Of course, the server MUST NOT apply extensions not listed in the Supported header field in the request.',
  },
  {
    section: '8.2.6.1',
    rules: ['provisional-response-to-non-invite'],
    text: 'One largely non-method-specific guideline for the generation of responses is that UASs SHOULD NOT issue a provisional response for a non-INVITE request.',
  },
  {
    section: '8.2.6.1',
    rules: ['request-without-final-response'],
    text: 'Rather, UASs SHOULD generate a final response to a non-INVITE request as soon as possible.',
  },
  {
    section: '8.2.6.1',
    rules: ['timestamp-not-copied-to-100'],
    text: 'When a 100 (Trying) response is generated, any Timestamp header field present in the request MUST be copied into this 100 (Trying) response.',
  },
  {
    section: '8.2.6.1',
    undecidable: 'unseen-cause',
    text: 'If there is a delay in generating the response, the UAS SHOULD add a delay value into the Timestamp value in the response.',
  },
  {
    section: '8.2.6.1',
    undecidable: 'unseen-cause',
    text: 'This value MUST contain the difference between the time of sending of the response and receipt of the request, measured in seconds.',
  },
  {
    section: '8.2.6.2',
    rules: ['response-from-mismatch'],
    text: 'The From field of the response MUST equal the From header field of the request.',
  },
  {
    section: '8.2.6.2',
    rules: ['response-call-id-mismatch'],
    text: 'The Call-ID header field of the response MUST equal the Call-ID header field of the request.',
  },
  {
    section: '8.2.6.2',
    rules: ['response-cseq-mismatch'],
    text: 'The CSeq header field of the response MUST equal the CSeq field of the request.',
  },
  {
    section: '8.2.6.2',
    rules: ['response-via-mismatch'],
    text: 'The Via header field values in the response MUST equal the Via header field values in the request and MUST maintain the same ordering.',
  },
  {
    section: '8.2.6.2',
    rules: ['response-to-mismatch'],
    text: 'If a request contained a To tag in the request, the To header field in the response MUST equal that of the request.',
  },
  {
    section: '8.2.6.2',
    rules: ['response-to-mismatch', 'to-tag-missing-in-response'],
    text: 'However, if the To header field in the request did not contain a tag, the URI in the To header field in the response MUST equal the URI in the To header field; additionally, the UAS MUST add a tag to the To header field in the response (with the exception of the 100 (Trying) response, in which a tag MAY be present).',
  },
  {
    section: '8.2.6.2',
    rules: ['response-to-tag-changes'],
    text: 'The same tag MUST be used for all responses to that request, both final and provisional (again excepting the 100 (Trying)).',
  },
  { section: '8.2.7', undecidable: 'role', text: 'A stateless UAS MUST NOT send provisional (1xx) responses.' },
  { section: '8.2.7', undecidable: 'role', text: 'A stateless UAS MUST NOT retransmit responses.' },
  { section: '8.2.7', undecidable: 'role', text: 'A stateless UAS MUST ignore ACK requests.' },
  { section: '8.2.7', undecidable: 'role', text: 'A stateless UAS MUST ignore CANCEL requests.' },
  {
    section: '8.2.7',
    undecidable: 'role',
    text: 'To header tags MUST be generated for responses in a stateless manner - in a manner that will generate the same tag for the same request consistently.',
  },
  {
    section: '8.3',
    rules: ['cancel-not-answered-with-200'],
    text: 'For well-formed CANCEL requests, it SHOULD return a 2xx response.',
  },
  {
    section: '8.3',
    rules: ['redirect-to-request-uri'],
    text: 'However, redirect servers MUST NOT redirect a request to a URI equal to the one in the Request-URI; instead, provided that the URI does not point to itself, the server MAY proxy the request to the destination URI, or MAY reject it with a 404.',
  },
  { section: '8.3', undecidable: 'inner-state', text: 'Malformed values SHOULD be treated as equivalent to 3600.' },
  {
    section: '8.3',
    undecidable: 'inner-state',
    text: 'Redirect servers MUST ignore features that are not understood (including unrecognized header fields, any unknown option tags in Require, or even method names) and proceed with the redirection of the request in question.',
  },
] satisfies readonly Statement[];
