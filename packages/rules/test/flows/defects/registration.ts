import type { Defect } from '../defect.js';
import { each, replaced, retagged } from '../whole-calls.js';

/** What goes wrong in a registration with a challenge. */
export const REGISTRATION: readonly Defect[] = [
  {
    name: 'credentials under the number that was refused',
    changes: each('F3 F4', replaced('CSeq: 2', 'CSeq: 1')),
    finds: 'auth-retry-cseq-not-incremented in F3 at "1", see F2 F1',
  },
  {
    name: 'credentials with another nonce',
    changes: { F3: replaced('nonce="ea', 'nonce="eb') },
    finds: 'auth-values-not-from-challenge in F3 at "eb9c8e88df84f1cec4341ae6cbe5a359", see F2',
  },
  {
    name: 'credentials with another realm',
    changes: { F3: replaced('realm="example.com"', 'realm="example.org"') },
    finds: 'auth-values-not-from-challenge in F3 at "example.org", see F2',
  },
  {
    name: 'credentials with another opaque',
    changes: { F3: replaced('opaque="5c', 'opaque="5d') },
    finds: 'auth-values-not-from-challenge in F3 at "5dcc069c403ebaf9", see F2',
  },
  {
    name: 'credentials for a proxy',
    changes: { F3: replaced('Authorization', 'Proxy-Authorization') },
    finds: 'auth-header-kind-mismatch in F3 at "Proxy-Authorization", see F2',
  },
  {
    name: 'credentials without the qop that is offered',
    changes: { F3: replaced(' qop=auth, nc=00000001, cnonce="0a4f113b",', '') },
    finds: 'auth-qop-not-echoed in F3 at "Digest", see F2',
  },
  {
    name: 'a REGISTER tried again with another From tag',
    changes: each('F3 F4', retagged('From', 'other77777')),
    finds: 'retry-identifiers-changed in F3 at "other77777", see F2',
    isStrict: true,
  },
  {
    name: 'a 200 without the binding',
    changes: { F4: replaced('Contact: <sip:alice@pc33', 'Contact: <sip:alice@pc34') },
    finds: 'register-2xx-missing-binding in F4 at "200", see F3',
  },
  {
    name: 'a 200 that grants more time than was asked for',
    changes: { F4: replaced('expires=3600', 'expires=7200') },
    finds: 'register-2xx-expires-raised in F4 at "7200", see F3',
    isStrict: true,
  },
  {
    name: 'a 200 with another Call-ID',
    changes: { F4: replaced('Call-ID: 1', 'Call-ID: 2') },
    finds: 'response-call-id-mismatch in F4 at "2j9FpLxk3uxtm8tn@pc33.example.com", see F3',
  },
  {
    name: 'a 200 with another From tag',
    changes: { F4: retagged('From', 'other77777') },
    finds: 'response-from-mismatch in F4 at "other77777", see F3',
  },
  {
    name: 'a To tag, which the response does not copy',
    changes: { F3: retagged('To', 'other77777') },
    finds: 'register-to-has-tag in F3 at "tag=other77777"',
  },
];
