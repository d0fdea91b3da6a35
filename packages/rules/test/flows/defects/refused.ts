import type { Defect } from '../defect.js';
import { each, having, missing, replaced, retagged, untagged, withSession } from '../whole-calls.js';

/** What goes wrong with a failure and its ACK. */
export const REFUSED: readonly Defect[] = [
  {
    name: 'an ACK with another Request-URI',
    changes: { F3: replaced('sip:bob@example.net', 'sip:bob@client.example.net') },
    finds: 'ack-non-2xx-fields-mismatch in F3 at "sip:bob@client.example.net", see F1',
  },
  {
    name: 'an ACK without a To tag',
    changes: { F3: untagged('To') },
    finds: 'ack-non-2xx-fields-mismatch in F3 at "<sip:bob@example.net>", see F2',
  },
  {
    name: 'an ACK with another To tag',
    changes: { F3: retagged('To', 'other77777') },
    finds: 'ack-non-2xx-fields-mismatch in F3 at "other77777", see F2',
  },
  {
    name: 'an ACK with another From tag',
    changes: { F3: retagged('From', 'other77777') },
    finds: 'ack-non-2xx-fields-mismatch in F3 at "other77777", see F1',
  },
  {
    name: 'an ACK with another Call-ID',
    changes: { F3: replaced('Call-ID: q', 'Call-ID: r') },
    finds: 'ack-non-2xx-fields-mismatch in F3 at "rwer5678zz@pc33.example.com", see F1',
  },
  {
    name: 'an ACK with a body',
    changes: { F3: withSession },
    finds: 'ack-non-2xx-with-body in F3 at "application/sdp", see F2',
  },
  {
    name: 'an ACK that requires an extension',
    changes: { F3: having('Require: timer') },
    finds: 'ack-non-2xx-requires-extension in F3 at "timer", see F2',
  },
  {
    name: 'an ACK that is never sent',
    changes: { F3: missing },
    finds: 'ack-missing-for-final-response in F1 at "INVITE", see F2',
  },
  {
    name: 'a failure with another From tag',
    changes: { F2: retagged('From', 'other77777') },
    finds: 'response-from-mismatch in F2 at "other77777", see F1',
  },
  {
    name: 'a failure with another branch',
    changes: { F2: replaced('mn43a', 'mn43b') },
    finds: 'response-via-mismatch in F2 at "z9hG4bKmn43b", see F1',
  },
  {
    name: 'a failure with another CSeq method',
    changes: { F2: replaced('CSeq: 1 INVITE', 'CSeq: 1 BYE') },
    finds: 'response-cseq-mismatch in F2 at "BYE", see F1',
  },
  {
    name: 'a failure without a To tag',
    changes: each('F2 F3', untagged('To')),
    finds: 'to-tag-missing-in-response in F2 at "<sip:bob@example.net>"',
  },
];
