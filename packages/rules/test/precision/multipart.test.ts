import { ANSWER, OFFER } from './bodies.js';
import { flow, sip, valid } from './valid.js';

const invite = (content: string, body: string, more = ''): string =>
  sip(
    `INVITE sip:bob@biloxi.example.com SIP/2.0
    Via: SIP/2.0/TCP pc33.atlanta.example.com;branch=z9hG4bK74bf9
    Max-Forwards: 70
    From: Alice <sip:alice@atlanta.example.com>;tag=9fxced76sl
    To: Bob <sip:bob@biloxi.example.com>
    Call-ID: 3848276298220188511@atlanta.example.com
    CSeq: 31862 INVITE
    Contact: <sip:alice@pc33.atlanta.example.com;transport=tcp>${more}
    Content-Type: ${content}`,
    body,
  );

describe('valid bodies', () => {
  valid(
    'SDP with a location (RFC 6442 §5.1)',
    invite(
      'multipart/mixed; boundary=boundary1',
      `--boundary1
Content-Type: application/sdp

${OFFER}
--boundary1
Content-Type: application/pidf+xml
Content-ID: <target123@atlanta.example.com>

<presence/>
--boundary1--
`,
      '\nGeolocation: <cid:target123@atlanta.example.com>\nGeolocation-Routing: no\nSupported: geolocation',
    ),
  );
  valid(
    'SDP with ISUP (RFC 3204), a preamble and an epilogue',
    invite(
      'multipart/mixed; boundary="unique:boundary-1"',
      `This is the preamble.
--unique:boundary-1
Content-Type: application/SDP; charset=ISO-10646

${OFFER}
--unique:boundary-1
Content-Type: application/ISUP; version=nxv3; base=etsi121
Content-Disposition: signal; handling=optional
Content-Transfer-Encoding: binary

01 00 49 00 00 03 02 00 07 04 10 00 33 63 21
--unique:boundary-1--
This is the epilogue.
`,
      '\nMIME-Version: 1.0',
    ),
  );
  valid(
    'nested, with a part that has no header fields and an empty one',
    invite(
      'multipart/mixed;boundary=outer',
      `--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: application/sdp
Content-Disposition: session

${OFFER}
--inner
Content-Type: application/sdp

${ANSWER}
--inner--

--outer

plain text by default
--outer
Content-Type: text/plain


--outer--
`,
    ),
  );
  valid(
    'signed and sealed (RFC 3261 §23)',
    flow(
      invite(
        'multipart/signed;\n> protocol="application/pkcs7-signature";\n> micalg=sha1; boundary=boundary42',
        `--boundary42
Content-Type: message/sip

INVITE sip:bob@biloxi.example.com SIP/2.0
Via: SIP/2.0/UDP pc33.atlanta.example.com;branch=z9hG4bKnashds8
To: Bob <sip:bob@biloxi.example.com>
From: Alice <sip:alice@atlanta.example.com>;tag=9fxced76sl
Call-ID: 3848276298220188511@atlanta.example.com
CSeq: 31862 INVITE
Max-Forwards: 70
Date: Thu, 21 Feb 2002 13:02:03 GMT
Contact: <sip:alice@pc33.atlanta.example.com>
Content-Type: application/sdp
Content-Length: 3

v=0
--boundary42
Content-Type: application/pkcs7-signature; name=smime.p7s
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename=smime.p7s;
   handling=required

ghyHhHUujhJhjH77n8HHGTrfvbnj756tbB9HG4VQpfyF467GhIGfHfYT6
--boundary42--
`,
        '\nDate: Thu, 21 Feb 2002 13:02:03 GMT',
      ),
      invite(
        'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        'MIIBHgYJKoZIhvcNAQcDoIIBDzCCAQsCAQAxgcA=\n',
        '\nContent-Disposition: attachment; filename=smime.p7m; handling=required\nContent-Transfer-Encoding: base64',
      ),
    ),
  );
  valid('compressed', invite('application/sdp', '\u001f\u008b\u0008\u0000\u0000\u0003K\u0004\u0000', '\ne: gzip'));
  valid(
    'early media, recording and conference control',
    flow(
      invite('application/sdp', OFFER, '\nContent-Disposition: early-session;handling=optional'),
      invite(
        'multipart/mixed;boundary=foobar',
        `--foobar
Content-Type: application/SDP

${OFFER}
--foobar
Content-Type: application/rs-metadata+xml
Content-Disposition: recording-session

<recording/>
--foobar--
`,
        '\nRequire: siprec\nAccept: application/sdp, application/rs-metadata',
      ),
      invite(
        'multipart/related;type="application/sdp";boundary=x',
        `--x
Content-Type: application/sdp

${OFFER}
--x
Content-Type: application/resource-lists+xml
Content-Disposition: recipient-list

<resource-lists/>
--x--
`,
        '\nRequire: recipient-list-invite',
      ),
    ),
  );
});
