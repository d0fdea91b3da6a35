import { ANSWER, OFFER } from './bodies.js';
import { flow, sip, valid } from './valid.js';

const IDS = `From: "Alice" <sip:alice@atlanta.example.com>;tag=9fxced76sl
  Call-ID: 2xTb9vxSit55XU7p8@atlanta.example.com`;
const TO = 'To: Bob <sip:bob@biloxi.example.com>';
const TO_TAG = `${TO};tag=314159`;
const A_VIA = 'Via: SIP/2.0/UDP client.atlanta.example.com:5060;branch=z9hG4bK74b43';
const A_CONTACT = 'Contact: <sip:alice@client.atlanta.example.com>';
const B_CONTACT = 'Contact: <sip:bob@client.biloxi.example.com>';
const P_VIA = 'Via: SIP/2.0/UDP ss1.atlanta.example.com:5060;branch=z9hG4bK2d4790.1';
const P2_VIA = 'Via: SIP/2.0/UDP ss2.biloxi.example.com:5060;branch=z9hG4bK721e4.1';
const RECEIVED = `${A_VIA};received=192.0.2.101`;

const inviteAt = (vias: string, hops: number, extra = '', uri = 'sip:bob@biloxi.example.com'): string =>
  sip(
    `INVITE ${uri} SIP/2.0
     ${vias}
     Max-Forwards: ${hops}
     ${extra}${IDS}
     ${TO}
     CSeq: 1 INVITE
     ${A_CONTACT}
     Content-Type: application/sdp`,
    OFFER,
  );

const responseTo = (status: string, vias: string, more = '', cseq = '1 INVITE', to = TO_TAG): string =>
  sip(`SIP/2.0 ${status}
     ${vias}
     ${IDS}
     ${to}
     CSeq: ${cseq}${more}`);

const ROUTES = `Record-Route: <sip:ss2.biloxi.example.com;lr>, <sip:ss1.atlanta.example.com;lr>`;

