import type { Defect } from '../defect.js';
import { all, answering, each, missing, refused, replaced, retagged, without } from '../whole-calls.js';

/** What goes wrong with a CANCEL. */
export const CANCELLED: readonly Defect[] = [
  {
    name: 'a CANCEL with another branch',
    changes: { F4: replaced('kdjuw', 'kdjux'), F5: all(replaced('kdjuw', 'kdjux'), refused) },
    finds: 'cancel-via-mismatch in F4 at "z9hG4bKkdjux", see F1',
  },
  {
    name: 'a CANCEL with another number',
    changes: each('F4 F5', replaced('CSeq: 1', 'CSeq: 2')),
    finds: 'cancel-fields-mismatch in F4 at "2", see F1',
  },
  {
    name: 'a CANCEL with another Request-URI',
    changes: { F4: replaced('sip:bob@example.net', 'sip:bob@client.example.net') },
    finds: 'cancel-fields-mismatch in F4 at "sip:bob@client.example.net", see F1',
  },
  {
    name: 'a CANCEL without Route',
    changes: { F4: without('Route') },
    finds: 'cancel-route-missing in F4 at "CANCEL", see F1',
  },
  {
    name: 'a CANCEL with a To tag',
    changes: { F4: retagged('To', '314159b2c3') },
    finds: 'cancel-fields-mismatch in F4 at "314159b2c3", see F1',
  },
  {
    name: 'a CANCEL with another From tag',
    changes: each('F4 F5', retagged('From', 'other77777')),
    finds: 'cancel-fields-mismatch in F4 at "other77777", see F1',
  },
  {
    name: 'a CANCEL with another Call-ID',
    changes: each('F4 F5', replaced('Call-ID: 2x', 'Call-ID: 3x')),
    finds: 'cancel-fields-mismatch in F4 at "3xTb9vxSit55XU7p8@pc33.example.com", see F1',
  },
  {
    name: 'a CANCEL before any response',
    changes: each('F2 F3', missing),
    finds: 'cancel-before-provisional in F4 at "CANCEL", see F1 F6',
  },
  {
    name: 'a CANCEL without its 200',
    changes: { F5: missing },
    finds: 'request-without-final-response in F4 at "CANCEL"',
  },
  {
    name: 'a CANCEL that is refused',
    changes: { F5: refused },
    finds: 'cancel-not-answered-with-200 in F5 at "481", see F4',
  },
  {
    name: 'an INVITE that stays unanswered behind its CANCEL',
    changes: each('F6 F7', missing),
    finds: 'request-without-final-response in F1 at "INVITE"',
  },
  {
    name: 'an INVITE that ends otherwise behind its CANCEL',
    changes: { F6: answering('486 Busy Here') },
    finds: 'cancelled-invite-without-487 in F6 at "486", see F4 F5',
    isStrict: true,
  },
  {
    name: 'an ACK with another number',
    changes: { F7: replaced('CSeq: 1', 'CSeq: 2') },
    finds: 'ack-non-2xx-fields-mismatch in F7 at "2", see F1',
  },
  {
    name: 'an ACK with another branch',
    changes: { F7: replaced('kdjuw', 'kdjux') },
    finds: 'ack-non-2xx-via-mismatch in F7 at "z9hG4bKkdjux", see F1',
  },
  {
    name: 'an ACK without Route',
    changes: { F7: without('Route') },
    finds: 'ack-non-2xx-route-missing in F7 at "ACK", see F1',
    isStrict: true,
  },
  {
    name: 'a CANCEL with another branch than its response',
    changes: { F4: replaced('kdjuw', 'kdjux') },
    finds: 'cancel-via-mismatch in F4 at "z9hG4bKkdjux", see F1',
  },
  {
    name: 'a CANCEL from another user, which the response does not copy',
    changes: { F4: replaced('From: <sip:alice@example.com>', 'From: <sip:carol@example.com>') },
    finds: 'cancel-fields-mismatch in F4 at "sip:carol@example.com", see F1',
  },
  {
    name: 'a CANCEL with another To tag than its response',
    changes: { F4: retagged('To', 'other77777') },
    finds: 'cancel-fields-mismatch in F4 at "other77777", see F1',
  },
  {
    name: 'a CANCEL with a second Via, which the response does not copy',
    changes: { F4: replaced('Max-Forwards', 'Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKkdjuy\nMax-Forwards') },
    finds: 'cancel-via-mismatch in F4 at "SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKkdjuy", see F1',
  },
  {
    name: 'a response to CANCEL with another method',
    changes: { F5: replaced('CSeq: 1 CANCEL', 'CSeq: 1 INFO') },
    finds: 'response-cseq-mismatch in F5 at "INFO", see F1',
  },
  {
    name: 'an INVITE to another user than all that follows',
    changes: { F1: replaced('To: <sip:bob@example.net>', 'To: <sip:carol@example.net>') },
    finds: 'response-to-mismatch in F2 at "sip:bob@example.net", see F1',
  },
  {
    name: 'a response to CANCEL with another branch',
    changes: { F5: replaced('kdjuw', 'kdjux') },
    finds: 'response-via-mismatch in F5 at "z9hG4bKkdjux", see F4',
  },
];
