import type { Severity } from '@siplint/core';
import { printable } from '../terminal/printable.js';

/** SARIF 2.1.0 §3.27.10 knows three levels. */
export const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/**
 * A message object. Braces are doubled, since single ones are placeholders (§3.11.5); `](` is parted, since it would make a
 * link of what a finding quotes (§3.11.6).
 */
export function messageOf(text: string): { readonly text: string } {
  return { text: printable(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (') };
}

/** A path as a relative URI reference, each segment percent-encoded. */
export function artifactUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
