import { testRule } from '@siplint/core/testing';
import headerKind from '../../src/auth/auth-header-kind-mismatch.js';
import qopNotEchoed from '../../src/auth/auth-qop-not-echoed.js';
import rejectedRepeated from '../../src/auth/auth-rejected-credentials-repeated.js';
import cseqNotIncremented from '../../src/auth/auth-retry-cseq-not-incremented.js';
import notFromChallenge from '../../src/auth/auth-values-not-from-challenge.js';
import { again, answerAgain, challenged } from '../../src/examples/again.js';
import { challenge, credentials, oldCredentials } from '../../src/examples/digest.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { byAlice, toAlice } from '../../src/examples/in-dialog.js';
import { ack, file, invite, line, ok, register, response } from '../../src/examples/messages.js';
import { failureAck } from '../../src/examples/refused-call.js';
import { identityOf } from '../../src/examples/requests.js';

type Params = Parameters<typeof challenge>[0];

/** A registration that is challenged and tried again, with the parameters of both sides changed as told. */
const registered = (ofChallenge: Params, ofCredentials: Params) =>
  answered(challenge(ofChallenge), credentials(ofCredentials));
const answered = (value: string, authorization: string) =>
  file(register(), challenged(401, 'REGISTER', value), again('REGISTER', { Authorization: authorization }));

const SAME_NUMBER = { CSeq: `${identityOf('REGISTER').cseq} REGISTER` };
const marked = { CSeq: `<|${identityOf('REGISTER').cseq}|> REGISTER` };
const other = credentials({ realm: '"proxy.example.org"', nonce: '"77af"' });

testRule(cseqNotIncremented, {
  good: [
    { name: 'no credentials', text: file(register(), challenged(401, 'REGISTER'), again('REGISTER', SAME_NUMBER)) },
    {
      name: 'sent before the challenge came',
      text: file(
        register(),
        again('REGISTER', { ...SAME_NUMBER, Authorization: credentials() }),
        challenged(401, 'REGISTER'),
      ),
    },
    {
      name: 'the credentials of the request before: tried at another server',
      text: file(
        register({ Authorization: credentials() }),
        challenged(401, 'REGISTER'),
        again('REGISTER', { ...SAME_NUMBER, Authorization: credentials() }),
      ),
    },
    {
      name: 'not challenged',
      text: file(
        register(),
        response(503, 'REGISTER'),
        again('REGISTER', { ...SAME_NUMBER, Authorization: credentials() }),
      ),
    },
    {
      name: 'branches of a proxy',
      text: file(
        forwarded('INVITE'),
        fromBranch(407, 'INVITE', { 'Proxy-Authenticate': challenge() }),
        forwarded('INVITE', { 'Proxy-Authorization': credentials() }, 'b'),
      ),
    },
    {
      name: 'the ACK, which has the number of its INVITE',
      text: file(invite(), challenged(407, 'INVITE'), failureAck({ 'Proxy-Authorization': credentials() })),
    },
    {
      name: 'a request with another method',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        again('OPTIONS', { ...SAME_NUMBER, Authorization: credentials() }),
      ),
    },
  ],
  bad: [
    {
      name: 'a lower number',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', { CSeq: '<|7|> REGISTER', Authorization: credentials() }),
      ),
      findings: [{ messageId: 'number', data: { found: '7', refused: identityOf('REGISTER').cseq, status: 401 } }],
    },
    {
      name: 'the old branch and the old number, once with its retransmissions',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        register({ ...marked, Authorization: credentials() }),
        register({ Authorization: credentials() }),
        challenged(401, 'REGISTER'),
      ),
      findings: [{ messageId: 'number' }],
    },
    {
      name: 'in a dialog',
      text: file(
        byAlice('BYE', 314160),
        toAlice(407, 'BYE', 314160, { 'Proxy-Authenticate': challenge() }),
        byAlice('BYE', 314160, {
          Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-again',
          CSeq: '<|314160|> BYE',
          'Proxy-Authorization': credentials(),
        }),
      ),
      findings: [{ messageId: 'number', data: { method: 'BYE', status: 407 } }],
    },
  ],
});

testRule(headerKind, {
  good: [
    {
      name: 'a copy beside the right one',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: credentials(), 'Proxy-Authorization': credentials() }),
      ),
    },
    { name: 'another nonce', text: registered({}, { nonce: '"00"' }) },
    { name: 'no challenge before', text: register({ 'Proxy-Authorization': credentials() }) },
    {
      name: 'another hop of a request that got no challenge there',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        forwarded('REGISTER', { 'Proxy-Authorization': credentials() }),
      ),
    },
  ],
  bad: [
    {
      name: 'renames a row with one value',
      text: file(
        invite(),
        challenged(407, 'INVITE'),
        failureAck(),
        again('INVITE', { '<|authorization|>': credentials() }),
      ),
      findings: [{ severity: 'error', data: { expected: 'Proxy-Authorization', found: 'Authorization' } }],
      fixed: file(
        invite(),
        challenged(407, 'INVITE'),
        failureAck(),
        again('INVITE', { rows: [`Proxy-Authorization: ${credentials()}`] }),
      ),
    },
    {
      name: 'no fix for a row with several values',
      text: file(
        invite(),
        challenged(407, 'INVITE'),
        failureAck(),
        again('INVITE', { '<|Authorization|>': `${credentials()}, ${other}` }),
      ),
      fixed: null,
    },
    {
      name: 'once a realm, however often it is tried',
      text: file(
        invite(),
        challenged(407, 'INVITE'),
        failureAck(),
        again('INVITE', { '<|Authorization|>': credentials() }),
        answerAgain(407, 'INVITE', { 'Proxy-Authenticate': challenge({ nonce: '"02"' }) }),
        again('INVITE', { Authorization: credentials({ nonce: '"02"' }) }, 2),
      ),
    },
  ],
});

