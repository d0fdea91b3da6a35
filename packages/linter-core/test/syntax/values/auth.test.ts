import assert from 'node:assert/strict';
import { type Case, issuesOf, itReads, paramsOf, rowOf } from './row.js';

const VALID: Case[] = [
  [
    'Digest realm="atlanta.com", domain="sip:boxesbybob.com", qop="auth", nonce="f84f1c", opaque="", stale=FALSE, algorithm=MD5',
  ],
  ['digest realm="a"'],
  ['Digest\r\n realm = "a" ,\r\n\tnonce\r\n ="b"'],
  ['Digest realm="a, b; \\"c\\"",nonce="x"'],
  ['Digest realm="a", algorithm=SHA-256, userhash=true, charset=UTF-8'],
  ['Digest username*=UTF-8\'\'J%C3%A4s, realm="a"'],
  ['Digest realm="", nonce=""'],
  ['DIGEST realm="a",qop=auth,nc=00000001'],
  ['Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  ['Bearer mF_9.B5f-4.1JqM/+~='],
  ['Bearer authz_server="https://as.example.com", scope="sip"'],
  ['NTLM realm="SIP Communications Service", targetname="a", version=3'],
  ['Negotiate , x'],
  ['GSS-API ???'],
];

const INVALID: Case[] = [
  ['Digest', ['auth.parameter-missing', 'Digest']],
  ['Negotiate', ['auth.parameter-missing', 'Negotiate']],
  ['realm="a", nonce="b"', ['auth.scheme-missing', 'realm="a", nonce="b"']],
  ['realm = "a"', ['auth.scheme-missing', 'realm = "a"']],
  ['"Digest realm=a"', ['auth.scheme-missing', '"Digest realm=a"']],
  ['Digest"a"', ['auth.scheme-missing', 'Digest"a"']],
  ['Digest realm="a"; nonce="b"; opaque="c"', ['auth.separator', ';']],
  ['Digest realm="a";', ['auth.separator', ';']],
  ['Digest ;realm="a"', ['auth.separator', ';']],
  ['Digest realm="a";,nonce="b"', ['auth.separator', ';']],
  ['Digest realm="a" nonce="b", opaque="c"', ['auth.separator', 'nonce']],
  ['Digest realm="a"nonce="b"', ['auth.separator', 'nonce']],
  ['Digest algorithm=MD5 stale = FALSE', ['auth.separator', 'stale']],
  ['Digest algorithm=MD5 stale=, nc=1', ['auth.separator', 'stale']],
  ['Digest nonce="a" nonce="b"', ['auth.separator', 'nonce']],
  ['Digest realm="a" nonce="b', ['auth.separator', 'nonce'], ['quoted-string.unterminated', '"b']],
  ['Digest realm', ['auth.parameter-malformed', 'realm']],
  ['Digest realm="a", stale, nonce="b"', ['auth.parameter-malformed', 'stale']],
  ['Digest realm="a", "nonce"="b, c", opaque="d"', ['auth.parameter-malformed', '"nonce"="b, c"']],
  ['Digest realm="a", algorithm=, nonce="b"', ['auth.parameter-value-missing', 'algorithm=']],
  ['Digest realm=', ['auth.parameter-value-missing', 'realm=']],
  ['Digest realm="a", algorithm=MD5/x', ['auth.parameter-value-malformed', 'MD5/x']],
  ['Digest realm="a"x, nonce="b"', ['auth.parameter-value-malformed', '"a"x']],
  ['Digest algorithm=MD5 sess, nonce="b"', ['auth.parameter-value-malformed', 'MD5 sess']],
  ['Digest realm=a", nonce="b"', ['auth.parameter-value-malformed', 'a", nonce="b"']],
  ['Digest realm="a", nonce="b', ['quoted-string.unterminated', '"b']],
  ['Digest username="B\\é", realm="a"', ['quoted-pair.invalid', '\\é']],
  ['Digest username="B\\😀", realm="a"', ['quoted-pair.invalid', '\\😀']],
  ['Digest realm="a",, nonce="b"', ['list.empty-element', ',']],
  ['Digest , realm="a"', ['list.empty-element', ',']],
  [', Digest realm="a"', ['list.empty-element', ',']],
  ['Digest realm="a", ,', ['list.empty-element', ',']],
  ['Digest realm="a", NONCE="b", nonce="c"', ['param.duplicate', 'nonce="c"']],
  ['NTLM, Digest realm="a"', ['auth.parameter-missing', 'NTLM']],
];

describe('challenge and credentials', () => {
  itReads('WWW-Authenticate', VALID);
  itReads('Proxy-Authorization', INVALID);

  it('gives scheme and parameters with their ranges', () => {
    const field = rowOf('Authorization', 'Digest username="bob" ,\r\n nc=00000001');
    const { text } = field.message;
    const value = field.value;
    assert.ok(value);
    assert.equal(value.scheme.text, 'Digest');
    assert.deepEqual(
      value.params.map((param) => [
        param.key,
        param.quoted,
        text.slice(param.start, param.end),
        text.slice(param.start, param.nameEnd),
        text.slice(param.valueStart, param.end),
      ]),
      [
        ['username', true, 'username="bob"', 'username', '"bob"'],
        ['nc', false, 'nc=00000001', 'nc', '00000001'],
      ],
    );
    assert.equal(text.slice(value.start, value.end), 'Digest username="bob" ,\r\n nc=00000001');
  });

  it('reads joined challenges as several values', () => {
    const field = rowOf(
      'WWW-Authenticate',
      'Digest realm="a", qop="auth,auth-int", Basic Zm9v==, NTLM realm="b" , Digest realm="c"',
    );
    assert.deepEqual(issuesOf(field), []);
    assert.deepEqual(
      field.values.map(({ start, end, value }) => [field.message.text.slice(start, end), paramsOf(value)]),
      [
        [
          'Digest realm="a", qop="auth,auth-int"',
          [
            ['realm', '"a"'],
            ['qop', '"auth,auth-int"'],
          ],
        ],
        ['Basic Zm9v==', []],
        ['NTLM realm="b"', [['realm', '"b"']]],
        ['Digest realm="c"', [['realm', '"c"']]],
      ],
    );
  });

  it('reads values of Digest that lack their quotes', () => {
    const field = rowOf(
      'Authorization',
      'Digest realm=My Home, uri=sip:a@b;transport=tcp, nonce=a/b==, qop=auth, auth-int, opaque=x',
    );
    assert.deepEqual(issuesOf(field), []);
    assert.deepEqual(paramsOf(field.value), [
      ['realm', 'My Home'],
      ['uri', 'sip:a@b;transport=tcp'],
      ['nonce', 'a/b=='],
      ['qop', 'auth, auth-int'],
      ['opaque', 'x'],
    ]);
    assert.ok(field.value?.params.every(({ quoted }) => !quoted));
  });

  it('keeps what it read of a value that did not parse', () => {
    const field = rowOf('WWW-Authenticate', 'Digest realm="a"; nonce="b"');
    assert.equal(field.value, undefined);
    assert.deepEqual(paramsOf(field.values[0]?.partial), [
      ['realm', '"a"'],
      ['nonce', '"b"'],
    ]);
  });
});

describe('Authentication-Info', () => {
  itReads('Authentication-Info', [
    ['nextnonce="47364c23432d2e131a5fb210812c"'],
    ['nextnonce="47", qop=auth, rspauth="6629fae4", cnonce="0a4f", nc=00000001'],
    ['rspauth="", qop=auth-int'],
    ['rspauth=6629fae4'],
    ['Digest nextnonce="47364c23"', ['authentication-info.scheme', 'Digest']],
    ['NTLM rspauth="01", srand="B"', ['authentication-info.scheme', 'NTLM']],
    ['nextnonce="47"; qop=auth; nc=1', ['authentication-info.separator', ';']],
    ['nextnonce', ['authentication-info.parameter-malformed', 'nextnonce']],
    ['qop=', ['authentication-info.parameter-value-missing', 'qop=']],
    ['nc=0/1', ['authentication-info.parameter-value-malformed', '0/1']],
    ['rspauth="xyz"', ['authentication-info.rspauth-not-hex', '"xyz"']],
    ['qop=auth,,nc=00000001', ['list.empty-element', ',']],
  ]);

  it('has no scheme', () => {
    const value = rowOf('Authentication-Info', 'qop=auth').value;
    assert.equal(value?.scheme.text, '');
    assert.deepEqual(paramsOf(value), [['qop', 'auth']]);
  });
});
