import type { Defect } from '../defect.js';
import {
  all,
  bodiless,
  each,
  having,
  missing,
  refused,
  replaced,
  retagged,
  untagged,
  without,
} from '../whole-calls.js';

/** What goes wrong over a proxy that records its route, as seen on both of its sides. */
export const PROXIED: readonly Defect[] = [
  {
    name: 'a 2xx without Record-Route',
    changes: each('F6 F7', without('Record-Route')),
    finds: 'record-route-not-copied in F6 at "200", see F2',
  },
  {
    name: 'a 2xx that lacks Record-Route behind the proxy alone',
    changes: { F6: without('Record-Route') },
    finds: 'record-route-not-copied in F6 at "200", see F2',
  },
  {
    name: 'a 180 without Record-Route',
    changes: each('F4 F5', without('Record-Route')),
    finds: 'record-route-not-copied in F4 at "180", see F2',
  },
  {
    name: 'an ACK without Route',
    changes: { F8: without('Route') },
    finds: 'dialog-route-set-mismatch in F8 at "ACK", see F5',
  },
  {
    name: 'an ACK over another route',
    changes: { F8: replaced('Route: <sip:proxy.', 'Route: <sip:other.') },
    finds: 'dialog-route-set-mismatch in F8 at "<sip:other.example.com;lr>", see F5',
  },
  {
    name: 'an ACK with another number',
    changes: each('F8 F9', replaced('CSeq: 1', 'CSeq: 2')),
    finds: 'ack-2xx-cseq-mismatch in F8 at "2", see F1',
  },
  {
    name: 'an ACK with another Call-ID',
    changes: each('F8 F9', replaced('Call-ID: 12345600', 'Call-ID: 12345601')),
    finds: 'call-id-changed-in-dialog in F8 at "12345601@pc33.example.com", see F7',
  },
  {
    name: 'an ACK with another To tag',
    changes: each('F8 F9', retagged('To', 'other77777')),
    finds: 'dialog-tag-mismatch in F8 at "other77777", see F4',
  },
  {
    name: 'an ACK that is never sent',
    changes: each('F8 F9', missing),
    finds: 'ack-missing-for-final-response in F1 at "INVITE", see F7',
  },
  {
    name: 'an ACK that keeps the Route of the proxy',
    changes: { F9: having('Route: <sip:proxy.example.com;lr>') },
    finds: 'proxy-route-not-removed in F9 at "sip:proxy.example.com;lr", see F9',
  },
  {
    name: 'an ACK whose hops are not counted',
    changes: { F9: replaced('Max-Forwards: 69', 'Max-Forwards: 70') },
    finds: 'proxy-max-forwards-not-decremented in F9 at "70", see F8',
  },
  {
    name: 'an INVITE whose hops are not counted',
    changes: { F2: replaced('Max-Forwards: 69', 'Max-Forwards: 70') },
    finds: 'proxy-max-forwards-not-decremented in F2 at "70", see F1',
  },
  {
    name: 'an INVITE whose body the proxy changed',
    changes: { F2: replaced('RTP/AVP 0', 'RTP/AVP 8') },
    finds: 'proxy-modified-body in F2 at "m=audio 49172 RTP/AVP 8", see F1',
    isStrict: true,
  },
  {
    name: 'a To tag that the proxy changed in the 180',
    changes: { F5: retagged('To', 'other77777') },
    finds: 'proxy-changed-to-tag in F5 at "other77777", see F4',
  },
  {
    name: 'a To tag that the proxy changed in the 2xx',
    changes: { F7: retagged('To', 'other77777') },
    finds: 'proxy-changed-to-tag in F7 at "other77777", see F6',
  },
  {
    name: 'a From tag that the proxy changed in the 2xx',
    changes: { F7: retagged('From', 'other77777') },
    finds: 'response-from-mismatch in F7 at "other77777", see F1',
  },
  {
    name: 'a From tag that the callee changed in the 2xx',
    changes: each('F6 F7', retagged('From', 'other77777')),
    finds: 'response-from-mismatch in F6 at "other77777", see F2',
  },
  {
    name: 'a 2xx with its Vias in another order',
    changes: { F6: (message) => message.replace(/(Via: .*\n)(Via: .*\n)/, '$2$1') },
    finds:
      'response-via-mismatch in F6 at "SIP/2.0/UDP proxy.example.com;branch=z9hG4bK2d4790.1;received=192.0.2.10", see F1',
  },
  {
    name: 'a 2xx without the lower Via',
    changes: { F6: replaced('Via: SIP/2.0/UDP pc33.example.com;branch=z9hG4bK74bf9;received=192.0.2.1\n', '') },
    finds:
      'response-via-mismatch in F6 at "SIP/2.0/UDP proxy.example.com;branch=z9hG4bK2d4790.1;received=192.0.2.10", see F2',
  },
  {
    name: 'a 2xx with another branch in the lower Via',
    changes: { F6: replaced('z9hG4bK74bf9', 'z9hG4bK74bf8') },
    finds:
      'response-via-mismatch in F6 at "SIP/2.0/UDP pc33.example.com;branch=z9hG4bK74bf8;received=192.0.2.1", see F2',
  },
  {
    name: 'a 2xx without the answer',
    changes: each('F6 F7', bodiless),
    finds: 'missing-answer-in-invite-2xx in F6 at "200", see F2',
  },
  {
    name: 'a 2xx whose answer the proxy took out',
    changes: { F7: bodiless },
    finds: 'missing-answer-in-invite-2xx in F7 at "200", see F1',
  },
  {
    name: 'a BYE of the callee without Route',
    changes: { F10: without('Route') },
    finds: 'dialog-route-set-mismatch in F10 at "BYE", see F2',
  },
  {
    name: 'a BYE of the callee to another target',
    changes: each('F10 F11', replaced('sip:alice@pc33.example.com', 'sip:alice@example.com')),
    finds: 'dialog-request-uri-not-remote-target in F10 at "sip:alice@example.com", see F2',
  },
  {
    name: 'a BYE of the callee with another From tag',
    changes: {
      ...each('F10 F11', retagged('From', 'other77777')),
      ...each('F12 F13', all(retagged('From', 'other77777'), refused)),
    },
    finds: 'dialog-tag-mismatch in F10 at "other77777", see F4',
  },
  {
    name: 'a BYE of the callee with its tags exchanged',
    changes: each('F10 F11 F12 F13', all(retagged('From', '9fxced76sl'), retagged('To', '314159x7q2'))),
    finds: 'dialog-tags-swapped in F10 at "<sip:bob@example.net>;tag=9fxced76sl", see F1',
  },
  {
    name: 'a 200 to BYE without the lower Via',
    changes: { F12: replaced('Via: SIP/2.0/UDP client.example.net;branch=z9hG4bKnashds7;received=192.0.2.4\n', '') },
    finds:
      'response-via-mismatch in F12 at "SIP/2.0/UDP proxy.example.com;branch=z9hG4bK2d4790.3;received=192.0.2.10", see F11',
  },
  {
    name: 'a 200 to BYE with another number',
    changes: { F13: replaced('CSeq: 7', 'CSeq: 8') },
    finds: 'response-cseq-mismatch in F13 at "8", see F10',
  },
  {
    name: 'a 2xx with a tag that the proxy does not know',
    changes: { F6: retagged('To', 'other77777') },
    finds: 'response-to-tag-changes in F6 at "other77777", see F4',
  },
  {
    name: 'a 2xx without a tag behind the proxy',
    changes: { F6: untagged('To') },
    finds: 'to-tag-missing-in-response in F6 at "<sip:bob@example.net>"',
  },
  {
    name: 'a 2xx with another branch behind the proxy',
    changes: { F6: replaced('2d4790.1', '2d4790.9') },
    finds: 'response-via-mismatch in F6 at "z9hG4bK2d4790.9", see F2',
  },
];
