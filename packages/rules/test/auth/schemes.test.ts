import { testRule } from '@siplint/core/testing';
import ackOrCancelChallenged from '../../src/auth/ack-or-cancel-challenged.js';
import basicScheme from '../../src/auth/auth-basic-scheme.js';
import malformed from '../../src/auth/auth-header-malformed.js';
import combined from '../../src/auth/auth-header-values-combined.js';
import schemeUnregistered from '../../src/auth/auth-scheme-unregistered.js';
import infoMalformed from '../../src/auth/authentication-info-malformed.js';
import missingProxyAuthenticate from '../../src/auth/missing-proxy-authenticate-in-407.js';
import missingWwwAuthenticate from '../../src/auth/missing-www-authenticate-in-401.js';
import { challenge, credentials } from '../../src/examples/digest.js';
import { ok, register, response } from '../../src/examples/messages.js';

const authorized = (...values: string[]) => register({ Authorization: values });
const challenged = (...values: string[]) => response(401, 'REGISTER', { 'WWW-Authenticate': values });

testRule(basicScheme, {
  good: [
    { name: 'a name that starts like it', text: authorized('Basic2 x=1') },
    { name: 'a scheme that nothing follows', text: authorized('Basic') },
  ],
  bad: [
    {
      name: 'any case',
      text: authorized('<|BASIC|> abc='),
      findings: [{ messageId: 'credentials', severity: 'error' }],
    },
    {
      name: 'next to another',
      text: challenged(challenge(), '<|Basic|> realm="a"'),
      findings: [{ messageId: 'challenge' }],
    },
  ],
});

testRule(schemeUnregistered, {
  good: ['Digest', 'DIGEST', 'Basic', 'Bearer', 'NTLM', 'Kerberos', 'TLS-DSK', 'Negotiate', 'PGP', '{{scheme}}'].map(
    (scheme) => ({ name: `knows ${scheme}`, text: authorized(`${scheme} realm="a"`) }),
  ),
  bad: [
    {
      name: 'suggests what was meant',
      text: authorized(credentials().replace('Digest', '<|Diggest|>')),
      findings: [{ messageId: 'misspelled', severity: 'info', data: { suggestion: 'Digest' } }],
      fixed: authorized(credentials()),
    },
    {
      name: 'suggests nothing that is far off',
      text: challenged('<|NoOneKnowsThisScheme|> opaque-data=here'),
      findings: [{ messageId: 'unknown', severity: 'info' }],
      fixed: null,
    },
  ],
});

testRule(combined, {
  good: [
    { name: 'several rows', text: challenged(challenge(), challenge({ realm: '"b"' })) },
    { name: 'a scheme inside quotes', text: challenged('Digest realm="a, Digest realm=b", nonce="c"') },
    { name: 'a parameter with blanks', text: challenged('Digest realm = "a" , nonce = "b"') },
    { name: 'a bare list of qop', text: challenged('Digest realm="a", qop=auth, auth-int, nonce="b"') },
    { name: 'a value that did not parse', text: challenged('Digest realm="a"; nonce="b", Digest realm="c"') },
  ],
  bad: [
    {
      name: 'keeps order, name and line ends',
      text: register({ authorization: 'Digest realm="a" ,\r\n <|Digest|> realm="b", NTLM realm="c"' }),
      findings: [{ severity: 'error', data: { count: 3, scheme: 'Digest' } }],
      fixed: register({ authorization: ['Digest realm="a"', 'Digest realm="b"', 'NTLM realm="c"'] }),
      safety: 'safe',
    },
    {
      name: 'with LF',
      text: `OPTIONS sip:a SIP/2.0\nAuthorization: Digest realm="a", <|Digest|> realm="b"\n\n`,
      fixed: `OPTIONS sip:a SIP/2.0\nAuthorization: Digest realm="a"\nAuthorization: Digest realm="b"\n\n`,
    },
    { name: 'each row', text: challenged('Digest realm="a", <|Digest|> realm="b"', 'Digest x=1, <|Digest|> y=2') },
  ],
});

