import { OFFER } from './bodies.js';
import { flow, sip, valid } from './valid.js';

/** RFC 2543 demanded no tag in From, no branch, no Max-Forwards and no Contact. */
const OLD = `Via: SIP/2.0/UDP iftgw.biloxi.example.com:5060
  From: <sip:+13035551111@ift.client.example.net;user=phone>
  To: <sip:+16505552222@ss1.wcom.example.net;user=phone>
  Call-ID: 1717@ift.client.example.net`;

describe('valid messages of RFC 2543 peers', () => {
  valid(
    'a call without tags, branches and Max-Forwards (RFC 4475 §3.1.2.19)',
    flow(
      sip(`INVITE sip:UserB@example.com SIP/2.0\n${OLD}\nCSeq: 56 INVITE\nContent-Type: application/sdp`, OFFER),
      sip(
        `SIP/2.0 200 OK\n${OLD}\nCSeq: 56 INVITE\nContact: <sip:bob@192.0.2.4>\nContent-Type: application/sdp`,
        OFFER,
      ),
      sip(`ACK sip:UserB@example.com SIP/2.0\n${OLD}\nCSeq: 56 ACK`),
      sip(`BYE sip:UserB@example.com SIP/2.0\n${OLD}\nCSeq: 57 BYE`),
      sip(`SIP/2.0 200 OK\n${OLD}\nCSeq: 57 BYE`),
    ),
    ['from-tag-missing', 'missing-contact-in-invite', 'missing-max-forwards', 'via-branch-missing'],
  );
});
