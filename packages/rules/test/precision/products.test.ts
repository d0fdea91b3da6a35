import { sip, valid } from './valid.js';

describe('valid messages of products in the field', () => {
  valid(
    'a hosted service, names in capitals',
    sip(
      `INVITE sip:+18005551212@sbc.contoso.com:5061;user=phone;transport=tls SIP/2.0
       FROM: "Test User"<sip:+14255550100@sip.pstnhub.microsoft.com:5061;user=phone>;tag=9fca1bff
       TO: <sip:+18005551212@sbc.contoso.com:5061;user=phone>
       CSEQ: 1 INVITE
       CALL-ID: ab5ad3e3-1111-2222-3333-444455556666
       MAX-FORWARDS: 70
       VIA: SIP/2.0/TLS 52.114.148.0:5061;branch=z9hG4bK9e5e0c8
       RECORD-ROUTE: <sip:sip-du-a-eu.pstnhub.microsoft.com:5061;transport=tls;lr>
       CONTACT: <sip:api-du-a-eunc.pstnhub.microsoft.com:443;x-i=ab5ad3e3-1111;x-c=89e5/d/8/0123456789abcdef>
       MIN-SE: 300
       SUPPORTED: timer
       USER-AGENT: Microsoft.PSTNHub.SIPProxy v.2023.1.1.1 i.USWE2.0
       ALLOW: INVITE
       ALLOW: ACK
       ALLOW: OPTIONS
       ALLOW: CANCEL
       ALLOW: BYE
       ALLOW: NOTIFY
       P-ASSERTED-IDENTITY: <tel:+14255550100>,<sip:user@contoso.com>
       PRIVACY: id
       SESSION-EXPIRES: 3600;refresher=uac
       HISTORY-INFO: <sip:+1@contoso.com:5061;user=phone?Reason=SIP%3Bcause%3D302>;index=1`,
    ),
  );

  valid(
    'a gateway with header fields of its own',
    sip(
      `SIP/2.0 183 Session Progress
       Via: SIP/2.0/UDP 10.1.1.1:5060;branch=z9hG4bK1E2F3
       From: <sip:1000@10.1.1.1>;tag=A1B2C3-1D4E
       To: <sip:2000@10.1.1.2>;tag=E5F6-22
       Date: Mon, 06 Jan 2020 10:11:12 GMT
       Call-ID: 5A6B7C8D-2F0011EA-8D9EA7B8-C9DAEBFC@10.1.1.1
       CSeq: 101 INVITE
       Allow-Events: telephone-event
       Remote-Party-ID: "Name" <sip:2000@10.1.1.2>;party=called;screen=no;privacy=off
       Contact: <sip:2000@10.1.1.2:5060;transport=tcp>
       Call-Info: <urn:x-cisco-remotecc:callinfo>; security= Unknown; orientation= from; gci= 1-4711
       Send-Info: conference, x-cisco-conference
       Cisco-Guid: 1515939981-788530666-2375984056-3386567676
       Recv-Info: conference
       Server: Cisco-SIPGateway/IOS-15.7.3.M4
       Require: 100rel
       RSeq: 4321`,
    ),
  );

  valid(
    'a PBX asks whether a phone is there',
    sip(
      `OPTIONS sip:101@192.168.1.2:5060;rinstance=abc123;transport=UDP SIP/2.0
       Via: SIP/2.0/UDP 192.168.1.1:5060;branch=z9hG4bK5f5e5a6c;rport
       Max-Forwards: 70
       From: "asterisk" <sip:asterisk@192.168.1.1>;tag=as1f0a3c5d
       To: <sip:101@192.168.1.2:5060;rinstance=abc123;transport=UDP>
       Contact: <sip:asterisk@192.168.1.1:5060>
       Call-ID: 1c2d3e4f@192.168.1.1:5060
       CSeq: 102 OPTIONS
       User-Agent: Asterisk PBX 13.18.3~dfsg-1ubuntu4
       Date: Wed, 01 Jan 2020 00:00:00 GMT
       Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, SUBSCRIBE, NOTIFY, INFO, PUBLISH, MESSAGE
       Supported: replaces, timer`,
    ),
  );

  valid(
    'a proxy asks whether a gateway is there',
    sip(
      `OPTIONS sip:10.0.0.5:5060;transport=tcp SIP/2.0
       Via: SIP/2.0/TCP 10.0.0.1;branch=z9hG4bKe6d5.7d1f3a81000000000000000000000000.0
       To: <sip:10.0.0.5:5060;transport=tcp>
       From: <sip:dispatcher@localhost>;tag=8a3e5c8b5d0a4e2f-4b1c
       CSeq: 10 OPTIONS
       Call-ID: 4c5d6e7f8a9b0c1d-25123@10.0.0.1
       Max-Forwards: 70
       User-Agent: kamailio (5.2.1 (x86_64/linux))`,
    ),
  );

  valid(
    'a phone that writes ports into From and To',
    sip(
      `INVITE sip:100@192.168.1.1:5060 SIP/2.0
       Via: SIP/2.0/UDP 192.168.1.2:5060;branch=z9hG4bK-d8754z-1449798343-1---d8754z-;rport;ob
       Max-Forwards: 70
       Contact: <sip:101@192.168.1.2:5060>
       To: <sip:100@192.168.1.1:5060>
       From: "101"<sip:101@192.168.1.1:5060>;tag=6a1d3b7f
       Call-ID: ZjM5YmQ2OTk.
       CSeq: 1 INVITE
       Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, MESSAGE, SUBSCRIBE, INFO
       Supported: replaces, eventlist
       User-Agent: X-Lite release 1011s stamp 41150`,
    ),
  );

  valid(
    'a session recording client',
    sip(
      `INVITE sip:recorder@example.com SIP/2.0
       Via: SIP/2.0/TCP src.example.com;branch=z9hG4bKdf6b622b648d9
       From: <sip:2000@example.com>;tag=35e195d2-947d-4585-946f-09839247
       To: <sip:recorder@example.com>
       Call-ID: d253c800-b0d1ea39-4a7dd-3f0e20a
       Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=00000000000000000000000000000000
       CSeq: 101 INVITE
       Max-Forwards: 70
       Require: siprec
       Accept: application/sdp, application/rs-metadata, application/rs-metadata-request;q=0.5, multipart/mixed;level="1"
       Accept-Encoding: gzip;q=0.1, *;q=0
       Accept-Language: en-gb;q=0.8, *;q=0., x-klingon
       Contact: <sip:2000@src.example.com>;+sip.src`,
    ),
  );

  valid(
    'a diverted call',
    sip(
      `INVITE sip:carol@example.com;cause=302 SIP/2.0
       Via: SIP/2.0/TLS proxy.example.com:5061;branch=z9hG4bKbbb;rport
       Via: SIP/2.0/TLS 192.0.2.4:5061;branch=z9hG4bKaaa;received=192.0.2.4;rport=5061
       Max-Forwards: 69
       Record-Route: <sip:proxy.example.com;lr;transport=tls>
       From: "Anonymous" <sip:anonymous@anonymous.invalid>;tag=1928301774
       To: <sip:bob@example.com>
       Call-ID: a84b4c76e66710@192.0.2.4
       CSeq: 314159 INVITE
       Contact: <sip:192.0.2.4:5061;transport=tls>
       History-Info: <sip:bob@example.com>;index=1,
       > <sip:bob@192.0.2.4?Reason=SIP%3Bcause%3D302>;index=1.1;rc=1,
       > <sip:carol@example.com?Reason=SIP%3Bcause%3D408%3Btext%3D%22Request%20Timeout%22&Privacy=history>;index=1.2;mp=1
       Diversion: <sip:bob@example.com>;reason=user-busy;counter=1;privacy=off
       P-Asserted-Identity: "Alice" <sip:alice@example.com>, <tel:+14085551212;ext=12>
       Privacy: id;header
       Identity: eyJhbGciOiJFUzI1NiJ9.eyJhdHRlc3QiOiJBIn0.sig;info=<https://cert.example.org/p.cer>;alg=ES256;ppt=shaken
       Session-Expires: 1800;refresher=uac
       Min-SE: 90
       Supported: timer,replaces,histinfo
       Allow: INVITE,ACK,BYE,CANCEL,OPTIONS,NOTIFY`,
    ),
  );

  valid(
    'a redirect to three schemes',
    sip(
      `SIP/2.0 302 Moved Temporarily
       Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1
       From: <sip:a@example.com>;tag=1
       To: <tel:911;phone-context=+1>;tag=2
       Call-ID: 1@192.0.2.1
       CSeq: 1 INVITE
       Contact: <tel:+1(408)555-1212;isub=12;ext=3>;q=0.5, <sip:b@example.com?Subject=a%20b&Priority=urgent>, <mailto:a@b.c>
       Reason: SIP;cause=302;text="x", Q.850;cause=16`,
    ),
  );

  valid(
    'three challenges',
    sip(
      `SIP/2.0 401 Unauthorized
       Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
       From: <sip:a@example.com>;tag=1
       To: <sip:a@example.com>;tag=2
       Call-ID: 1@example.com
       CSeq: 1 REGISTER
       WWW-Authenticate: Digest realm="example.com", qop="auth, auth-int", nonce="MTIzNDU2Nzg5MGFiY2RlZg==", opaque="", stale=FALSE, algorithm=SHA-256
       WWW-Authenticate: Digest realm="example.com", qop="auth", nonce="MTIzNDU2Nzg5MGFiY2RlZg==", opaque="", algorithm=MD5
       WWW-Authenticate: Bearer realm="biloxi.com", authz_server="https://auth.example.com", scope="sip"
       Server: Kamailio (5.6.1 (x86_64/linux))`,
    ),
  );

  valid(
    'a service code over two hops',
    sip(
      `INVITE sip:*97@example.com;user=dialstring SIP/2.0
       Via: SIP/2.0/TLS 192.0.2.1:5061;branch=z9hG4bK1;received=192.0.2.1;rport=1
       Via: SIP/2.0/TLS [2001:db8::1]:5061;branch=z9hG4bK2;received=2001:db8::1;rport=5061
       Max-Forwards: 5
       From: <sip:a@example.com;user=phone;gr=abc>;tag=1
       To: <sip:*97@example.com;user=dialstring;isup-oli=0>
       Call-ID: 1@192.0.2.1
       CSeq: 1 INVITE
       Contact: <sip:a@192.0.2.1:5061;transport=tls;ob>;+sip.ice;reg-id=1;+sip.instance="<urn:uuid:00000000-0000-1000-8000-AABBCCDDEEFF>"
       Route: <sip:bng$a+b@[2001:db8::2];lr;x=%22%3b>,<sips:edge.example.com;lr>;x="a,b"`,
    ),
  );

  valid(
    'a BYE with the cookies of three proxies',
    sip(
      String.raw`BYE sip:bob@client.biloxi.example.com;transport=tcp;ob SIP/2.0
       Via: SIP/2.0/TCP pc33.atlanta.example.com:5060;branch=z9hG4bK-524287-1---0a1b2c3d4e5f;rport;alias
       Max-Forwards: 70
       Route: <sip:10.0.0.1;lr;ftag=9fxced76sl;did=2fd.b1a;vst=AAAAAHJ1aGU-;nat=yes>,
       > <sip:proxy.biloxi.example.com:5061;transport=tls;lr;r2=on;tgrp=x/y:z>
       Route: <sips:ss1.example.com;lr=on;token=abc%3D%3D>
       From: "Alice \"The Boss\" \\ 日本" <sip:alice@atlanta.example.com>;tag=9fxced~76!sl%25*
       To: Bob <sip:bob@biloxi.example.com>;tag=314159
       Call-ID: "w[o]r{d}<a>:\/?@[2001:db8::1]
       CSeq: 2147483647 BYE
       Reason: Q.850;cause=16;text="Normal call clearing"
       X-Asterisk-HangupCause: Normal Clearing
       User-Agent: FPBX-16.0.40(18.9.0)`,
    ),
  );
});