testRule(qopNotEchoed, {
  good: [
    { name: 'offers none', text: registered({ qop: null }, { qop: null, nc: null, cnonce: null }) },
    { name: 'offers an empty list', text: answered(challenge({ qop: '""' }), oldCredentials()) },
    { name: 'offers what nobody knows', text: answered(challenge({ qop: '"auth-conf"' }), oldCredentials()) },
    { name: 'quotes, which are another defect', text: registered({}, { qop: '"auth"' }) },
    { name: 'an unknown value, which is another defect', text: registered({}, { qop: 'authint' }) },
    { name: 'cnonce without qop, which is another defect', text: registered({}, { qop: null }) },
    {
      name: 'a session variant without qop, which is another defect',
      text: answered(challenge({ algorithm: 'MD5-sess' }), oldCredentials({ algorithm: 'MD5-sess' })),
    },
    { name: 'another nonce, which is another defect', text: answered(challenge(), oldCredentials({ nonce: '"1"' })) },
    {
      name: 'a challenge with the same nonce that offers none',
      text: file(
        register(),
        response(401, 'REGISTER', {
          'WWW-Authenticate': [challenge({ algorithm: 'SHA-256' }), challenge({ qop: null })],
        }),
        again('REGISTER', { Authorization: oldCredentials() }),
      ),
    },
    { name: 'a placeholder', text: answered(challenge(), `${oldCredentials()}, {{rest}}`) },
  ],
  bad: [
    {
      name: 'a list that was not quoted',
      text: answered(challenge({ qop: 'auth-int' }), credentials({ qop: '<|auth|>' })),
      findings: [{ messageId: 'notOffered', severity: 'warning', data: { offered: 'auth-int', qop: 'auth' } }],
    },
    {
      name: 'once a challenge',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: oldCredentials().replace('Digest', '<|$&|>') }),
        answerAgain(401, 'REGISTER', { 'WWW-Authenticate': challenge() }),
        again('REGISTER', { Authorization: oldCredentials() }, 2),
      ),
      findings: [{ messageId: 'missing', data: { offered: 'auth' } }],
    },
  ],
});

