import type { Defect } from '../defect.js';
import { all, answering, bodiless, each, missing, replaced, retagged } from '../whole-calls.js';

/** What goes wrong with re-INVITEs of either side, and with offers in a 2xx. */
export const RE_INVITE: readonly Defect[] = [
  {
    name: 'a re-INVITE with the number of the INVITE',
    changes: each('F4 F5 F6', replaced('CSeq: 2', 'CSeq: 1')),
    finds: 'dialog-cseq-not-increasing in F4 at "1", see F1',
  },
  {
    name: 'a re-INVITE without its answer',
    changes: { F5: bodiless },
    finds: 'missing-answer-in-invite-2xx in F5 at "200", see F4',
  },
  {
    name: 'a re-INVITE without its ACK',
    changes: { F6: missing },
    finds: 'ack-missing-for-final-response in F4 at "INVITE", see F5',
  },
  {
    name: 'a 2xx without the offer that the re-INVITE left to it',
    changes: { F8: bodiless },
    finds: 'missing-offer-in-invite-2xx in F8 at "200", see F7',
  },
  {
    name: 'an ACK without the answer to the offer of the 2xx',
    changes: { F9: bodiless },
    finds: 'missing-answer-in-ack in F9 at "ACK", see F8 F7',
  },
  {
    name: 'a BYE with a number that goes back',
    changes: {
      F10: replaced('CSeq: 41', 'CSeq: 39'),
      F11: all(replaced('CSeq: 41', 'CSeq: 39'), answering('500 Server Internal Error')),
    },
    finds: 'dialog-cseq-not-increasing in F10 at "39", see F7',
  },
  {
    name: 'a BYE to the target before the re-INVITE',
    changes: { F10: replaced('laptop', 'pc33') },
    finds: 'dialog-request-uri-not-remote-target in F10 at "sip:alice@pc33.example.com", see F8',
  },
  {
    name: 'a BYE in the name of the other side',
    changes: each('F10 F11', all(retagged('From', '91kls8d2aa'), retagged('To', 'bb22c3d4e5'))),
    finds: 'dialog-tags-swapped in F10 at "<sip:bob@example.net>;tag=91kls8d2aa", see F1',
  },
  {
    name: 'an ACK to a re-INVITE with another From tag',
    changes: { F6: retagged('From', 'other77777') },
    finds: 'dialog-tag-mismatch in F6 at "other77777", see F2',
  },
];
