import type { Transaction, Uri } from '@siplint/core';
import { isSameAddress } from '../address/same-address.js';

/**
 * True if a request went straight to the user agent that answers it, and no proxy sent its responses: its Request-URI is the
 * Contact in the first of them, it has no Route, and the file shows no hop behind.
 */
export function isAnsweredByUserAgent({ request, responses, downstream }: Transaction): boolean {
  if (!request || request.has('Route') || downstream.length > 0) return false;
  const answer = responses.find(({ statusCode }) => statusCode > 100 && statusCode < 300);
  const contact = answer?.message.field('Contact')?.value;
  const { startLine } = request.message;
  const target: Uri | undefined = startLine.kind === 'request' ? startLine.requestUri.value : undefined;
  return (
    contact?.kind === 'name-addr' &&
    contact.uri !== undefined &&
    target !== undefined &&
    isSameAddress(target, contact.uri)
  );
}
