import type { HeaderField } from './header-field.js';
import type { SipMessage } from './message.js';
import type { ContactValue, InfoUri, NameAddr, Uri } from './nodes.js';

/** A URI and the place it stands in. */
export interface UriOccurrence {
  readonly uri: Uri;
  readonly message: SipMessage;
  /** The header field it stands in; undefined for the Request-URI. */
  readonly field: HeaderField | undefined;
  /** The address around it, where there is one. */
  readonly nameAddr: NameAddr | undefined;
}

type Address = NameAddr | ContactValue | InfoUri;

/** The URIs of a message that parsed: the Request-URI, then the addresses of its header fields in order. */
export function urisOf(message: SipMessage): UriOccurrence[] {
  const found: UriOccurrence[] = [];
  const line = message.startLine;
  if (line.kind === 'request' && line.requestUri.value) {
    found.push({ uri: line.requestUri.value, message, field: undefined, nameAddr: undefined });
  }
  for (const field of message.fields) {
    if (!holdsAddresses(field)) continue;
    for (const { value } of field.values) {
      if (!value) continue;
      if (!('kind' in value)) found.push({ uri: value.uri, message, field, nameAddr: undefined });
      else if (value.kind === 'name-addr' && value.uri) {
        found.push({ uri: value.uri, message, field, nameAddr: value });
      }
    }
  }
  return found;
}

function holdsAddresses(field: HeaderField): field is HeaderField<Address> {
  switch (field.definition?.grammar) {
    case 'from-to':
    case 'contact':
    case 'route':
    case 'name-addr':
    case 'name-addr-list':
    case 'info-uri-list':
      return true;
    default:
      return false;
  }
}
