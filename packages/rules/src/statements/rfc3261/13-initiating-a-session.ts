import type { Statement } from '../statement.js';

export default [
  {
    section: '13.1',
    undecidable: 'capability',
    text: 'A UA that supports INVITE MUST also support ACK, CANCEL and BYE.',
  },
  {
    section: '13.2.1',
    rules: ['missing-allow-in-invite'],
    text: 'An Allow header field (Section 20.5) SHOULD be present in the INVITE.',
  },
  {
    section: '13.2.1',
    rules: ['allow-incomplete-for-invite'],
    text: 'For example, a UA capable of receiving INFO requests within a dialog [34] SHOULD include an Allow header field listing the INFO method.',
  },
  {
    section: '13.2.1',
    rules: ['missing-supported-in-invite'],
    text: 'A Supported header field (Section 20.37) SHOULD be present in the INVITE.',
  },
  {
    section: '13.2.1',
    rules: ['invite-pending-beyond-expires'],
    text: 'If the time indicated in the Expires header field is reached and no final answer for the INVITE has been received, the UAC core SHOULD generate a CANCEL request for the INVITE, as per Section 9.',
  },
  {
    section: '13.2.1',
    rules: ['missing-offer-in-invite-2xx'],
    text: 'The initial offer MUST be in either an INVITE or, if not there, in the first reliable non-failure message from the UAS back to the UAC.',
  },
  {
    section: '13.2.1',
    rules: ['missing-answer-in-invite-2xx'],
    text: 'If the initial offer is in an INVITE, the answer MUST be in a reliable non-failure message from UAS back to UAC which is correlated to that INVITE.',
  },
  {
    section: '13.2.1',
    rules: ['answer-differs-between-18x-and-2xx'],
    text: 'The UAC MUST treat the first session description it receives as the answer, and MUST ignore any session descriptions in subsequent responses to the initial INVITE.',
  },
  {
    section: '13.2.1',
    rules: ['missing-answer-in-ack'],
    text: 'If the initial offer is in the first reliable non-failure message from the UAS back to UAC, the answer MUST be in the acknowledgement for that message (in this specification, ACK for a 2xx response).',
  },
  {
    section: '13.2.1',
    rules: ['answer-differs-between-18x-and-2xx'],
    text: 'Once the UAS has sent or received an answer to the initial offer, it MUST NOT generate subsequent offers in any responses to the initial INVITE.',
  },
  {
    section: '13.2.1',
    undecidable: 'capability',
    text: 'All user agents that support INVITE MUST support these two exchanges.',
  },
  {
    section: '13.2.1',
    undecidable: 'capability',
    text: 'The Session Description Protocol (SDP) (RFC 2327 [1]) MUST be supported by all user agents as a means to describe sessions, and its usage for constructing offers and answers MUST follow the procedures defined in [13].',
  },
  {
    section: '13.2.2.3',
    undecidable: 'inner-state',
    text: 'Subsequent final responses (which would only arrive under error conditions) MUST be ignored.',
  },
  {
    section: '13.2.2.4',
    rules: ['dialog-route-set-mismatch'],
    text: 'If the dialog identifier in the 2xx response matches the dialog identifier of an existing dialog, the dialog MUST be transitioned to the "confirmed" state, and the route set for the dialog MUST be recomputed based on the 2xx response using the procedures of Section 12.2.1.2.',
  },
  {
    section: '13.2.2.4',
    undecidable: 'inner-state',
    text: 'Otherwise, a new dialog in the "confirmed" state MUST be constructed using the procedures of Section 12.1.2.',
  },
  {
    section: '13.2.2.4',
    rules: ['ack-missing-for-final-response'],
    text: 'The UAC core MUST generate an ACK request for each 2xx received from the transaction layer.',
  },
  {
    section: '13.2.2.4',
    rules: ['ack-2xx-cseq-mismatch', 'cseq-method-mismatch'],
    text: 'The sequence number of the CSeq header field MUST be the same as the INVITE being acknowledged, but the CSeq method MUST be ACK.',
  },
  {
    section: '13.2.2.4',
    rules: ['ack-2xx-credentials-differ'],
    text: 'The ACK MUST contain the same credentials as the INVITE.',
  },
  {
    section: '13.2.2.4',
    rules: ['missing-answer-in-ack'],
    text: 'If the 2xx contains an offer (based on the rules above), the ACK MUST carry an answer in its body.',
  },
  {
    section: '13.2.2.4',
    undecidable: 'unseen-cause',
    text: 'If the offer in the 2xx response is not acceptable, the UAC core MUST generate a valid answer in the ACK and then send a BYE immediately.',
  },
  {
    section: '13.2.2.4',
    undecidable: 'absence',
    text: 'The ACK MUST be passed to the client transport every time a retransmission of the 2xx final response that triggered the ACK arrives.',
  },
  {
    section: '13.2.2.4',
    undecidable: 'unseen-cause',
    text: 'If, after acknowledging any 2xx response to an INVITE, the UAC does not want to continue with that dialog, then the UAC MUST terminate the dialog by sending a BYE request as described in Section 15.',
  },
  {
    section: '13.3.1',
    rules: ['invite-pending-beyond-expires'],
    text: 'If the invitation expires before the UAS has generated a final response, a 487 (Request Terminated) response SHOULD be generated.',
  },
  {
    section: '13.3.1',
    rules: ['missing-offer-in-invite-2xx'],
    text: 'It MUST provide the offer in its first non-failure reliable message back to the UAC.',
  },
  { section: '13.3.1.1', rules: ['response-to-tag-changes'], text: 'Each of these MUST indicate the same dialog ID.' },
  {
    section: '13.3.1.1',
    rules: ['provisional-not-refreshed'],
    text: 'To prevent cancellation, the UAS MUST send a non-100 provisional response at every minute, to handle the possibility of lost provisional responses.',
  },
  {
    section: '13.3.1.2',
    rules: ['missing-contact-in-redirect'],
    text: 'A 300 (Multiple Choices), 301 (Moved Permanently) or 302 (Moved Temporarily) response SHOULD contain a Contact header field containing one or more URIs of new addresses to be tried.',
  },
  {
    section: '13.3.1.3',
    undecidable: 'unseen-cause',
    text: 'A 486 (Busy Here) SHOULD be returned in such a scenario.',
  },
  {
    section: '13.3.1.3',
    undecidable: 'unseen-cause',
    text: 'If the UAS knows that no other end system will be able to accept this call, a 600 (Busy Everywhere) response SHOULD be sent instead.',
  },
  {
    section: '13.3.1.3',
    undecidable: 'unseen-cause',
    text: 'A UAS rejecting an offer contained in an INVITE SHOULD return a 488 (Not Acceptable Here) response.',
  },
  {
    section: '13.3.1.3',
    rules: ['missing-warning-in-488'],
    text: 'Such a response SHOULD include a Warning header field value explaining why the offer was rejected.',
  },
  {
    section: '13.3.1.4',
    rules: ['missing-allow-supported-in-invite-2xx'],
    text: 'A 2xx response to an INVITE SHOULD contain the Allow header field and the Supported header field, and MAY contain the Accept header field.',
  },
  {
    section: '13.3.1.4',
    rules: ['missing-answer-in-invite-2xx'],
    text: 'If the INVITE request contained an offer, and the UAS had not yet sent an answer, the 2xx MUST contain an answer.',
  },
  {
    section: '13.3.1.4',
    rules: ['missing-offer-in-invite-2xx'],
    text: 'If the INVITE did not contain an offer, the 2xx MUST contain an offer if the UAS had not yet sent an offer.',
  },
  {
    section: '13.3.1.4',
    undecidable: 'unseen-cause',
    text: 'If the server retransmits the 2xx response for 64*T1 seconds without receiving an ACK, the dialog is confirmed, but the session SHOULD be terminated.',
  },
] satisfies readonly Statement[];