testRule(notFromChallenge, {
  good: [
    { name: 'escapes in a quoted string', text: registered({ realm: '"a\\b"' }, { realm: '"ab"' }) },
    { name: 'no quotes, which are another defect', text: registered({}, { realm: 'example.com' }) },
    { name: 'algorithm in another case', text: registered({ algorithm: 'SHA-256' }, { algorithm: '"sha-256"' }) },
    { name: 'algorithm=AKAv1-MD5 left out (RFC 3310 §4)', text: registered({ algorithm: 'AKAv1-MD5' }, {}) },
    { name: 'algorithm=MD5 added', text: registered({}, { algorithm: 'MD5' }) },
    { name: 'an empty opaque added', text: registered({}, { opaque: '""' }) },
    { name: 'another scheme', text: answered('Basic realm="a"', 'Basic YTpi') },
    { name: 'a placeholder', text: registered({ nonce: '"{{nonce}}"' }, { nonce: '"00"' }) },
    { name: 'a placeholder in the credentials', text: registered({}, { nonce: '"{{nonce}}"' }) },
    {
      name: 'credentials that the request had before the challenge',
      text: file(
        register({ 'Proxy-Authorization': other }),
        challenged(401, 'REGISTER'),
        again('REGISTER', { 'Proxy-Authorization': other, Authorization: credentials() }),
      ),
    },
    {
      name: 'credentials of another realm that the request had before: the challenge is not answered',
      text: file(
        register({ Authorization: other }),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: other }),
      ),
    },
    {
      name: 'a first registration of an IMS, tried again',
      text: registered({}, { nonce: '""', response: '""' }),
    },
    {
      name: 'the realm of a server that asks elsewhere in the file',
      text: file(
        challenged(401, 'OPTIONS', challenge({ realm: '"proxy.example.org"', nonce: '"77af"' })),
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: other }),
      ),
    },
    {
      name: 'a nonce that another request got in the meantime',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        challenged(401, 'OPTIONS', challenge({ nonce: '"00"' })),
        again('REGISTER', { Authorization: credentials({ nonce: '"00"' }) }),
      ),
    },
    {
      name: 'a nextnonce that another request got in the meantime',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        ok('OPTIONS', { 'Authentication-Info': 'nextnonce="00"' }),
        again('REGISTER', { Authorization: credentials({ nonce: '"00"' }) }),
      ),
    },
    {
      name: 'what a proxy accepted before stays beside the answer',
      text: file(
        register({ 'Proxy-Authorization': credentials({ nonce: '"00"' }) }),
        challenged(401, 'REGISTER'),
        again('REGISTER', { 'Proxy-Authorization': credentials({ nonce: '"00"' }), Authorization: credentials() }),
      ),
    },
    {
      name: 'the refused credentials again, which is another defect',
      text: file(
        register({ Authorization: credentials({ nonce: '"00"' }) }),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: credentials({ nonce: '"00"' }) }),
      ),
    },
    {
      name: 'the other header field, which is another defect',
      text: file(register(), challenged(401, 'REGISTER'), again('REGISTER', { 'Proxy-Authorization': credentials() })),
    },
    { name: 'a request with another method', text: file(register(), challenged(401, 'REGISTER'), ack()) },
    {
      name: 'a number that tells of a request in between, and maybe of its challenge',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: credentials({ nonce: '"00"' }) }, 2),
      ),
    },
    {
      name: 'a number that is not raised, which is another defect',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', { ...SAME_NUMBER, Authorization: credentials({ nonce: '"00"' }) }),
      ),
    },
  ],
  bad: [
    {
      name: 'the nonce that was refused as stale',
      text: file(
        register({ Authorization: credentials({ nonce: '"00"' }) }),
        challenged(401, 'REGISTER', challenge({ stale: 'TRUE' })),
        again('REGISTER', { Authorization: credentials({ nonce: '"<|00|>"', nc: '00000002', response: '"77"' }) }),
      ),
      findings: [{ messageId: 'nonce', severity: 'warning', data: { found: '00', expected: '84f1c1ae' } }],
    },
    {
      name: 'a nonce that was offered before the request that got the challenge',
      text: file(
        challenged(401, 'OPTIONS', challenge({ nonce: '"00"' })),
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: credentials({ nonce: '"<|00|>"' }) }),
      ),
    },
    {
      name: 'another opaque',
      text: registered({ opaque: '"a1"' }, { opaque: '"<|a2|>"' }),
      findings: [{ messageId: 'changed', data: { name: 'opaque', expected: 'a1', found: 'a2' } }],
    },
    {
      name: 'no algorithm',
      text: answered(challenge({ algorithm: 'SHA-256' }), credentials().replace('Digest', '<|$&|>')),
      findings: [{ messageId: 'missing', data: { name: 'algorithm', expected: 'SHA-256' } }],
    },
    {
      name: 'an algorithm that was not asked for',
      text: registered({}, { algorithm: '<|SHA-256|>' }),
      findings: [{ messageId: 'added', data: { name: 'algorithm', found: 'SHA-256' } }],
    },
    {
      name: 'the first of several realms that nobody asked for',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', {
          Authorization: [credentials({ realm: '"<|a|>"' }), credentials({ realm: '"b"' })],
        }),
      ),
      findings: [{ messageId: 'realm', data: { found: 'a', expected: 'example.com', status: 401 } }],
    },
  ],
});

testRule(rejectedRepeated, {
  good: [
    {
      name: 'another nonce count',
      text: file(
        register({ Authorization: credentials() }),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: credentials({ nc: '00000002' }) }),
      ),
    },
    {
      name: 'another user',
      text: file(
        register({ Authorization: credentials() }),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: credentials({ username: '"bob"' }) }),
      ),
    },
    {
      name: 'credentials that a proxy accepted, behind the challenge of a server',
      text: file(
        register({ 'Proxy-Authorization': other }),
        challenged(401, 'REGISTER'),
        again('REGISTER', { 'Proxy-Authorization': other, Authorization: credentials() }),
      ),
    },
    {
      name: 'accepted ones',
      text: file(
        register({ Authorization: credentials() }),
        ok('REGISTER'),
        again('REGISTER', { Authorization: credentials() }),
      ),
    },
    {
      name: 'sent before the response',
      text: file(
        register({ Authorization: credentials() }),
        again('REGISTER', { Authorization: credentials() }),
        challenged(401, 'REGISTER'),
      ),
    },
    {
      name: 'ACK and CANCEL',
      text: file(
        invite({ 'Proxy-Authorization': credentials() }),
        challenged(407, 'INVITE'),
        failureAck({ 'Proxy-Authorization': credentials() }),
      ),
    },
  ],
  bad: [
    {
      name: 'behind a challenge with the same nonce, in other white space',
      text: file(
        line('# siplint-set complete=yes'),
        register({ Authorization: oldCredentials({ response: '"6f2b"' }) }),
        challenged(401, 'REGISTER'),
        again('REGISTER', { Authorization: oldCredentials({ response: '"<|6f2b|>"' }).replaceAll(', ', ',') }),
      ),
      findings: [{ severity: 'error', data: { realm: 'example.com', status: 401 } }],
    },
  ],
});
