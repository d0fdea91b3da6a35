import type { JsonSchema } from '../engine/rule.js';

// Pieces of JSON Schema that say in `errorMessage` what is expected; our errors quote it, and so do some editors.

export function record(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const keys = Object.keys(properties).filter((key) => key !== '$schema');
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    errorMessage: `an object with ${quoted(keys)}`,
  };
}

export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items, errorMessage: `a list, as in ["…"]` };
}

/** A value or a list of them. `if` instead of `anyOf`, so that an error is about the form that was meant. */
export function oneOrMany(item: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { type: 'array' }, then: { items: item }, else: item };
}

export function numberOrRange(pattern: string, minimum: number, maximum: number, errorMessage: string): JsonSchema {
  const number = { type: 'integer', minimum, maximum, errorMessage };
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { type: 'string' }, then: { pattern, errorMessage }, else: number };
}

export function boolean(description: string): JsonSchema {
  return { type: 'boolean', description, errorMessage: 'true or false' };
}

export function wholeNumber(description: string): JsonSchema {
  return { type: 'integer', minimum: 1, description, errorMessage: 'a whole number from 1' };
}

export function string(description: string): JsonSchema {
  return { type: 'string', description, errorMessage: 'a text' };
}

export function nonEmptyString(expected: string): JsonSchema {
  return { type: 'string', pattern: '.', errorMessage: expected };
}

export function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

export function legend(meanings: Readonly<Record<string, string>>): string {
  return Object.entries(meanings)
    .map(([word, meaning]) => `${word}: ${meaning}.`)
    .join(' ');
}
