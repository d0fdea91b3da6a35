import { flow, sip, sipWithoutLength, valid } from './valid.js';

const PHONE = `From: <sip:bob@biloxi.example.com>;tag=a73kszlfl
  To: <sip:bob@biloxi.example.com>
  Call-ID: 1j9FpLxk3uxtm8tn@biloxi.example.com`;
const REPLY = PHONE.replace('To: <sip:bob@biloxi.example.com>', '$&;tag=34095828jh');
const VIA = 'Via: SIP/2.0/TLS client.biloxi.example.com:5061;branch=z9hG4bKnashds7';
const DIGEST =
  'Digest username="bob", realm="atlanta.example.com", nonce="ea9c8e88df84f1cec4341ae6cbe5a359", opaque="", ' +
  'uri="sips:ss2.biloxi.example.com", response="dfe56131d1958046689d83306477ecca"';

const register = (more: string, uri = 'sips:ss2.biloxi.example.com', via = VIA): string =>
  sip(`REGISTER ${uri} SIP/2.0
    ${via}
    Max-Forwards: 70
    ${PHONE}
    CSeq: 2 REGISTER${more}`);
const reply = (status: string, more: string, via = VIA): string =>
  sip(`SIP/2.0 ${status}
    ${via};received=192.0.2.201
    ${REPLY}
    CSeq: 2 REGISTER${more}`);

/** The next request of the call, or the response to it. */
const again = (message: string): string => message.replace('2 REGISTER', '3 REGISTER').replace('nashds7', 'nashds8');

const IMS = `From: <sip:user1_public1@home1.example.net>;tag=4fa3
  To: <sip:user1_public1@home1.example.net>
  Call-ID: apb03a0s09dkjdfglkj49111`;

