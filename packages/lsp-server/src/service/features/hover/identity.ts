import type { HeaderField } from '@siplint/core';
import type { Explanation } from './explanation.js';
import { fenced, paragraphs } from './markdown.js';

/** The longest token that is decoded. */
const MOST = 8192;

/** The PASSporT of an Identity header field (RFC 8224 §4, RFC 8225): its header and claims, not checked. */
export function explainIdentity(field: HeaderField): Explanation | undefined {
  const token = /^[\w-]+\.[\w-]+\.[\w-]*/.exec(field.rawValue.slice(0, MOST))?.[0];
  const [header, claims] = token?.split('.') ?? [];
  const parts = [decoded(header), decoded(claims)];
  if (parts.includes(undefined)) return undefined;
  const text = paragraphs(
    'PASSporT (its signature is not checked)',
    ...parts.map((part) => fenced('json', part ?? '')),
  );
  return { start: field.valueStart, end: field.valueEnd, text };
}

/** The JSON of a base64url text, on several lines. */
function decoded(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  try {
    const octets = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return JSON.stringify(JSON.parse(new TextDecoder().decode(octets)), null, 2);
  } catch {
    return undefined;
  }
}
