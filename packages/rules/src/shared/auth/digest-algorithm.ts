import { type AuthValue, paramOf } from '@siplint/core';
import { unquotedValue } from '../values/quoted-param.js';

/** The algorithm of a challenge or of credentials in lower case; MD5 if none is named (RFC 2617 §3.2.1). */
export function digestAlgorithmOf(digest: AuthValue): string {
  const algorithm = paramOf(digest, 'algorithm');
  return algorithm ? unquotedValue(algorithm).toLowerCase() : 'md5';
}

/** True for the variants that hash the cnonce into A1 (RFC 2617 §3.2.2.2). */
export function isSessionVariant(algorithm: string): boolean {
  return algorithm.endsWith('-sess');
}
