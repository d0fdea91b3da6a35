import { testRule } from '@siplint/core/testing';
import challengeParameterMissing from '../../src/auth/digest-challenge-parameter-missing.js';
import cnonceWithoutQop from '../../src/auth/digest-cnonce-without-qop.js';
import credentialsParameterMissing from '../../src/auth/digest-credentials-parameter-missing.js';
import sessionWithoutQop from '../../src/auth/digest-md5-sess-without-qop.js';
import mustBeQuoted from '../../src/auth/digest-parameter-must-be-quoted.js';
import mustNotBeQuoted from '../../src/auth/digest-parameter-must-not-be-quoted.js';
import qopWithoutCnonce from '../../src/auth/digest-qop-without-cnonce-or-nc.js';
import uriNotQuoted from '../../src/auth/digest-uri-not-quoted.js';
import { challenge, credentials, oldCredentials } from '../../src/examples/digest.js';
import { ok, register, response } from '../../src/examples/messages.js';

type Params = Parameters<typeof credentials>[0];

const inCredentials = (changes: Params) => register({ Authorization: credentials(changes) });
const inChallenge = (changes: Params) => response(401, 'REGISTER', { 'WWW-Authenticate': challenge(changes) });
const inInfo = (value: string) => ok('REGISTER', { 'Authentication-Info': value });
const authorized = (value: string) => register({ Authorization: value });
const challenged = (value: string) => response(401, 'REGISTER', { 'WWW-Authenticate': value });

testRule(challengeParameterMissing, {
  good: [
    { name: 'empty values', text: challenged('Digest realm="",nonce=""') },
    { name: 'any case of the names', text: challenged('DIGEST REALM="a", Nonce="b"') },
    { name: 'another scheme', text: challenged('Negotiate abc=') },
    { name: 'a value that did not parse', text: challenged('Digest qop="auth"; x=1') },
    { name: 'a placeholder for the rest', text: challenged('Digest {{challenge}}') },
  ],
  bad: [
    { name: 'no nonce', text: challenged('<|Digest|> realm="a"'), findings: [{ data: { missing: 'nonce' } }] },
    { name: 'no realm', text: challenged('<|digest|> nonce="a"'), findings: [{ data: { missing: 'realm' } }] },
    {
      name: 'neither',
      text: challenged('<|Digest|> qop="auth"'),
      findings: [{ data: { missing: 'realm and no nonce' } }],
    },
  ],
});

testRule(credentialsParameterMissing, {
  good: [
    { name: 'a first IMS registration', text: authorized(oldCredentials({ nonce: '""', response: '""' })) },
    { name: 'username* of RFC 7616', text: inCredentials({ username: null, 'username*': "UTF-8''a" }) },
    { name: 'a comma missing', text: authorized('Digest username="a", realm="b" nonce="c"') },
    { name: 'a placeholder for the rest', text: authorized('Digest username="a", {{rest}}') },
    { name: 'in a response', text: ok('REGISTER', { Authorization: 'Digest username="a"' }) },
  ],
  bad: [
    {
      name: 'one finding for all',
      text: authorized('<|Digest|> realm="a", nonce="b"'),
      findings: [{ data: { missing: 'username, uri, response' }, severity: 'error' }],
    },
    {
      name: 'each row',
      text: register({
        Authorization: ['<|Digest|> realm="a"', credentials()],
        'Proxy-Authorization': '<|Digest|> x=1',
      }),
    },
  ],
});

testRule(uriNotQuoted, {
  good: [{ name: 'in quotes', text: inCredentials({ uri: '"sip:example.com"' }) }],
  bad: [
    {
      name: 'puts quotes around all of it',
      text: inCredentials({ uri: '<|sip:a@example.com;transport=tcp|>' }),
      fixed: inCredentials({ uri: '"sip:a@example.com;transport=tcp"' }),
      safety: 'safe',
    },
  ],
});

