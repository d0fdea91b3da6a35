import { sip, valid } from './valid.js';

describe('valid messages in unusual spelling', () => {
  valid(
    'compact names, folds and empty lists',
    sip(
      String.raw`INVITE sip:+14155551212@example.com;user=phone SIP/2.0
       v: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1d32hash4;rport
       f: "J Rosenberg \\\"" <sip:jdrosen@example.com>
       > ;
       > tag=98asjd8
       t: <sip:+14155551212@example.com;user=phone>
       i: 0ha0isndaksdj@10.1.1.1
       CSeq: 0009
       > INVITE
       max-forwards: 0068
       m: <sip:jdrosen@192.0.2.1:5060;ob>
       k:
       s:
       c: application/x-foo`,
      'zz\n',
    ),
  );

  valid(
    'each component of a URI at the edge of its grammar',
    sip(
      `INVITE sip:conf%2323@[2001:db8::10]:5070;maddr=[2001:db8::1];lr;isub=1%2B2 SIP/2.0
       Via: SIP/2.0/UDP [2001:db8::9:1];received=2001:db8::9:255;branch=z9hG4bKas3-111
       Max-Forwards: 70
       From: "%41 \\\\" <sip:user:p%61ss&=+$,@example.com.>;tag=-.!%*_+\`'~
       To: "" <sip:;@example.com;a;b=[/:&+$]>
       Call-ID: (@)
       CSeq: 1 INVITE
       Contact: "Quoted, ;<>" <sip:user;x=y,z?q/&=+$@[::ffff:1.2.3.4]:65535;gr;transport=TCP;method-x=1>;q=1.000`,
    ),
    ['sip-uri-password-present'],
  );

  valid(
    'marks in the user part',
    sip(
      `MESSAGE sip:user;day=tuesday:p@ss.example.com SIP/2.0
       Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1
       Max-Forwards: 70
       From: <sip:a%20b%2f@example.com>;tag=1
       To: <sip:a/b?c;d=e,f$g+h&i=j@EXAMPLE.COM.>
       Call-ID: 1
       CSeq: 1 MESSAGE`,
    ),
    ['sip-uri-password-present'],
  );

  valid(
    'a list of Via over lines, white space around its separators',
    sip(
      `OPTIONS sip:carol@chicago.com SIP/2.0
       Via: SIP/2.0/UDP pc33.atlanta.com;branch=z9hG4bKhjhs8ass877
       > , SIP / 2.0 / TCP a.b.c.d.e.1.example : 5060 ; branch = z9hG4bKx ; ttl=1;maddr=224.2.0.1;received=10.0.0.1
       Max-Forwards: 70
       To: sip:carol@chicago.com
       From: Alice <sip:alice@atlanta.com>;tag=1928301774
       Call-ID: a84b4c76e66710
       CSeq: 63104 OPTIONS
       Accept: application / sdp
       Timestamp: 54. .3
       MIME-Version: 1.0`,
    ),
  );

  valid(
    'comments that nest, agents that are addresses',
    sip(
      String.raw`SIP/2.0 503 Service Unavailable: try, later (10%25 load%20)
       Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1;received=[2001:db8::1]
       From: <sip:a@example.com>;tag=1
       To: <sip:b@example.com>;tag=2
       Call-ID: 1@example.com
       CSeq: 1 INVITE
       Retry-After: 120 (I'm (really) in a \) meeting) ;duration=3600
       Warning: 399 [2001:db8::9]:5060 "x, \"y\"", 301 isi.edu "Incompatible network address type 'E.164'"
       Error-Info: <sip:announcement10@example.com>, <https://x.example.com/a,b?c=d>;foo="x;y"`,
    ),
  );

  valid(
    'UTF-8 in phrase and display name, white space at the ends',
    sip(
      String.raw`SIP/2.0 486 Besetzt — später  
       Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1;rport=5060;received=192.0.2.1 
       From: "Ж \"х\"" <sip:a@example.com>;tag=1	
       To: <sip:bob@example.com>;tag=2
       Call-ID: 1@192.0.2.1
       CSeq: 1 INVITE`,
    ),
  );

  valid(
    'free text with quotes and parentheses',
    sip(
      `MESSAGE im:user2@domain.com SIP/2.0
       Via: SIP/2.0/TCP user1pc.domain.com;branch=z9hG4bK776sgdkse
       Max-Forwards: 70
       From: sip:user1@domain.com;tag=49583
       To: sip:user2@domain.com
       Call-ID: asd88asd77a@1.2.3.4
       CSeq: 1 MESSAGE
       Date: Thu, 21 Feb 2002 13:02:03 GMT
       Priority: Urgent
       Subject: ==;:"<>@
       Organization: "open quote (paren
       Content-Type: text/plain; charset="utf-8"
       Content-Disposition: render;handling=optional
       Content-Language: en-US, de`,
      'Watson, come here.',
    ),
  );

  valid(
    'media types with parameters, folded before a comma',
    sip(
      `SUBSCRIBE sip:presentity@example.com SIP/2.0
       Via: SIP/2.0/TCP watcherhost.example.com;branch=z9hG4bKnashds7
       To: <sip:resource@example.com>
       From: <sip:user@example.com>;tag=xfg9
       Call-ID: 2010@watcherhost.example.com
       CSeq: 17766 SUBSCRIBE
       Max-Forwards: 70
       Event: presence;id="a b"
       Accept: application/pidf+xml, multipart/related;type="application/rlmi+xml"
       > ,application/rlmi+xml;q=0.5;schemaversion="1.2"
       Contact: <sip:user@watcherhost.example.com>
       Expires: 600
       Supported: eventlist
       Suppress-If-Match: *`,
    ),
  );

  valid(
    'addresses without brackets, compact names of extensions',
    sip(
      `REFER sip:bob@192.0.2.4 SIP/2.0
       Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
       Max-Forwards: 70
       From: sip:a@example.com;tag=1a
       To: sip:b@example.com;tag=2b
       Call-ID: 1@example.com
       CSeq: 2 REFER
       Contact: sip:a@192.0.2.1
       r: sip:carol@example.com
       b: sip:a@example.com`,
    ),
  );

  valid(
    'headers in a Refer-To',
    sip(
      `REFER sip:bob@192.0.2.4 SIP/2.0
       Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
       Max-Forwards: 70
       From: <sip:a@example.com>;tag=1a
       To: <sip:b@example.com>;tag=2b
       Call-ID: 1@example.com
       CSeq: 2 REFER
       Contact: <sip:a@192.0.2.1>;isfocus;+g.a="x"
       Refer-To: <sip:carol@example.com?Replaces=425928%40example.com%3Bto-tag%3D7743%3Bfrom-tag%3D6472&Require=replaces>
       Refer-Sub: false
       Referred-By: <sip:a@example.com>;cid="20398823.2UWQFN309shb3@example.com"
       Target-Dialog: 123@example.com;local-tag=a;remote-tag=b
       Supported: norefersub, tdialog`,
    ),
  );

  valid(
    'products, feature tags, an expiry of zeros',
    sip(
      `REGISTER sip:example.com SIP/2.0
       Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1.abc~x!;rport
       Max-Forwards: 70
       From: <sip:anonymous@anonymous.invalid>;tag=1
       To: sip:a@example.com
       Call-ID: 1@192.0.2.1
       CSeq: 2147483647 REGISTER
       Contact: <sip:a@192.0.2.1:5060;line=dsfs>;q=1;expires=0,<sip:a@192.0.2.2>;methods="INVITE, ACK, OPTIONS";audio;video="TRUE";+sip.extensions="100rel,replaces";class="personal"
       User-Agent: Grandstream HT801 1.0.17.5 (fw:0x01) "beta"
       Supported: path,outbound
       Expires: 0000`,
    ),
  );

  valid(
    'a CANCEL with Route and Reason',
    sip(
      `CANCEL sip:bob@biloxi.example.com SIP/2.0
       Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1;rport
       Max-Forwards: 70
       From: <sip:a@example.com>;tag=1
       To: <sip:bob@biloxi.example.com>
       Route: <sip:ss1.atlanta.example.com;lr>
       Call-ID: 1@192.0.2.1
       CSeq: 1 CANCEL
       Reason: SIP;cause=200;text="Call completed elsewhere"`,
    ),
  );

  valid(
    'a NOTIFY of a REFER, compact Event',
    sip(
      `NOTIFY sip:a@192.0.2.1 SIP/2.0
       Via: SIP/2.0/TCP 192.0.2.4;branch=z9hG4bK1;alias
       Max-Forwards: 70
       From: <sip:b@example.com>;tag=2b
       To: <sip:a@example.com>;tag=1a
       Call-ID: 1@example.com
       CSeq: 0 NOTIFY
       o: message-summary;id=4
       Subscription-State: terminated;reason=noresource;retry-after=3
       Contact: <sip:b@192.0.2.4>
       u: dialog, refer, presence.winfo, message-summary
       Content-Type: message/sipfrag;version=2.0`,
      'SIP/2.0 100 Trying\n',
    ),
  );

  valid(
    'an INFO with digits',
    sip(
      `INFO sip:bob@192.0.2.4 SIP/2.0
       Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
       Max-Forwards: 70
       From: <sip:a@example.com>;tag=1a
       To: <sip:b@example.com>;tag=2b
       Call-ID: 1@example.com
       CSeq: 3 INFO
       Info-Package: infoDTMF
       Content-Type: application/dtmf-relay
       Content-Disposition: Info-Package`,
      'Signal=1\nDuration=160\n',
    ),
  );

  valid(
    'an UPDATE over TLS',
    sip(
      `UPDATE sips:bob@192.0.2.4;transport=tcp SIP/2.0
       Via: SIP/2.0/TLS 192.0.2.1:5061;branch=z9hG4bK1
       Max-Forwards: 70
       From: <sips:a@example.com>;tag=1a
       To: <sips:b@example.com>;tag=2b
       Call-ID: 1@example.com
       CSeq: 3 UPDATE
       Contact: <sips:a@192.0.2.1>
       Session-Expires: 1800;refresher=uas
       Supported: timer`,
    ),
  );
});
