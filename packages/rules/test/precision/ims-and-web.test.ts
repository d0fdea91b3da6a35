import { sip, valid } from './valid.js';

describe('valid messages of phones of IMS and the web', () => {
  valid(
    'a browser registers (RFC 7118)',
    sip(
      `REGISTER sip:example.com SIP/2.0
       Via: SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bKasudf;keep
       Max-Forwards: 69
       To: <sip:alice@example.com>
       From: "Alice" <sip:alice@example.com>;tag=65bnmj.34asd
       Call-ID: aiuy7k9njasd
       CSeq: 1 REGISTER
       Contact: <sip:alice@df7jal23ls0d.invalid;transport=ws>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=600
       Supported: path, gruu, outbound
       Allow: INVITE,ACK,CANCEL,BYE,UPDATE,MESSAGE,OPTIONS,REFER,INFO,NOTIFY
       User-Agent: SIP.js/0.20.0`,
    ),
  );

  valid(
    'a registrar assigns GRUUs (RFC 5627)',
    sip(
      `SIP/2.0 200 OK
       Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKnashds7;rport=5062;received=192.0.2.7
       From: Callee <sip:callee@example.com>;tag=a73kszlfl
       To: Callee <sip:callee@example.com> ;tag=b88sn
       Call-ID: 1j9FpLxk3uxtm8tn@192.0.2.1
       CSeq: 1 REGISTER
       Contact: <sip:callee@192.0.2.1>
       > ;pub-gruu="sip:callee@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
       > ;temp-gruu="sip:tgruu.7hs==jd7vnzga5w7fajsc7-ajd6fabz0f8g5@example.com;gr"
       > ;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
       > ;expires=3600
       Path: <sip:P3.EXAMPLEHOME.COM;lr>, <sip:P1.EXAMPLEVISITED.COM;lr;ob>
       Service-Route: <sip:P2.HOME.EXAMPLE.COM;lr>
       P-Associated-URI: <tel:+1-212-555-1111>, "Alice B" <sip:alice@example.com>
       Date: Sat, 13 Nov 2010 23:29:00 GMT`,
    ),
  );

  valid(
    'an IMS phone calls (3GPP TS 24.229)',
    sip(
      `INVITE tel:+1-212-555-2222;phone-context=example.com SIP/2.0
       Via: SIP/2.0/UDP [5555::aaa:bbb:ccc:ddd]:1357;comp=sigcomp;branch=z9hG4bKnashds7
       Max-Forwards: 70
       Route: <sip:pcscf1.visited1.net:7531;lr;comp=sigcomp>, <sip:orig@scscf1.home1.net;lr>
       P-Preferred-Identity: "John Doe" <sip:user1_public1@home1.net>
       P-Access-Network-Info: 3GPP-UTRAN-TDD; utran-cell-id-3gpp=234151D0FCE11
       P-Early-Media: supported
       P-Preferred-Service: urn:urn-7:3gpp-service.ims.icsi.mmtel
       Accept-Contact: *;+g.3gpp.icsi-ref="urn%3Aurn-7%3A3gpp-service.ims.icsi.mmtel"
       Reject-Contact: *;actor="msg-taker";video
       Privacy: none
       From: <sip:user1_public1@home1.net>;tag=171828
       To: <tel:+1-212-555-2222>
       Call-ID: cb03a0s09a2sdfglkj490333
       Cseq: 127 INVITE
       Require: sec-agree
       Supported: precondition, 100rel, gruu, 199
       Proxy-Require: sec-agree
       Security-Verify: ipsec-3gpp; q=0.1; alg=hmac-sha-1-96; spi-c=98765432; spi-s=87654321; port-c=8642; port-s=7531
       Contact: <sip:user1_public1@home1.net;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6;comp=sigcomp>;+g.3gpp.icsi-ref="urn%3Aurn-7%3A3gpp-service.ims.icsi.mmtel"
       Allow: INVITE, ACK, CANCEL, BYE, PRACK, UPDATE, REFER, MESSAGE
       Accept: application/sdp,application/3gpp-ims+xml
       Recv-Info: g.3gpp.mid-call
       P-Charging-Vector: icid-value="AyretyU0dm+6O2IrT5tAFrbHLso=023551024"; orig-ioi=home1.net
       P-Charging-Function-Addresses: ccf=192.1.1.1; ccf=192.1.1.2; ecf=192.1.1.3
       Content-Type: application/sdp`,
      'v=0\no=- 2987933615 2987933615 IN IP6 5555::aaa:bbb:ccc:ddd\ns=-\nc=IN IP6 5555::aaa:bbb:ccc:ddd\nt=0 0\nm=audio 3456 RTP/AVP 97 96\na=rtpmap:97 AMR\na=rtpmap:96 telephone-event/8000\n',
    ),
  );

  valid(
    'an IMS phone registers with AKA',
    sip(
      `REGISTER sip:registrar.home1.net SIP/2.0
       Via: SIP/2.0/UDP [5555::aaa:bbb:ccc:ddd]:1357;branch=z9hG4bKnashds7
       Max-Forwards: 70
       From: <sip:user1_public1@home1.net>;tag=4fa3
       To: <sip:user1_public1@home1.net>
       Contact: <sip:[5555::aaa:bbb:ccc:ddd]:1357>;expires=600000;+sip.instance="<urn:gsma:imei:90420156-025763-0>";+g.3gpp.smsip;q=0.5
       Call-ID: apb03a0s09dkjdfglkj49111
       CSeq: 2 REGISTER
       Authorization: Digest username="user1_private@home1.net", realm="registrar.home1.net", nonce="A34Cm+Fva37UYWpGNB34JP==", algorithm=AKAv1-MD5, uri="sip:registrar.home1.net", response="6629fae49393a05397450978507c4ef1", qop=auth, nc=00000001, cnonce="0a4f113b"
       Security-Client: ipsec-3gpp; alg=hmac-sha-1-96; spi-c=23456789; spi-s=12345678; port-c=2468; port-s=1357
       Supported: path, gruu`,
    ),
  );

  valid(
    'header fields of IMS and of later documents',
    sip(
      `INVITE sip:bob@example.com SIP/2.0
       Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
       Max-Forwards: 70
       From: <sip:a@example.com;user=phone;cpc=ordinary>;tag=1a
       To: <sip:b@example.com;npdi;rn=+1>
       Call-ID: 1@example.com
       CSeq: 3 INVITE
       Contact: <sip:a;tgrp=TG-1;trunk-context=example.com@192.0.2.1;user=phone>;sip.rendering="no"
       P-Asserted-Service: urn:urn-7:3gpp-service.ims.icsi.mmtel
       P-Visited-Network-ID: "Visited network number 1", other.net
       P-Called-Party-ID: <sip:user1-business@example.com>
       P-Served-User: <sip:u@h>;sescase=orig;regstate=reg
       P-DCS-Billing-Info: x/y
       Geolocation: <cid:target123@atlanta.example.com>;inserted-by="x", <sips:3sdefrhy2jj7@lis.atlanta.example.com>
       Geolocation-Routing: no
       Answer-Mode: Auto;require
       Feature-Caps: *;+g.3gpp.srvcc
       User-to-User: 56a390f3d2b7310023a2;encoding=hex;purpose=foo;content=bar
       Max-Breadth: 60
       Request-Disposition: proxy, parallel, no-fork
       Resource-Priority: wps.3, dsn.flash
       Replaces: 425928@bobster.example.org;to-tag=7743;from-tag=6472
       Join: 12@x;from-tag=a;to-tag=b
       Content-ID: <target123@atlanta.example.com>
       Supported: replaces, join, geolocation, resource-priority`,
    ),
  );
});
