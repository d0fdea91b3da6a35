import { authSchemes, lookupAuthScheme, nearest, replaceRange, typoDistance } from '@siplint/core';
import { challenge, credentials } from '../examples/digest.js';
import { register, response } from '../examples/messages.js';
import { defineAuthRule } from '../factories/auth-rule.js';

/** In use in SIP without a registration: those of [MS-SIPAE] and the one of RFC 2543 §15. */
const UNREGISTERED_SCHEMES: ReadonlySet<string> = new Set(['kerberos', 'ntlm', 'pgp', 'tls-dsk']);

export default defineAuthRule({
  meta: {
    id: 'auth-scheme-unregistered',
    category: 'auth',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Name an authentication scheme that peers know',
    docs: {
      what:
        'The scheme of a challenge or of credentials is Digest or another one that IANA has registered or that is in common ' +
        'use. Case does not matter.',
      why:
        'A client passes over a challenge whose scheme it does not know, and a server does the same with credentials. A ' +
        'misspelled Digest therefore ends in an endless 401.',
      falsePositives: 'Schemes of one vendor are legal where both ends know them.',
      fixSafety: 'Unsafe: the intended scheme is a guess.',
      bad: [
        register({ Authorization: credentials().replace('Digest', '<|Digets|>') }),
        response(401, 'REGISTER', { 'WWW-Authenticate': ['<|X-Vendor|> realm="example.com"', challenge()] }),
      ],
      good: [
        register({ Authorization: credentials().replace('Digest', 'digest') }),
        register({ Authorization: 'Bearer mF_9.B5f-4.1JqM' }),
        response(401, 'REGISTER', { 'WWW-Authenticate': 'NTLM realm="SIP Communications Service", version=3' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.7' },
      { rfc: 3261, section: '22.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      misspelled: 'The authentication scheme "{scheme}" is not known: was "{suggestion}" meant?',
      unknown: 'The authentication scheme "{scheme}" is not registered: peers that do not know it ignore the value',
    },
  },
  roles: ['credentials', 'challenge'],
  judge({ values }, context) {
    for (const { value } of values) {
      if (!value || isKnown(value.scheme.text)) continue;
      const at = value.scheme;
      const scheme = at.text;
      const suggestion = suggestionFor(scheme);
      if (suggestion === undefined) context.report({ messageId: 'unknown', at, data: { scheme } });
      else {
        const fix = { title: `Replace it by ${suggestion}`, edits: [replaceRange(at, suggestion)] };
        context.report({ messageId: 'misspelled', at, data: { scheme, suggestion }, fix });
      }
    }
  },
});

function isKnown(scheme: string): boolean {
  return (
    scheme === 'Digest' || lookupAuthScheme(scheme) !== undefined || UNREGISTERED_SCHEMES.has(scheme.toLowerCase())
  );
}

function suggestionFor(scheme: string): string | undefined {
  const known = authSchemes().map(({ name }) => name.toLowerCase());
  const found = nearest(scheme.toLowerCase(), ['digest', ...known], Math.min(2, typoDistance(scheme)));
  return found && lookupAuthScheme(found)?.name;
}
