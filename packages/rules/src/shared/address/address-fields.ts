import type { HeaderField } from '@siplint/core';

/** True for the Request-URI, which stands in no header field, and for the fields of RFC 3261 whose address a peer may use. */
export function isAddressField(field: HeaderField | undefined): boolean {
  switch (field?.canonicalName) {
    case undefined:
    case 'From':
    case 'To':
    case 'Contact':
    case 'Reply-To':
    case 'Route':
    case 'Record-Route':
      return true;
    default:
      return false;
  }
}
