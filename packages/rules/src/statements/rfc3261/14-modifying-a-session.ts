import type { Statement } from '../statement.js';

export default [
  {
    section: '14',
    undecidable: 'unseen-cause',
    text: 'However, automated generation of re-INVITE or BYE is NOT RECOMMENDED to avoid flooding the network with traffic when there is congestion.',
  },
  {
    section: '14',
    undecidable: 'unseen-cause',
    text: 'In any case, if these messages are sent automatically, they SHOULD be sent after some randomized interval.',
  },
  {
    section: '14.1',
    undecidable: 'unseen-cause',
    text: 'If the session description format has the capability for version numbers, the offerer SHOULD indicate that the version of the session description has changed.',
  },
  {
    section: '14.1',
    rules: ['overlapping-invite'],
    text: 'Note that a UAC MUST NOT initiate a new INVITE transaction within a dialog while another INVITE transaction is in progress in either direction.',
  },
  {
    section: '14.1',
    rules: ['overlapping-invite'],
    text: 'If there is an ongoing INVITE client transaction, the TU MUST wait until the transaction reaches the completed or terminated state before initiating the new INVITE.',
  },
  {
    section: '14.1',
    rules: ['overlapping-invite'],
    text: 'If there is an ongoing INVITE server transaction, the TU MUST wait until the transaction reaches the confirmed or terminated state before initiating the new INVITE.',
  },
  {
    section: '14.1',
    undecidable: 'inner-state',
    text: 'If a UA receives a non-2xx final response to a re-INVITE, the session parameters MUST remain unchanged, as if no re-INVITE had been issued.',
  },
  {
    section: '14.1',
    rules: ['reinvite-retried-too-early-after-491'],
    text: 'If a UAC receives a 491 response to a re-INVITE, it SHOULD start a timer with a value T chosen as follows:',
  },
  {
    section: '14.1',
    undecidable: 'absence',
    text: 'When the timer fires, the UAC SHOULD attempt the re-INVITE once more, if it still desires for that session modification to take place.',
  },
  {
    section: '14.2',
    rules: ['overlapping-invite-wrong-status', 'overlapping-invite-retry-after'],
    text: 'A UAS that receives a second INVITE before it sends the final response to a first INVITE with a lower CSeq sequence number on the same dialog MUST return a 500 (Server Internal Error) response to the second INVITE and MUST include a Retry-After header field with a randomly chosen value of between 0 and 10 seconds.',
  },
  {
    section: '14.2',
    rules: ['overlapping-invite-wrong-status'],
    text: 'A UAS that receives an INVITE on a dialog while an INVITE it had sent on that dialog is in progress MUST return a 491 (Request Pending) response to the received INVITE.',
  },
  {
    section: '14.2',
    undecidable: 'inner-state',
    text: 'If a UA receives a re-INVITE for an existing dialog, it MUST check any version identifiers in the session description or, if there are no version identifiers, the content of the session description to see if it has changed.',
  },
  {
    section: '14.2',
    undecidable: 'inner-state',
    text: 'If the session description has changed, the UAS MUST adjust the session parameters accordingly, possibly after asking the user for confirmation.',
  },
  { section: '14.2', rules: ['missing-warning-in-488'], text: 'This response SHOULD include a Warning header field.' },
  {
    section: '14.2',
    undecidable: 'absence',
    text: 'If a UAS generates a 2xx response and never receives an ACK, it SHOULD generate a BYE to terminate the dialog.',
  },
  {
    section: '14.2',
    undecidable: 'unseen-cause',
    text: 'A UAS providing an offer in a 2xx (because the INVITE did not contain an offer) SHOULD construct the offer as if the UAS were making a brand new call, subject to the constraints of sending an offer that updates an existing session, as described in [13] in the case of SDP.',
  },
  {
    section: '14.2',
    undecidable: 'unseen-cause',
    text: 'Specifically, this means that it SHOULD include as many media formats and media types that the UA is willing to support.',
  },
  {
    section: '14.2',
    undecidable: 'unseen-cause',
    text: 'The UAS MUST ensure that the session description overlaps with its previous session description in media formats, transports, or other parameters that require support from the peer.',
  },
  {
    section: '14.2',
    undecidable: 'unseen-cause',
    text: 'If, however, it is unacceptable to the UAC, the UAC SHOULD generate an answer with a valid session description, and then send a BYE to terminate the session.',
  },
] satisfies readonly Statement[];
