import type { FlowMessage, Range, SipUri } from '@siplint/core';

/** True if the text of a URI begins with the scheme sips. */
export function isSips(uri: string | undefined): boolean {
  return uri !== undefined && uri.slice(0, 5).toLowerCase() === 'sips:';
}

/** True if the text of a URI begins with the scheme sip. */
export function isPlainSip(uri: string): boolean {
  return uri.slice(0, 4).toLowerCase() === 'sip:';
}

/** The first Contact of a message that is a SIP URI without TLS. */
export function plainContactOf({ message }: FlowMessage): SipUri | undefined {
  for (const contact of message.valuesOf('Contact')) {
    const uri = contact.kind === 'name-addr' ? contact.uri : undefined;
    if (uri?.kind === 'sip' && !uri.secure) return uri;
  }
  return undefined;
}

export function schemeRange({ start, scheme }: SipUri): Range {
  return { start, end: start + scheme.length };
}
