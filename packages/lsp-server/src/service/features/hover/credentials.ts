import { type AuthValue, type HeaderField, lookupAuthScheme, lookupDigestAlgorithm, type Param } from '@siplint/core';
import { type Explanation, touches } from './explanation.js';
import { code, links, paragraphs, plain } from './markdown.js';

/** What the parameters of Digest are (RFC 8760, RFC 7616 §3.3, §3.4). */
const PARAMETERS: ReadonlyMap<string, string> = new Map([
  ['realm', 'which password is asked for: the user is known there by this name'],
  ['nonce', 'chosen by the server for this challenge; the response is computed with it'],
  ['opaque', 'to be sent back as it came'],
  ['stale', '`true`: only the nonce is too old, the password need not be asked for again'],
  ['domain', 'URIs that the same credentials are good for'],
  ['username', 'whose password was used'],
  ['uri', 'the Request-URI that the response was computed with'],
  ['response', 'the proof that the sender knows the password'],
  ['rspauth', 'the proof that the server knows the password'],
  ['nextnonce', 'the nonce to use from now on'],
  ['cnonce', 'chosen by the client, so that nobody can choose the whole text that is hashed'],
]);

const QOP: ReadonlyMap<string, string> = new Map([
  ['auth', 'the request is authenticated, its body is not'],
  ['auth-int', 'the body is authenticated too'],
]);

export function explainCredentials(field: HeaderField, at: number): Explanation | undefined {
  for (const { value } of (field as HeaderField<AuthValue>).values) {
    if (!value) continue;
    if (touches(value.scheme, at)) return scheme(value);
    const param = value.params.find((one) => touches(one, at));
    const text = param && parameterText(param);
    if (param && text !== undefined) return { start: param.start, end: param.end, text };
  }
  return undefined;
}

function scheme({ scheme: { start, end, text } }: AuthValue): Explanation | undefined {
  const known = lookupAuthScheme(text);
  return known && { start, end, text: paragraphs(`Scheme **${plain(known.name)}**`, links(known.references)) };
}

function parameterText({ key, name, value = '' }: Param): string | undefined {
  const bare = value.replace(/^"|"$/g, '');
  switch (key) {
    case 'nc': {
      const count = Number.parseInt(bare, 16);
      return `${code(name)}: ${Number.isNaN(count) ? 'no number' : `request number **${count}**`} with this nonce (hexadecimal).`;
    }
    case 'algorithm': {
      const known = lookupDigestAlgorithm(bare);
      return known && paragraphs(`Algorithm **${plain(known.name)}**`, links(known.references));
    }
    case 'qop': {
      const meanings = bare.split(',').map((word) => `${code(word.trim())}: ${QOP.get(word.trim()) ?? 'not known'}`);
      return meanings.join('\n\n');
    }
    default: {
      const meaning = PARAMETERS.get(key);
      return meaning === undefined ? undefined : `${code(name)}: ${meaning}.`;
    }
  }
}
