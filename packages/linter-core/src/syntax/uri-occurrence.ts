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
  const requestUri = requestUriOf(message);
  if (requestUri) found.push(requestUri);
  for (const field of message.fields) {
    if (!holdsAddresses(field)) continue;
    for (const { value } of field.values) {
      const occurrence = value && uriOf(value, field);
      if (occurrence) found.push(occurrence);
    }
  }
  return found;
}

export function requestUriOf(message: SipMessage): UriOccurrence | undefined {
  const line = message.startLine;
  const uri = line.kind === 'request' ? line.requestUri.value : undefined;
  return uri && { uri, message, field: undefined, nameAddr: undefined };
}

/** The URI of a value of a field that holds addresses. */
export function uriOf(value: Address, field: HeaderField): UriOccurrence | undefined {
  const { message } = field;
  if (!('kind' in value)) return { uri: value.uri, message, field, nameAddr: undefined };
  return value.kind === 'name-addr' && value.uri ? { uri: value.uri, message, field, nameAddr: value } : undefined;
}

export function holdsAddresses(field: HeaderField): field is HeaderField<Address> {
  return field.grammar.holdsAddresses;
}