testRule(mustBeQuoted, {
  good: [
    { name: 'a bare qop of credentials', text: inCredentials({ qop: 'auth' }) },
    { name: 'a bare uri, which is a rule of its own', text: inCredentials({ uri: 'sip:example.com' }) },
    { name: 'an unknown parameter', text: inCredentials({ auts: 'abc' }) },
    { name: 'another scheme', text: authorized('NTLM realm=a') },
    { name: 'a placeholder', text: inCredentials({ nonce: '{{nonce}}' }) },
  ],
  bad: [
    ...['username', 'realm', 'nonce', 'cnonce', 'response'].map((name) => ({
      name: `${name} of credentials`,
      text: inCredentials({ [name]: '<|abc|>' }),
      findings: [{ severity: 'error' as const, data: { names: name } }],
      fixed: inCredentials({ [name]: '"abc"' }),
      safety: 'safe' as const,
    })),
    { name: 'domain of a challenge', text: inChallenge({ domain: '<|sip:example.com|>' }) },
    { name: 'opaque is a warning', text: inChallenge({ opaque: '<|abc|>' }), findings: [{ severity: 'warning' }] },
    {
      name: 'qop and opaque are one warning',
      text: inChallenge({ qop: '<|auth,auth-int|>', opaque: 'abc' }),
      findings: [{ severity: 'warning', data: { names: 'qop, opaque' } }],
      fixed: inChallenge({ qop: '"auth,auth-int"', opaque: '"abc"' }),
    },
    {
      name: 'one finding for the worst of a row',
      text: challenged('Digest qop=auth, realm=<|a b|>, nonce=c'),
      findings: [{ severity: 'error', data: { names: 'qop, realm, nonce' } }],
      fixed: challenged('Digest qop="auth", realm="a b", nonce="c"'),
    },
    {
      name: 'Authentication-Info',
      text: inInfo('nextnonce=<|47|>, rspauth=66'),
      fixed: inInfo('nextnonce="47", rspauth="66"'),
    },
  ],
});

testRule(mustNotBeQuoted, {
  good: [
    { name: 'qop of a challenge', text: inChallenge({ qop: '"auth"' }) },
    { name: 'stale that is neither true nor false', text: inChallenge({ stale: '"1"' }) },
    { name: 'a list of qop in credentials', text: inCredentials({ qop: '"auth,auth-int"' }) },
    { name: 'an unknown parameter', text: inCredentials({ 'integrity-protected': '"no"' }) },
    { name: 'a placeholder', text: inCredentials({ algorithm: '"{{algorithm}}"' }) },
  ],
  bad: [
    {
      name: 'one finding for all of a row',
      text: inCredentials({ qop: '<|"auth"|>', nc: '"00000001"', algorithm: '"MD5"' }),
      findings: [{ severity: 'warning', data: { names: 'qop, nc, algorithm' } }],
      fixed: inCredentials({ qop: 'auth', nc: '00000001', algorithm: 'MD5' }),
      safety: 'safe',
    },
    { name: 'stale', text: inChallenge({ stale: '<|"FALSE"|>' }), fixed: inChallenge({ stale: 'FALSE' }) },
    {
      name: 'Authentication-Info',
      text: inInfo('qop=<|"auth"|>, nc="00000001"'),
      fixed: inInfo('qop=auth, nc=00000001'),
    },
    { name: 'an empty value is left alone', text: inCredentials({ algorithm: '<|""|>' }), fixed: null },
  ],
});

testRule(cnonceWithoutQop, {
  good: [
    { name: 'none of them', text: authorized(oldCredentials()) },
    { name: 'all of them', text: inCredentials({}) },
    { name: 'an empty qop', text: inCredentials({ qop: '""' }) },
  ],
  bad: [
    {
      name: 'both, in any order',
      text: authorized(`${oldCredentials()}, <|nc=00000001|>, cnonce="a"`),
      findings: [{ severity: 'warning', data: { names: 'cnonce and nc' } }],
    },
    {
      name: 'nc alone',
      text: authorized(`${oldCredentials()}, <|NC=00000001|>`),
      findings: [{ data: { names: 'nc' } }],
    },
  ],
});

testRule(qopWithoutCnonce, {
  good: [
    { name: 'no qop', text: authorized(oldCredentials()) },
    { name: 'an empty qop', text: authorized(oldCredentials({ qop: '""' })) },
    { name: 'a challenge', text: inChallenge({}) },
  ],
  bad: [
    {
      name: 'neither',
      text: authorized(`${oldCredentials()}, <|qop=auth|>`),
      findings: [{ severity: 'error', data: { missing: 'cnonce and no nc' } }],
    },
    {
      name: 'no cnonce',
      text: authorized(`${oldCredentials({ nc: '00000001' })}, <|qop="auth"|>`),
      findings: [{ data: { missing: 'cnonce' } }],
    },
  ],
});

testRule(sessionWithoutQop, {
  good: [
    { name: 'with qop', text: inCredentials({ algorithm: 'MD5-sess' }) },
    { name: 'no session', text: authorized(oldCredentials({ algorithm: 'SHA-256' })) },
    { name: 'no algorithm', text: authorized(oldCredentials()) },
    { name: 'a challenge', text: inChallenge({ qop: null, algorithm: 'MD5-sess' }) },
  ],
  bad: [
    { name: 'any case', text: authorized(oldCredentials({ algorithm: '<|md5-SESS|>' })) },
    { name: 'any algorithm, quoted', text: authorized(oldCredentials({ algorithm: '"<|SHA-256-sess|>"' })) },
  ],
});
