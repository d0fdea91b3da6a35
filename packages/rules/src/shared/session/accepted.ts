import {
  type HeaderField,
  type MediaTypeValue,
  type Param,
  paramOf,
  type SipMessage,
  type TokenValue,
} from '@siplint/core';

// What the sender of a message takes, by its Accept and Accept-Encoding (RFC 3261 §20.1, §20.2).

/**
 * True if Accept admits a media type: `type/subtype` in lower case. Without Accept it is application/sdp. True also where a
 * value did not parse, as it may be that one.
 */
export function admitsType(message: SipMessage, essence: string): boolean {
  const accept = message.field('Accept');
  if (!accept) return essence === 'application/sdp';
  const type = essence.slice(0, essence.indexOf('/'));
  return admits(accept, ({ essence: range }: MediaTypeValue) => range, [essence, `${type}/*`, '*/*']);
}

/** True if Accept names multipart types in some way. */
export function admitsMultipart(message: SipMessage): boolean {
  for (const range of message.valuesOf('Accept')) {
    if (!isExcluded(range) && (range.essence === '*/*' || range.essence.startsWith('multipart/'))) return true;
  }
  return false;
}

/** True if Accept-Encoding admits a content coding, in lower case; without one it is identity. */
export function admitsCoding(message: SipMessage, coding: string): boolean {
  const accept = message.field('Accept-Encoding');
  if (!accept) return coding === 'identity';
  return admits(accept, ({ token }: TokenValue) => token.text.toLowerCase(), [coding, '*']);
}

/** Goes by the first of some names, from the most specific to the least, that the field has. */
function admits<Value extends { readonly params: readonly Param[] }>(
  field: HeaderField<Value>,
  nameOf: (value: Value) => string,
  names: readonly string[],
): boolean {
  const isListed = new Map<string, boolean>();
  for (let row: HeaderField<Value> | undefined = field; row; row = row.nextOfName) {
    for (const { value } of row.values) {
      if (!value) return true;
      const name = nameOf(value);
      isListed.set(name, isListed.get(name) === true || !isExcluded(value));
    }
  }
  const best = names.find((name) => isListed.has(name));
  return best !== undefined && isListed.get(best) === true;
}

/** True for what is listed as not wanted: with a qvalue of 0. */
function isExcluded(value: { readonly params: readonly Param[] }): boolean {
  return Number(paramOf(value, 'q')?.value ?? 1) === 0;
}
