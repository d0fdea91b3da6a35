import { OFFER } from './bodies.js';
import { flow, sip, sipWithoutLength, valid } from './valid.js';

const base = (status: string, method: string, more = '', to = ';tag=8321234356'): string =>
  `SIP/2.0 ${status}
   Via: SIP/2.0/UDP pc33.example.com:5066;branch=z9hG4bK776asdhds;received=192.0.2.1;rport=5066
   From: Alice <sip:alice@example.com>;tag=9fxced76sl
   To: <sip:bob@example.net>${to}
   Call-ID: 3848276298220188511@pc33.example.com
   CSeq: 314159 ${method}${more}`;
const answer = (status: string, method: string, more = '', to?: string): string => sip(base(status, method, more, to));

const DIGEST = 'Digest realm="example.com", nonce="84f1c1ae", qop="auth,auth-int", algorithm=MD5';

describe('valid responses', () => {
  const METHODS = [
    'INVITE',
    'BYE',
    'OPTIONS',
    'SUBSCRIBE',
    'MESSAGE',
    'REFER',
    'PUBLISH',
    'INFO',
    'UPDATE',
    'PRACK',
    'NOTIFY',
  ];

  for (const method of METHODS) {
    valid(
      `refusals of ${method} without a body`,
      flow(
        ...[
          '400 Bad Request',
          '403 Forbidden',
          '404 Not Found',
          '408 Request Timeout',
          '410 Gone',
          '413 Request Entity Too Large',
          '416 Unsupported URI Scheme',
          '480 Temporarily Unavailable',
          '481 Call/Transaction Does Not Exist',
          '482 Loop Detected',
          '483 Too Many Hops',
          '484 Address Incomplete',
          '500 Server Internal Error',
          '501 Not Implemented',
          '502 Bad Gateway',
          '503 Service Unavailable',
          '504 Server Time-out',
          '513 Message Too Large',
          '600 Busy Everywhere',
          '603 Decline',
          '604 Does Not Exist Anywhere',
        ].map((status) => answer(status, method)),
        answer('405 Method Not Allowed', method, '\nAllow: ACK, CANCEL'),
        answer('420 Bad Extension', method, '\nUnsupported: foo, bar'),
        answer('421 Extension Required', method, '\nRequire: 100rel\nSupported: 100rel, timer'),
        answer('415 Unsupported Media Type', method, '\nAccept:'),
        answer('401 Unauthorized', method, `\nWWW-Authenticate: ${DIGEST}`),
        answer('407 Proxy Authentication Required', method, `\nProxy-Authenticate: ${DIGEST}`),
        answer('302 Moved Temporarily', method, '\nContact: <tel:+13035551234>, <mailto:bob@example.com>;q=0.1'),
        answer('305 Use Proxy', method, '\nm: <sip:p.example.com>'),
        answer('380 Alternative Service', method),
      ),
    );
  }

  valid(
    'to INVITE with Warning, Retry-After, Error-Info, Reply-To and Contact',
    flow(
      answer('182 Queued', 'INVITE', '\nContact: <sip:bob@192.0.2.4>'),
      answer('100 Trying', 'INVITE', '', ''),
      answer('100 Trying', 'INVITE', '\nTimestamp: 54 0.3', ';tag=aaaa1111'),
      answer(
        '180 Ringing',
        'INVITE',
        '\nContact: <sip:bob@192.0.2.4>\nAlert-Info: <http://www.example.com/moo.wav>\nServer: x/1',
      ),
      answer(
        '486 Busy Here',
        'INVITE',
        '\nRetry-After: 3600\nError-Info: <sip:announcement10@example.com>\nContact: <sip:voicemail@example.com>',
      ),
      answer(
        '485 Ambiguous',
        'INVITE',
        '\nContact: Carol Lee <sip:carol.lee@example.com>\nContact: <im:ping@example.com>, <tel:+1212>',
      ),
      answer(
        '488 Not Acceptable Here',
        'INVITE',
        '\nWarning: 305 example.com "Incompatible media format", 399 [2001:db8::1]:5060 ""',
      ),
      answer('606 Not Acceptable', 'INVITE', '\nWarning: 370 192.0.2.3:5060 "Insufficient bandwidth (only have ISDN)"'),
      answer('422 Session Interval Too Small', 'INVITE', '\nMin-SE: 1800'),
      answer('433 Anonymity Disallowed', 'INVITE'),
      answer('487 Request Terminated', 'INVITE', '\nReason: SIP;cause=480'),
      answer('491 Request Pending', 'INVITE'),
      answer('493 Undecipherable', 'INVITE'),
      answer('489 Bad Event', 'SUBSCRIBE', '\nAllow-Events: presence, dialog.winfo'),
      answer('423 Interval Too Brief', 'PUBLISH', '\nMin-Expires: 60'),
      answer('412 Conditional Request Failed', 'PUBLISH'),
      answer('204 No Notification', 'SUBSCRIBE', '\nExpires: 60\nSuppress-If-Match: abc').replace('776asdhds', '$&b'),
      answer('200 OK', 'PUBLISH', '\nSIP-ETag: dx200xyz\nExpires: 1800'),
      answer('202 Accepted', 'MESSAGE'),
      answer('200 OK', 'CANCEL'),
      answer('481 Call/Transaction Does Not Exist', 'CANCEL'),
      answer('400 Bad Request', 'CANCEL'),
      answer('500 Server Internal Error', 'CANCEL'),
      answer('100 Trying', 'OPTIONS', '', ''),
    ),
  );

  valid(
    'a 200 to OPTIONS with all capabilities and a session description',
    sip(
      base(
        '200 OK',
        'OPTIONS',
        `\nContact: <sip:bob@192.0.2.4>, <mailto:bob@example.net>
        Allow: INVITE, ACK, CANCEL, OPTIONS, BYE
        Accept: application/sdp, multipart/*, */*;q=0.1
        Accept-Encoding: gzip, identity;q=0.5, *;q=0
        Accept-Language: en, da;q=0.8, *
        Supported: timer
        Content-Type: application/sdp`,
      ),
      OFFER,
    ),
  );

  valid(
    'a redirection and a refusal with a body',
    flow(
      sip(
        base('300 Multiple Choices', 'INVITE', '\nContent-Type: text/html;charset=utf-8'),
        '<ul><li>sip:a@example.com</ul>\n',
      ),
      sip(base('606 Not Acceptable', 'INVITE', '\nWarning: 399 h "x"\nc: application/sdp'), OFFER),
      sip(
        base(
          '404 Not Found',
          'MESSAGE',
          '\nContent-Type: text/plain\nContent-Language: de, fr\nContent-Disposition: render',
        ),
        'Weg.\n',
      ),
      sip(
        base(
          '380 Alternative Service',
          'INVITE',
          '\nContact: <urn:service:sos>\nContent-Type: application/3gpp-ims+xml',
        ),
        '<ims-3gpp/>\n',
      ),
    ),
  );

  valid(
    'challenges of a forking proxy and of several algorithms (RFC 3261 §22.3, RFC 8760)',
    flow(
      answer(
        '407 Proxy Authentication Required',
        'INVITE',
        `\nProxy-Authenticate: ${DIGEST}
        Proxy-Authenticate: Digest realm="p2.example.com", nonce="n2"
        WWW-Authenticate: Digest realm="u1.example.com", nonce="n1", qop="auth"
        WWW-Authenticate: NTLM targetname="sip.example.com", realm="SIP Communications Service", version=4`,
      ),
      answer(
        '401 Unauthorized',
        'INVITE',
        `\nWWW-Authenticate: Digest realm="biloxi.com",
        > nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093" , domain="sip:ss1.carrier.com sip:x",
        > opaque = "" , stale= FALSE,algorithm=SHA-512-256-sess,qop="auth"
        WWW-Authenticate: digest REALM="a \\"b\\", c", Nonce="", userhash=true, charset="UTF-8"
        WWW-Authenticate: Bearer authz_server="https://auth.example.org", scope="sip"
        Proxy-Authenticate: ${DIGEST}`,
      ).replace('776asdhds', '$&b'),
    ),
  );

  valid(
    'Authentication-Info in a 2xx',
    answer(
      '200 OK',
      'BYE',
      '\nAuthentication-Info: nextnonce="47364c23432d2e131a5fb210812c", qop=auth,\n>rspauth="6629fae49393a05397450978507c4ef1", cnonce="0a4f113b", nc=00000002',
    ),
  );

  valid(
    'refusals of requests that lack something',
    flow(
      sip(`OPTIONS sip:bob@example.net SIP/2.0
        Via: SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1
        Max-Forwards: 70
        From: <sip:alice@example.com>;tag=9fxced76sl
        To: <sip:bob@example.net>
        Call-ID: abcdef12345
        CSeq: 1 OPTIONS`),
      sipWithoutLength(`SIP/2.0 400 Bad Request
        Via: SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1
        From: <sip:alice@example.com>;tag=9fxced76sl
        To: <sip:bob@example.net>;tag=a
        Call-ID: abcdef12345
        CSeq: 1 OPTIONS`),
    ),
  );
});
