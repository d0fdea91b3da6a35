import { HEADER_FIELDS, lookupHeader } from '../registry/headers.js';
import type { HeaderDefinition } from '../registry/types.js';
import { type FieldGrammar, fieldGrammarOf } from './values/field-grammars.js';

/** A header field name in one spelling, with what the registry knows of it. */
export interface HeaderName {
  /** As written. */
  readonly name: string;
  /** The registered long name, or the name in lower case for an unregistered field. */
  readonly canonicalName: string;
  readonly definition: HeaderDefinition | undefined;
  readonly grammar: FieldGrammar;
  /** One of 31 bits, by the canonical name. */
  readonly bit: number;
}

const SLOTS = 512;

/** Names in the spellings that nearly all messages use, by length and outer letters: found without making a string. */
const COMMON_SPELLINGS = spellings();

/** The name at `[start, end)`. */
export function headerNameAt(text: string, start: number, end: number): HeaderName {
  const candidates = COMMON_SPELLINGS[slotOf(text, start, end)];
  if (candidates) {
    for (const candidate of candidates) {
      if (candidate.name.length === end - start && text.startsWith(candidate.name, start)) return candidate;
    }
  }
  const name = text.slice(start, end);
  return namedBy(name, lookupHeader(name));
}

/** The field that a malformed name means: `Content Type` counts as Content-Type, so that it is not also missing. */
export function mendedHeaderName(name: string): HeaderName {
  return namedBy(name, lookupHeader(name.replaceAll(' ', '-')));
}

/** A name as written, with its registration. */
export function namedBy(name: string, definition: HeaderDefinition | undefined): HeaderName {
  const canonicalName = definition ? definition.name : name.toLowerCase();
  return { name, canonicalName, definition, grammar: fieldGrammarOf(definition), bit: bitOf(canonicalName) };
}

function slotOf(text: string, start: number, end: number): number {
  return ((end - start) * 61 + text.charCodeAt(start) * 8 + text.charCodeAt(end - 1)) & (SLOTS - 1);
}

function spellings(): readonly (readonly HeaderName[])[] {
  const slots: HeaderName[][] = Array.from({ length: SLOTS }, () => []);
  for (const definition of HEADER_FIELDS) {
    for (const name of [definition.name, definition.compact]) {
      if (name !== undefined) slots[slotOf(name, 0, name.length)]?.push(namedBy(name, definition));
    }
  }
  return slots;
}

function bitOf(canonicalName: string): number {
  let sum = 0;
  for (let at = 0; at < canonicalName.length; at++) sum = (sum * 31 + canonicalName.charCodeAt(at)) % 0x1000000;
  return 1 << (sum % 31);
}