describe('valid registrations', () => {
  valid(
    'with a challenge, a refresh, several contacts and Date (RFC 3665 §2)',
    flow(
      register('\nContact: <sips:bob@client.biloxi.example.com>'),
      reply(
        '401 Unauthorized',
        '\nWWW-Authenticate: Digest realm="atlanta.example.com", qop="auth",\n>nonce="ea9c8e88df84f1cec4341ae6cbe5a359",\n>opaque="", stale=FALSE, algorithm=MD5',
      ),
      again(
        register(
          `\nContact: <sips:bob@client.biloxi.example.com>;q=0.7;expires=60\nAuthorization: ${DIGEST}, qop=auth, cnonce="0a4f113b", nc=00000001`,
        ),
      ),
      again(
        reply(
          '200 OK',
          '\nContact: <sips:bob@client.biloxi.example.com>;expires=3600, <mailto:bob@biloxi.example.com>;expires=4294967295;q=0.5\nDate: Sat, 13 Nov 2010 23:29:00 GMT',
        ),
      ),
    ),
  );
  valid('that removes all bindings', register('\nContact: *\nExpires: 0'));
  valid('that asks for the bindings', flow(register(''), reply('200 OK', '')));
  valid('that is too brief', reply('423 Interval Too Brief', '\nMin-Expires: 3600'));
  valid(
    'of another party',
    register('\nContact: <sips:bob@biloxi.example.com>').replace('From: <sip:bob', 'From: <sip:secretary'),
  );
  valid(
    'redirected, refused, and with a Retry-After',
    flow(
      reply('302 Moved Temporarily', '\nContact: <sip:registrar2.biloxi.example.com>'),
      reply('305 Use Proxy', '\nContact: <sip:edge.example.com>'),
      reply('403 Forbidden', '\nWarning: 399 ss2.biloxi.example.com "no account"'),
      reply('503 Service Unavailable', '\nRetry-After: 120'),
    ),
  );
  valid(
    'with outbound, GRUU, path and service route (RFC 5626, 5627, 3327, 3608)',
    flow(
      register(
        '\nSupported: path, outbound, gruu\nContact: <sip:line1@192.0.2.2;transport=tls>; reg-id=1;\n>+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>"\nPath: <sip:VskztcQ/S8p4WPbOnHbuyh5iJvJIW3ib@ep1.example.com;lr;ob>\nRoute: <sip:ep1.example.com;lr>',
        'sip:example.com',
      ),
      reply(
        '200 OK',
        '\nSupported: outbound\nRequire: outbound\nFlow-Timer: 120\nPath: <sip:VskztcQ@ep1.example.com;lr;ob>\nService-Route: <sip:orig@scscf1.home1.example.net;lr>\nP-Associated-URI: <sip:user1_public2@home1.example.net>, <tel:+358504821437>\nContact: <sip:line1@192.0.2.2;transport=tls>;reg-id=1;expires=3600;\n>+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";\n>pub-gruu="sip:callee@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";\n>temp-gruu="sip:tgruu.7hs==jd7vnzga5w7fajsc7-ajd6fabz0f8g5@example.com;gr"',
      ),
      reply('439 First Hop Lacks Outbound Support', '', `${VIA}b`),
    ),
  );
  valid(
    'in IMS with AKA and security agreement (TS 24.228)',
    flow(
      sip(`REGISTER sip:registrar.home1.example.net SIP/2.0
        Via: SIP/2.0/UDP [5555::aaa:bbb:ccc:ddd];comp=sigcomp;branch=z9hG4bKnashds7
        Max-Forwards: 70
        P-Access-Network-Info: 3GPP-UTRAN-TDD; utran-cell-id-3gpp=234151D0FCE11
        ${IMS}
        CSeq: 1 REGISTER
        Contact: <sip:[5555::aaa:bbb:ccc:ddd];comp=sigcomp>;expires=600000;+g.3gpp.icsi-ref="urn%3Aurn-7%3A3gpp-service.ims.icsi.mmtel"
        Authorization: Digest username="user1_private@home1.example.net",
        > realm="registrar.home1.example.net", nonce="",
        > uri="sip:registrar.home1.example.net", response=""
        Security-Client: ipsec-3gpp; alg=hmac-sha-1-96; spi-c=23456789; spi-s=12345678; port-c=2468; port-s=1357
        Require: sec-agree
        Proxy-Require: sec-agree
        Supported: path`),
      sip(`SIP/2.0 401 Unauthorized
        Via: SIP/2.0/UDP [5555::aaa:bbb:ccc:ddd];comp=sigcomp;branch=z9hG4bKnashds7
        ${IMS.replace('To: <sip:user1_public1@home1.example.net>', '$&;tag=5ef4')}
        CSeq: 1 REGISTER
        WWW-Authenticate: Digest realm="registrar.home1.example.net", nonce="bm9uY2U=", algorithm=AKAv1-MD5, ck="00112233445566778899aabbccddeeff", ik="ffeeddccbbaa11223344556677889900"
        Security-Server: ipsec-3gpp; q=0.1; alg=hmac-sha-1-96; spi-c=98765432; spi-s=87654321; port-c=8642; port-s=7531`),
      sip(`REGISTER sip:registrar.home1.example.net SIP/2.0
        Via: SIP/2.0/UDP [5555::aaa:bbb:ccc:ddd]:1357;comp=sigcomp;branch=z9hG4bKnashds8
        Max-Forwards: 70
        ${IMS}
        CSeq: 2 REGISTER
        Contact: <sip:[5555::aaa:bbb:ccc:ddd]:1357;comp=sigcomp>;expires=600000
        Authorization: Digest username="user1_private@home1.example.net", realm="registrar.home1.example.net", nonce="bm9uY2U=", algorithm=AKAv1-MD5, uri="sip:registrar.home1.example.net", response="6629fae49393a05397450978507c4ef1", integrity-protected="yes"
        Security-Verify: ipsec-3gpp; q=0.1; alg=hmac-sha-1-96; spi-c=98765432; spi-s=87654321; port-c=8642; port-s=7531
        Require: sec-agree
        Proxy-Require: sec-agree`),
      sip(`SIP/2.0 494 Security Agreement Required
        Via: SIP/2.0/UDP [5555::aaa:bbb:ccc:ddd]:1357;comp=sigcomp;branch=z9hG4bKnashds8
        ${IMS.replace('To: <sip:user1_public1@home1.example.net>', '$&;tag=5ef4')}
        CSeq: 2 REGISTER
        Security-Server: ipsec-ike;q=0.1
        Security-Server: tls;q=0.2
        Require: sec-agree`),
      sip(`SIP/2.0 421 Extension Required
        Via: SIP/2.0/UDP [5555::aaa:bbb:ccc:ddd]:1357;comp=sigcomp;branch=z9hG4bKnashds9
        ${IMS.replace('To: <sip:user1_public1@home1.example.net>', '$&;tag=5ef4')}
        CSeq: 2 REGISTER
        Require: sec-agree`),
    ),
  );
  valid(
    'of a third party, sent by an S-CSCF to an application server',
    sip(
      `REGISTER sip:as1.home1.example.net SIP/2.0
      Via: SIP/2.0/TCP scscf1.home1.example.net;branch=z9hG4bK499ffhy
      Max-Forwards: 70
      From: <sip:scscf1.home1.example.net>;tag=538ya
      To: <sip:user1_public1@home1.example.net>
      Call-ID: 1asdaddlrfjflslj40a222
      Contact: <sip:scscf1.home1.example.net>;expires=600000
      CSeq: 87 REGISTER
      P-Charging-Vector: icid-value="AyretyU0dm+6O2IrT5tAFrbHLso=023551024"; orig-ioi="type3home1.net"
      Content-Type: multipart/mixed;boundary="b1"`,
      `--b1
Content-Type: message/sip

REGISTER sip:home1.example.net SIP/2.0
Via: SIP/2.0/UDP icscf1_p.home1.example.net;branch=z9hG4bK351g45.1
Max-Forwards: 68
From: <sip:user1_public1@home1.example.net>;tag=4fa3
To: <sip:user1_public1@home1.example.net>
Contact: <sip:[5555::aaa:bbb:ccc:ddd]>;expires=600000
Call-ID: apb03a0s09dkjdfglkj49111
CSeq: 43 REGISTER
Content-Length: 0


--b1
Content-Type: message/sip

SIP/2.0 200 OK
Via: SIP/2.0/UDP icscf1_p.home1.example.net;branch=z9hG4bK351g45.1
From: <sip:user1_public1@home1.example.net>;tag=4fa3
To: <sip:user1_public1@home1.example.net>;tag=409sp3
Call-ID: apb03a0s09dkjdfglkj49111
CSeq: 43 REGISTER
Contact: <sip:[5555::aaa:bbb:ccc:ddd]>;expires=600000
Content-Length: 0


--b1--
`,
    ),
  );
  valid(
    'over WebSocket, without Content-Length (RFC 7118 §8.1)',
    flow(
      sipWithoutLength(`REGISTER sip:proxy.example.com SIP/2.0
        Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bKasudf
        From: sip:alice@example.com;tag=65bnmj.34asd
        To: sip:alice@example.com
        Call-ID: aiuy7k9njasd
        CSeq: 1 REGISTER
        Max-Forwards: 70
        Supported: path, outbound, gruu
        Contact: <sip:alice@df7jal23ls0d.invalid;transport=ws>
        > ;reg-id=1
        > ;+sip.instance="<urn:uuid:f81-7dec-14a06cf1>"`),
      sipWithoutLength(`SIP/2.0 200 OK
        Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bKasudf
        From: sip:alice@example.com;tag=65bnmj.34asd
        To: sip:alice@example.com;tag=12isjljn8
        Call-ID: aiuy7k9njasd
        CSeq: 1 REGISTER
        Supported: outbound, gruu
        Contact: <sip:alice@df7jal23ls0d.invalid;transport=ws>
        > ;reg-id=1
        > ;+sip.instance="<urn:uuid:f81-7dec-14a06cf1>"
        > ;pub-gruu="sip:alice@example.com;gr=urn:uuid:f81-7dec-14a06cf1"
        > ;temp-gruu="sip:87ash54=3dd.98a@example.com;gr"
        > ;expires=3600`),
    ),
  );
});
