import type { Defect } from '../defect.js';
import { all, each, missing, refused, replaced, retagged } from '../whole-calls.js';

/** What goes wrong where a proxy forks. */
export const FORKED: readonly Defect[] = [
  {
    name: 'a branch that rings on',
    changes: each('F11 F12 F13 F14', missing),
    finds: 'forked-branch-not-cancelled in F3 at "INVITE", see F10 F5',
  },
  {
    name: 'a CANCEL with another branch',
    changes: { F11: replaced('7.1', '7.3'), F12: all(replaced('7.1', '7.3'), refused) },
    finds: 'cancel-via-mismatch in F11 at "z9hG4bK87asdks7.3", see F3',
  },
  {
    name: 'a CANCEL with another number',
    changes: each('F11 F12', replaced('CSeq: 31', 'CSeq: 32')),
    finds: 'cancel-fields-mismatch in F11 at "32", see F3',
  },
  {
    name: 'a 487 to the wrong branch',
    changes: { F13: replaced('7.1', '7.4') },
    finds: 'response-via-mismatch in F13 at "z9hG4bK87asdks7.4", see F3',
  },
  {
    name: 'an ACK to the 487 with another To tag',
    changes: { F14: retagged('To', 'other77777') },
    finds: 'ack-non-2xx-fields-mismatch in F14 at "other77777", see F13',
  },
  {
    name: 'an ACK to the 487 that is never sent',
    changes: { F14: missing },
    finds: 'ack-missing-for-final-response in F3 at "INVITE", see F13',
  },
  {
    name: 'an ACK to the 2xx with the To tag of nobody',
    changes: each('F15 F16', retagged('To', 'other77777')),
    finds: 'dialog-tag-mismatch in F15 at "other77777", see F7',
  },
  {
    name: 'a BYE with the number of the INVITE',
    changes: each('F17 F18 F19 F20', replaced('CSeq: 32', 'CSeq: 31')),
    finds: 'dialog-cseq-not-increasing in F17 at "31", see F1',
  },
];
