import { compareUris, type SipUri, sipUriWith, type Uri } from '@siplint/core';

/**
 * True if two URIs name the same user at the same host and port: scheme, user, host and port of SIP URIs, whatever their
 * parameters; other URIs as they compare. True also where the texts do not decide it.
 */
export function isSameAddress(a: Uri, b: Uri): boolean {
  if (a.kind !== 'sip' || b.kind !== 'sip') return compareUris(a, b) !== 'different';
  return compareUris(bare(a), bare(b)) !== 'different';
}

/** The default port is left out, as it is the same place. */
function bare(uri: SipUri): SipUri {
  const port = uri.port?.value === (uri.secure ? 5061 : 5060) ? undefined : uri.port;
  return sipUriWith(uri, { port, password: undefined, params: [], headers: [] });
}
