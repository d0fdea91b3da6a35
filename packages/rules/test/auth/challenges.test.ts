import { testRule } from '@siplint/core/testing';
import withoutQop from '../../src/auth/digest-challenge-without-qop.js';
import realmWithoutHost from '../../src/auth/digest-realm-without-host-name.js';
import { challenge } from '../../src/examples/digest.js';
import { file, register, response } from '../../src/examples/messages.js';

type Params = Parameters<typeof challenge>[0];

const inChallenge = (changes: Params) => response(401, 'REGISTER', { 'WWW-Authenticate': challenge(changes) });
const challenged = (value: string) => response(401, 'REGISTER', { 'WWW-Authenticate': value });

testRule(withoutQop, {
  good: [
    { name: 'any case of the name', text: challenged('Digest realm="a", nonce="b", QOP="auth"') },
    { name: 'without quotes, which is another defect', text: challenged('Digest realm="a", nonce="b", qop=auth') },
    { name: 'credentials', text: register({ Authorization: 'Digest username="a", realm="a", nonce="b"' }) },
    { name: 'a placeholder for the rest', text: challenged('Digest realm="a", {{more}}') },
    { name: 'another scheme', text: challenged('Basic realm="a"') },
  ],
  bad: [
    {
      name: 'each challenge',
      text: response(401, 'REGISTER', {
        'WWW-Authenticate': ['<|Digest|> realm="a", nonce="b"', challenge(), '<|digest|> realm="c", nonce="d"'],
      }),
      findings: [{ severity: 'warning' }, { severity: 'warning' }],
      fixed: response(401, 'REGISTER', {
        'WWW-Authenticate': [
          'Digest realm="a", nonce="b", qop="auth"',
          challenge(),
          'digest realm="c", nonce="d", qop="auth"',
        ],
      }),
    },
    {
      name: 'has no safe fix',
      text: challenged('<|Digest|> realm="a", nonce="b"'),
      safety: 'safe',
      fixed: null,
    },
  ],
});

testRule(realmWithoutHost, {
  good: [
    { name: 'an address', text: inChallenge({ realm: '"192.0.2.1"' }) },
    { name: 'without quotes, which is another defect', text: inChallenge({ realm: 'asterisk' }) },
    { name: 'none, which is another defect', text: inChallenge({ realm: null }) },
    { name: 'a placeholder', text: inChallenge({ realm: '"{{realm}}"' }) },
    { name: 'credentials', text: register({ Authorization: 'Digest username="a", realm="asterisk", nonce="b"' }) },
  ],
  bad: [
    {
      name: 'white space',
      text: inChallenge({ realm: '<|" "|>' }),
      findings: [{ messageId: 'empty', severity: 'hint' }],
    },
    {
      name: 'once a realm',
      text: file(
        inChallenge({ realm: '<|"asterisk"|>' }),
        inChallenge({ realm: '"asterisk"' }),
        inChallenge({ realm: '<|"localhost"|>' }),
      ),
      findings: [{ messageId: 'local', data: { realm: '"asterisk"' } }, { data: { realm: '"localhost"' } }],
    },
  ],
});
