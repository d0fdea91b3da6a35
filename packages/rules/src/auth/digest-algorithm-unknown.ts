import { lookupDigestAlgorithm, paramOf } from '@siplint/core';
import { challenge, credentials } from '../examples/digest.js';
import { register, response } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { unquotedRange, unquotedValue } from '../shared/values/quoted-param.js';

/** aka-namespace = aka-version "-" algorithm-value (RFC 3310 §3.1). */
const AKA_VERSION = /^akav\d+-/i;

export default defineDigestRule({
  meta: {
    id: 'digest-algorithm-unknown',
    category: 'auth',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Name a Digest algorithm that peers know',
    docs: {
      what:
        'The algorithm of Digest is one that is defined: MD5, SHA-256 or SHA-512-256, each also as a "-sess" variant, or ' +
        'one of these behind an AKA version such as AKAv1. Case does not matter.',
      why:
        'The grammar allows any token, but a client ignores a challenge whose algorithm it does not know, and a server ' +
        'rejects such credentials. With a misspelled name nobody can authenticate.',
      falsePositives: 'An algorithm that both ends agreed on in private is legal.',
      bad: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ algorithm: '<|MD-5|>' }) }),
        register({ Authorization: credentials({ algorithm: '<|SHA256|>' }) }),
      ],
      good: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ algorithm: 'SHA-256' }) }),
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ algorithm: 'AKAv1-MD5' }) }),
        register({ Authorization: credentials({ algorithm: 'md5-Sess' }) }),
      ],
    },
    references: [
      { rfc: 3261, section: '22.4' },
      { rfc: 3261, section: '25.1' },
      { rfc: 2617, section: '3.2.1' },
      { rfc: 8760, section: '2' },
    ],
    since: '0.1.0',
    messages: {
      unknown: 'Digest algorithm "{algorithm}" is not defined: a peer that does not know it ignores the whole value',
    },
  },
  roles: ['credentials', 'challenge'],
  judge(digest, context) {
    const param = paramOf(digest, 'algorithm');
    if (!param) return;
    const algorithm = unquotedValue(param);
    if (algorithm === '' || isKnown(algorithm)) return;
    context.report({ messageId: 'unknown', at: unquotedRange(param), data: { algorithm } });
  },
});

function isKnown(algorithm: string): boolean {
  if (lookupDigestAlgorithm(algorithm)) return true;
  const hash = algorithm.replace(AKA_VERSION, '');
  return hash !== algorithm && lookupDigestAlgorithm(hash) !== undefined;
}
