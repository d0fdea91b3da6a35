import assert from 'node:assert/strict';
import { lookupHeader } from '../../../src/registry/headers.js';
import { HeaderField } from '../../../src/syntax/header-field.js';
import { namedBy } from '../../../src/syntax/header-names.js';
import type { HeaderValueTypes } from '../../../src/syntax/header-value-types.js';
import { SipMessage } from '../../../src/syntax/message.js';
import type { Param } from '../../../src/syntax/nodes.js';
import { SourceText } from '../../../src/text/source-text.js';

/** A header field row on its own, as the frame parser would make it of `name: value`. */
export function rowOf<Name extends keyof HeaderValueTypes>(
  name: Name,
  value: string,
  encoding?: 'utf-8' | 'bytes',
): HeaderField<HeaderValueTypes[Name]>;
export function rowOf(name: string, value: string, encoding?: 'utf-8' | 'bytes'): HeaderField;
export function rowOf(name: string, value: string, encoding: 'utf-8' | 'bytes' = 'utf-8'): HeaderField {
  const text = `${name}: ${value}\r\n`;
  const source = SourceText.fromString(text, encoding);
  const message = new SipMessage(source, 0, text, { kind: 'unrecognized', start: 0, end: 0, issues: [] });
  message.headerEnd = text.length;
  const end = text.length - 2;
  const start = Math.min(name.length + 2, end);
  const field = new HeaderField(message, namedBy(name, lookupHeader(name)), 0, start, end, text.length, true);
  message.addField(field);
  return field;
}

/** The issues of a row as pairs of code and marked text. */
export function issuesOf(field: HeaderField): [code: string, marked: string][] {
  return field.issues.map(({ code, start, end }) => [code, field.message.text.slice(start, end)]);
}

/** A value of a header field, and the code and marked text of each issue it gives. */
export type Case = [value: string, ...issues: [code: string, marked: string][]];

/** Declares a test for each value of a table. */
export function itReads(name: string, cases: readonly Case[]): void {
  for (const [value, ...issues] of cases) {
    it(`${name}: ${JSON.stringify(value)}`, () => assert.deepEqual(issuesOf(rowOf(name, value)), issues));
  }
}

/** The parameters of a node as pairs of name and value. */
export function paramsOf(node: { readonly params: readonly Param[] } | undefined): [string, string | undefined][] {
  return (node?.params ?? []).map(({ name, value }) => [name, value]);
}