describe('valid calls', () => {
  valid(
    'through two proxies, each hop (RFC 3665 §3.2)',
    flow(
      inviteAt(A_VIA, 70, 'Route: <sip:ss1.atlanta.example.com;lr>\n'),
      responseTo('100 Trying', RECEIVED, '', '1 INVITE', TO),
      inviteAt(`${P_VIA}\n${RECEIVED}`, 69, 'Record-Route: <sip:ss1.atlanta.example.com;lr>\n'),
      responseTo('100 Trying', `${P_VIA};received=192.0.2.111\n${RECEIVED}`, '', '1 INVITE', TO),
      inviteAt(
        `${P2_VIA}\n${P_VIA};received=192.0.2.111\n${RECEIVED}`,
        68,
        `${ROUTES}\n`,
        'sip:bob@client.biloxi.example.com',
      ),
      responseTo(
        '180 Ringing',
        `${P2_VIA};received=192.0.2.222\n${P_VIA};received=192.0.2.111\n${RECEIVED}`,
        `\n${ROUTES}\n${B_CONTACT}`,
      ),
      sip(
        `SIP/2.0 200 OK
         ${P2_VIA};received=192.0.2.222
         ${P_VIA};received=192.0.2.111
         ${RECEIVED}
         ${ROUTES}
         ${IDS}
         ${TO_TAG}
         CSeq: 1 INVITE
         ${B_CONTACT}
         Content-Type: application/sdp`,
        ANSWER,
      ),
      sip(`ACK sip:bob@client.biloxi.example.com SIP/2.0
         Via: SIP/2.0/UDP client.atlanta.example.com:5060;branch=z9hG4bK74b76
         Max-Forwards: 70
         Route: <sip:ss1.atlanta.example.com;lr>, <sip:ss2.biloxi.example.com;lr>
         ${IDS}
         ${TO_TAG}
         CSeq: 1 ACK`),
      sip(`BYE sip:alice@client.atlanta.example.com SIP/2.0
         Via: SIP/2.0/UDP client.biloxi.example.com:5060;branch=z9hG4bKnashds7
         Max-Forwards: 70
         Route: <sip:ss2.biloxi.example.com;lr>, <sip:ss1.atlanta.example.com;lr>
         From: Bob <sip:bob@biloxi.example.com>;tag=314159
         To: Alice <sip:alice@atlanta.example.com>;tag=9fxced76sl
         Call-ID: 2xTb9vxSit55XU7p8@atlanta.example.com
         CSeq: 1 BYE`),
      sip(`SIP/2.0 200 OK
         Via: SIP/2.0/UDP client.biloxi.example.com:5060;branch=z9hG4bKnashds7;received=192.0.2.201
         From: Bob <sip:bob@biloxi.example.com>;tag=314159
         To: Alice <sip:alice@atlanta.example.com>;tag=9fxced76sl
         Call-ID: 2xTb9vxSit55XU7p8@atlanta.example.com
         CSeq: 1 BYE`),
    ),
  );

  valid(
    'responses of a callee without their requests, in compact form',
    flow(
      sip(`SIP/2.0 183 Session Progress
        v: SIP/2.0/TCP ss1.example.com;branch=z9hG4bKaa;received=192.0.2.7;rport=33333
        v:SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bKbb;received=198.51.100.7
        f: <sip:alice@example.com>;tag=abcd1234
        t: "B" <sip:bob@example.com>;tag=efgh5678
        i: f81d4fae-7dec-11d0-a765-00a0c91e6bf6@foo.bar.com
        CSeq: 2 INVITE
        m: <sip:bob@192.0.2.4:5062;transport=tcp>
        k: 100rel
        Require: 100rel
        RSeq: 988789
        Allow: INVITE, ACK, CANCEL, BYE, PRACK
        l: 0`),
      sip(
        `SIP/2.0 200 OK
        v: SIP/2.0/TCP ss1.example.com;branch=z9hG4bKaa;received=192.0.2.7
        f: <sip:alice@example.com>;tag=abcd1234
        t: "B" <sip:bob@example.com>;tag=efgh5678
        i: f81d4fae-7dec-11d0-a765-00a0c91e6bf6@foo.bar.com
        CSeq: 2 INVITE
        m: "Bob" <sip:bob@192.0.2.4:5062;transport=tcp>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>"
        k:
        c: application/sdp
        x: 1800;refresher=uas
        Require: timer`,
        ANSWER,
      ),
    ),
  );

  valid(
    'a cancelled call (RFC 3665 §3.8)',
    flow(
      inviteAt(A_VIA, 70, 'Route: <sip:ss1.atlanta.example.com;lr>\n'),
      responseTo('100 Trying', RECEIVED, '', '1 INVITE', TO),
      responseTo('180 Ringing', RECEIVED, `\n${B_CONTACT}`),
      sip(`CANCEL sip:bob@biloxi.example.com SIP/2.0
        ${A_VIA}
        Max-Forwards: 70
        Route: <sip:ss1.atlanta.example.com;lr>
        ${IDS}
        ${TO}
        CSeq: 1 CANCEL
        Reason: SIP ;cause=200 ;text="Call completed elsewhere"`),
      responseTo('200 OK', RECEIVED, '', '1 CANCEL'),
      responseTo('487 Request Terminated', RECEIVED),
      sip(`ACK sip:bob@biloxi.example.com SIP/2.0
        ${A_VIA}
        Max-Forwards: 70
        Route: <sip:ss1.atlanta.example.com;lr>
        ${IDS}
        ${TO_TAG}
        CSeq: 1 ACK`),
    ),
  );

  valid(
    'a forked call with two early dialogs and two answers',
    flow(
      inviteAt(A_VIA, 70),
      responseTo('180 Ringing', RECEIVED, '\nContact: <sip:bob@192.0.2.11>', '1 INVITE', `${TO};tag=aaaa1111`),
      responseTo('180 Ringing', RECEIVED, '\nContact: <sip:bob@192.0.2.12>', '1 INVITE', `${TO};tag=bbbb2222`),
      responseTo('199 Early Dialog Terminated', RECEIVED, `\n${B_CONTACT}`, '1 INVITE', `${TO};tag=aaaa1111`),
      sip(
        `SIP/2.0 200 OK
         ${RECEIVED}
         ${IDS}
         ${TO};tag=bbbb2222
         CSeq: 1 INVITE
         Contact: <sip:bob@192.0.2.12>
         Content-Type: application/sdp`,
        ANSWER,
      ),
    ),
  );

  valid(
    'hold, PRACK, UPDATE, REFER with its NOTIFY, and INFO within a dialog',
    flow(
      sip(`PRACK sip:bob@client.biloxi.example.com SIP/2.0
        ${A_VIA}1
        Max-Forwards: 70
        ${IDS}
        ${TO_TAG}
        RAck: 988789 1 INVITE
        CSeq: 2 PRACK`),
      responseTo('200 OK', `${A_VIA}1`, '', '2 PRACK'),
      sip(
        `UPDATE sip:bob@client.biloxi.example.com SIP/2.0
        ${A_VIA}2
        Max-Forwards: 70
        ${IDS}
        ${TO_TAG}
        CSeq: 3 UPDATE
        ${A_CONTACT}
        Content-Type: application/sdp`,
        `${OFFER}a=sendonly\n`,
      ),
      responseTo('491 Request Pending', `${A_VIA}2`, '', '3 UPDATE'),
      responseTo('500 Server Internal Error', `${A_VIA}2b`, '\nRetry-After: 5 (soon);duration=10', '4 UPDATE'),
      sip(`REFER sip:bob@client.biloxi.example.com SIP/2.0
        ${A_VIA}3
        Max-Forwards: 70
        ${IDS}
        ${TO_TAG}
        CSeq: 4 REFER
        ${A_CONTACT}
        Refer-To: <sip:carol@chicago.example.com?Replaces=090459243588173445%3Bto-tag%3D7553452%3Bfrom-tag%3D31431>
        Referred-By: <sip:alice@atlanta.example.com>`),
      responseTo('202 Accepted', `${A_VIA}3`, `\n${B_CONTACT}`, '4 REFER'),
      sip(
        `NOTIFY sip:alice@client.atlanta.example.com SIP/2.0
        Via: SIP/2.0/UDP client.biloxi.example.com;branch=z9hG4bKnashds9
        Max-Forwards: 70
        From: Bob <sip:bob@biloxi.example.com>;tag=314159
        To: Alice <sip:alice@atlanta.example.com>;tag=9fxced76sl
        Call-ID: 2xTb9vxSit55XU7p8@atlanta.example.com
        CSeq: 7 NOTIFY
        Contact: <sip:bob@client.biloxi.example.com>
        Event: refer;id=93809824
        Subscription-State: terminated;reason=noresource
        Content-Type: message/sipfrag;version=2.0`,
        'SIP/2.0 200 OK\n',
      ),
      sip(
        `INFO sip:bob@client.biloxi.example.com SIP/2.0
        ${A_VIA}5
        Max-Forwards: 70
        ${IDS}
        ${TO_TAG}
        CSeq: 5 INFO
        Info-Package: foo
        Content-Type: application/foo
        Content-Disposition: Info-Package`,
        'I am a foo message type\n',
      ),
      responseTo('469 Bad Info Package', `${A_VIA}5`, '\nRecv-Info: bar, baz', '5 INFO'),
    ),
  );

  valid(
    'a re-INVITE without Contact in its provisional response, and its 2xx',
    flow(
      sip(
        `INVITE sip:bob@client.biloxi.example.com SIP/2.0
        ${A_VIA}9
        Max-Forwards: 70
        ${IDS}
        ${TO_TAG}
        CSeq: 14 INVITE
        ${A_CONTACT}
        Content-Type: application/sdp`,
        OFFER,
      ),
      responseTo('180 Ringing', `${A_VIA}9`, '', '14 INVITE'),
      sip(
        `SIP/2.0 200 OK
        ${A_VIA}9
        ${IDS}
        ${TO_TAG}
        CSeq: 14 INVITE
        ${B_CONTACT}
        Content-Type: application/sdp`,
        ANSWER,
      ),
      sip(
        `ACK sip:bob@client.biloxi.example.com SIP/2.0
        ${A_VIA}10
        Max-Forwards: 70
        ${IDS}
        ${TO_TAG}
        CSeq: 14 ACK`,
      ),
    ),
  );

  valid(
    'with identities, privacy and history (RFC 3323, 3325, 4244, 7044)',
    sip(
      `INVITE sip:bob@biloxi.example.com;user=phone SIP/2.0
      ${P_VIA}
      ${RECEIVED}
      Max-Forwards: 69
      Record-Route: <sip:ss1.atlanta.example.com;lr>
      From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=9fxced76sl
      To: <tel:+13035551234>
      Call-ID: 2xTb9vxSit55XU7p8
      CSeq: 4711 INVITE
      Contact: <sips:alice@client.atlanta.example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>
      Privacy: id;critical
      P-Asserted-Identity: "Alice" <sip:alice@atlanta.example.com>, <tel:+14085264000>
      History-Info: <sip:bob@biloxi.example.com>;index=1, <sip:bob@192.0.2.4>;index=1.1;rc=1
      Session-Expires: 1800
      Min-SE: 90
      Supported: timer, 100rel, replaces, histinfo
      Alert-Info: <http://www.example.com/sounds/moo.wav>
      Call-Info: <http://www.example.com/alice/photo.jpg> ;purpose=icon
      Subject: Lunch today?
      Priority: emergency
      Content-Type: application/sdp`,
      OFFER,
    ),
  );
});
