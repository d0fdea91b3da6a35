import type { SipMessage, SipUri, SyntaxIssue, Uri } from '@siplint/core';
import { partialAt } from '../values/parsed-at.js';

/** What was read of the SIP URI that a defect of grammar stands in; undefined if that is no SIP URI. */
export function sipUriAt({ field, start }: SyntaxIssue, { startLine }: SipMessage): SipUri | undefined {
  let uri: Uri | undefined;
  if (field) uri = uriOf(partialAt(field, start));
  else if (startLine.kind === 'request') uri = startLine.requestUri.partial;
  return uri?.kind === 'sip' ? uri : undefined;
}

function uriOf(value: unknown): Uri | undefined {
  return hasUri(value) ? value.uri : undefined;
}

function hasUri(value: unknown): value is { readonly uri: Uri | undefined } {
  return typeof value === 'object' && value !== null && 'uri' in value;
}
