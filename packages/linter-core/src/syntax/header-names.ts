import { HEADER_FIELDS, lookupHeader } from '../registry/headers.js';
import type { HeaderDefinition } from '../registry/types.js';
import type { CodeUnits } from './code-units.js';
import { type FieldGrammar, fieldGrammarOf } from './values/field-grammars.js';
import { WordTable } from './word-table.js';

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
  /** Position in the table of header fields; -1 for an unregistered field. */
  readonly ordinal: number;
}

const ORDINALS: ReadonlyMap<HeaderDefinition, number> = new Map(HEADER_FIELDS.map((field, index) => [field, index]));

/** Names in the spellings that nearly all messages use. */
const COMMON_SPELLINGS = new WordTable<HeaderName>(spellings());

/** The name `[start, end)`, which is not empty, in a common spelling; undefined for any other. */
export function headerNameAt(units: CodeUnits, start: number, end: number): HeaderName | undefined {
  return COMMON_SPELLINGS.find(units, start, end);
}

export function headerName(name: string): HeaderName {
  return namedBy(name, lookupHeader(name));
}

/** The field that a malformed name means: `Content Type` counts as Content-Type, so that it is not also missing. */
export function mendedHeaderName(name: string): HeaderName {
  return namedBy(name, lookupHeader(name.replaceAll(' ', '-')));
}

/** A name as written, with its registration. */
export function namedBy(name: string, definition: HeaderDefinition | undefined): HeaderName {
  const canonicalName = definition ? definition.name : name.toLowerCase();
  const ordinal = (definition && ORDINALS.get(definition)) ?? -1;
  return { name, canonicalName, definition, grammar: fieldGrammarOf(definition), bit: bitOf(canonicalName), ordinal };
}

function* spellings(): Generator<readonly [string, HeaderName]> {
  for (const definition of HEADER_FIELDS) {
    yield [definition.name, namedBy(definition.name, definition)];
    if (definition.compact !== undefined) yield [definition.compact, namedBy(definition.compact, definition)];
  }
}

function bitOf(canonicalName: string): number {
  let sum = 0;
  for (let at = 0; at < canonicalName.length; at++) sum = (sum * 31 + canonicalName.charCodeAt(at)) % 0x1000000;
  return 1 << (sum % 31);
}