testRule(malformed, {
  good: [
    { name: 'token68 of another scheme', text: authorized('Bearer abc/+~==') },
    { name: 'unknown data of another scheme', text: authorized('X-Own ;;;') },
    { name: 'missing quotes, which are other rules', text: authorized('Digest uri=sip:a@b;lr, realm=a b') },
    { name: 'several values in a row', text: challenged('Digest realm="a", Digest realm="b"') },
    { name: 'an empty element', text: challenged('Digest realm="a",, nonce="b"') },
    { name: 'a placeholder', text: authorized('{{credentials}}') },
    { name: 'a placeholder for parameters', text: authorized('Digest {{credentials}}') },
  ],
  bad: [
    {
      name: 'semicolons become commas',
      text: challenged('Digest realm="a;b"<|;|> nonce="b" ;qop="auth", stale=FALSE'),
      findings: [{ messageId: 'separator', severity: 'error', data: { found: ';' } }],
      fixed: challenged('Digest realm="a;b", nonce="b" ,qop="auth", stale=FALSE'),
    },
    { name: 'one at the end has nothing to separate', text: challenged('Digest realm="a"<|;|>'), fixed: null },
    { name: 'a missing comma', text: authorized('Digest realm="a" <|nonce|>="b"'), fixed: null },
    { name: 'quotes around the whole', text: authorized('<|"Digest realm=a"|>'), findings: [{ messageId: 'scheme' }] },
    { name: 'nothing behind the scheme', text: challenged('<|Negotiate|>'), findings: [{ messageId: 'nothing' }] },
  ],
});

testRule(infoMalformed, {
  good: [
    {
      name: 'rspauth without quotes, which is another rule',
      text: ok('REGISTER', { 'Authentication-Info': 'rspauth=66' }),
    },
    { name: 'a request', text: register({ 'Authentication-Info': 'Digest nextnonce="a"' }) },
  ],
  bad: [
    {
      name: 'takes the scheme away',
      text: ok('REGISTER', { 'Authentication-Info': '<|Digest|>\r\n nextnonce="47"' }),
      fixed: ok('REGISTER', { 'Authentication-Info': 'nextnonce="47"' }),
    },
    {
      name: 'another scheme, whose clients look for its name',
      text: ok('REGISTER', { 'Authentication-Info': '<|TLS-DSK|> qop="auth", rspauth="a1", srand="7", snum="2"' }),
      findings: [{ messageId: 'otherScheme', severity: 'warning' }],
      fixed: null,
    },
    {
      name: 'rspauth that is no hex',
      text: ok('REGISTER', { 'Authentication-Info': 'rspauth=<|"6629faeg"|>' }),
      findings: [{ messageId: 'notHex' }],
      fixed: null,
    },
  ],
});

testRule(missingWwwAuthenticate, {
  good: [
    { name: 'another code', text: response(403, 'REGISTER') },
    { name: 'a response to CANCEL', text: response(401, 'CANCEL', { 'WWW-Authenticate': null }) },
    { name: 'a response to ACK', text: response(401, 'ACK', { 'WWW-Authenticate': null }) },
    {
      name: 'a placeholder for rows',
      text: response(401, 'BYE', { 'WWW-Authenticate': null, rows: ['{{challenges}}'] }),
    },
  ],
});

testRule(missingProxyAuthenticate, {
  good: [
    { name: 'a response to CANCEL', text: response(407, 'CANCEL', { 'Proxy-Authenticate': null }) },
    { name: 'two of them', text: response(407, 'BYE', { 'Proxy-Authenticate': [challenge(), challenge()] }) },
  ],
});

testRule(ackOrCancelChallenged, {
  good: [
    { name: 'another code', text: response(403, 'CANCEL') },
    { name: 'a response to ACK', text: response(401, 'ACK') },
  ],
});
