import { type FixPlan, insertAt } from '@siplint/core';

/** A user at a host, or a host with a dot, each with a port or without: what is a SIP URI behind "sip:". */
const NAMED_ADDRESS = /^(?:[-\w.+!~*']+@[a-z0-9]|[a-z0-9]+\.)[a-z0-9.-]*[a-z](?::[1-9]\d{0,3})?$/i;
/** The same with an IPv4 address. */
const NUMERIC_ADDRESS = /^(?:[-\w.+!~*']+@)?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?::[1-9]\d{0,3})?$/;
/** Labels of a host that the first pattern lets pass: empty, with a hyphen at an edge, or a last one that starts with a digit. */
const BAD_LABEL = /\.\.|\.-|-\.|\.\d[^.]*$/;

/** Writes "sip:" before what stands at an offset, if that makes a URI of it. */
export function prefixSip(offset: number, found: string): FixPlan | undefined {
  const isAddress = NUMERIC_ADDRESS.test(found) || (NAMED_ADDRESS.test(found) && !BAD_LABEL.test(hostOf(found)));
  return isAddress ? { title: 'Prefix sip:', edits: [insertAt(offset, 'sip:')] } : undefined;
}

/**
 * True of a text that begins as a URI does. Where it is reported as one without a scheme, it is a host with its port: an
 * absoluteURI of RFC 3261 §25.1 too, if hardly ever meant as one.
 */
export function hasSchemeByGrammar(found: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(found);
}

function hostOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}
