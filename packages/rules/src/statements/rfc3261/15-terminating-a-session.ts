import type { Statement } from '../statement.js';

export default [
  {
    section: '15',
    undecidable: 'inner-state',
    text: 'When a BYE is received on a dialog, any session associated with that dialog SHOULD terminate.',
  },
  { section: '15', rules: ['bye-outside-dialog'], text: 'A UA MUST NOT send a BYE outside of a dialog.' },
  {
    section: '15',
    rules: ['bye-by-callee-on-early-dialog'],
    text: "The caller's UA MAY send a BYE for either confirmed or early dialogs, and the callee's UA MAY send a BYE on confirmed dialogs, but MUST NOT send a BYE on early dialogs.",
  },
  {
    section: '15',
    rules: ['bye-by-callee-before-ack'],
    text: "However, the callee's UA MUST NOT send a BYE on a confirmed dialog until it has received an ACK for its 2xx response or until the server transaction times out.",
  },
  {
    section: '15.1.1',
    undecidable: 'inner-state',
    text: 'The UAC MUST consider the session terminated (and therefore stop sending or listening for media) as soon as the BYE request is passed to the client transaction.',
  },
  {
    section: '15.1.1',
    undecidable: 'inner-state',
    text: 'If the response for the BYE is a 481 (Call/Transaction Does Not Exist) or a 408 (Request Timeout) or no response at all is received for the BYE (that is, a timeout is returned by the client transaction), the UAC MUST consider the session and the dialog terminated.',
  },
  {
    section: '15.1.2',
    undecidable: 'unseen-cause',
    text: 'If the BYE does not match an existing dialog, the UAS core SHOULD generate a 481 (Call/Transaction Does Not Exist) response and pass that to the server transaction.',
  },
  {
    section: '15.1.2',
    rules: ['out-of-order-request-not-rejected'],
    text: 'A UAS core receiving a BYE request for an existing dialog MUST follow the procedures of Section 12.2.2 to process the request.',
  },
  {
    section: '15.1.2',
    undecidable: 'inner-state',
    text: 'Once done, the UAS SHOULD terminate the session (and therefore stop sending and listening for media).',
  },
  {
    section: '15.1.2',
    rules: ['bye-not-answered-with-2xx'],
    text: 'Whether or not it ends its participation on the session, the UAS core MUST generate a 2xx response to the BYE, and MUST pass that to the server transaction for transmission.',
  },
  {
    section: '15.1.2',
    rules: ['pending-request-unanswered-after-bye'],
    text: 'The UAS MUST still respond to any pending requests received for that dialog.',
  },
  {
    section: '15.1.2',
    rules: ['pending-request-unanswered-after-bye'],
    text: 'It is RECOMMENDED that a 487 (Request Terminated) response be generated to those pending requests.',
  },
] satisfies readonly Statement[];
