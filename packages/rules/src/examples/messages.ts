import { type Example, type ExampleFile, exampleText, lookupHeader, stripMarks, utf8Length } from '@siplint/core';
import { requestDefaults } from './requests.js';
import { responseDefaults } from './responses.js';

/** A header field's value, one value for each of its rows, or null for none. Values may hold marks. */
type FieldValue = string | number | null | readonly (string | number)[];

/**
 * How an example departs from the default message: header fields by name, with the marks of `<|` and `|>` where a finding
 * stands. A field that the default message has is replaced in its place, in the spelling given here (so `v` replaces `Via`);
 * others come before Content-Type, or behind Max-Forwards if they are for routing.
 */
export interface Changes {
  /** The whole first line. */
  readonly startLine?: string;
  /** Null takes the default body away, with its Content-Type. Line ends may be LF. */
  readonly body?: string | null;
  /** Lines as they are, before Content-Type. */
  readonly rows?: readonly string[];
  readonly [field: string]: FieldValue | undefined;
}

/** The parts of a message from which changes start. */
export interface DefaultMessage {
  readonly startLine: string;
  /** Without Content-Length, which follows from the body. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** A request that no rule finds fault with, changed as told. */
export function request(method: string, changes: Changes = {}): Example {
  return lazily(() => compose(requestDefaults(method), changes));
}

/** A response to the default request of a method that no rule finds fault with, changed as told. */
export function response(statusCode: number, method: string, changes: Changes = {}): Example {
  return lazily(() => compose(responseDefaults(statusCode, method), changes));
}

export const ack = (changes?: Changes): Example => request('ACK', changes);
export const bye = (changes?: Changes): Example => request('BYE', changes);
export const cancel = (changes?: Changes): Example => request('CANCEL', changes);
export const invite = (changes?: Changes): Example => request('INVITE', changes);
export const options = (changes?: Changes): Example => request('OPTIONS', changes);
export const register = (changes?: Changes): Example => request('REGISTER', changes);
/** A 200 response. */
export const ok = (method: string, changes?: Changes): Example => response(200, method, changes);

/** A file of several messages, or of directives and comments between them. */
export function file(...parts: readonly Example[]): Example {
  const facts = parts.filter((part) => typeof part !== 'string');
  return lazily(() => parts.map(exampleText).join(''), {
    isRaw: facts.some(({ isRaw }) => isRaw),
    encoding: facts.some(({ encoding }) => encoding === 'bytes') ? 'bytes' : 'utf-8',
  });
}

/** An example with its text rewritten: for what a header field or a first line cannot say. */
export function altered(
  example: Example,
  alter: (text: string) => string,
  facts: Omit<ExampleFile, 'text'> = {},
): Example {
  return lazily(() => alter(exampleText(example)), facts);
}

/** A line between messages: a directive, a comment, a separator. */
export function line(text: string): Example {
  return `${text}\r\n`;
}

/** Examples are many and a run needs none of them, so a text is made when it is first asked for. */
function lazily(make: () => string, facts: Omit<ExampleFile, 'text'> = {}): Example {
  let made: string | undefined;
  return {
    ...facts,
    get text() {
      made ??= make();
      return made;
    },
  };
}

type Row = readonly [name: string, value: string | number];

function compose(defaults: DefaultMessage, changes: Changes): string {
  const { startLine = defaults.startLine, body = defaults.body, rows = [], ...fields } = changes;
  const payload = (body ?? '').replace(/\r?\n/g, '\r\n');
  const length = utf8Length(stripMarks(payload));
  const kept = payload === '' ? defaults.fields.filter(([name]) => !name.startsWith('Content-')) : defaults.fields;
  const changed = changedRows([...kept, ['Content-Length', String(length)]], fields);
  const lines = changed.map(([name, value]) => `${name}:${value === '' ? '' : ' '}${value}`);
  lines.splice(placeOfNew(changed, ''), 0, ...rows);
  return `${[startLine, ...lines].join('\r\n')}\r\n\r\n${payload}`;
}

function changedRows(defaults: readonly Row[], fields: Readonly<Record<string, FieldValue | undefined>>): Row[] {
  let rows = [...defaults];
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const canonical = canonicalName(name);
    const values = Array.isArray(value) ? value : value === null ? [] : [value];
    const replacement = values.map((one: string | number): Row => [name, one]);
    const place = rows.findIndex(([other]) => canonicalName(other) === canonical);
    rows = rows.filter(([other]) => canonicalName(other) !== canonical);
    rows.splice(place < 0 ? placeOfNew(rows, canonical) : place, 0, ...replacement);
  }
  return rows;
}

const ROUTING_FIELDS: ReadonlySet<string> = new Set([
  'Route',
  'Record-Route',
  'Proxy-Require',
  'Proxy-Authorization',
  'Path',
]);

function placeOfNew(rows: readonly Row[], canonical: string): number {
  const names = rows.map(([name]) => canonicalName(name));
  if (canonical === 'Via') return 0;
  if (canonical === 'Max-Forwards' || ROUTING_FIELDS.has(canonical)) {
    return Math.max(names.indexOf('Via'), names.indexOf('Max-Forwards')) + 1;
  }
  if (canonical === 'Content-Length') return rows.length;
  const content = names.findIndex((name) => name.startsWith('Content-'));
  return content < 0 ? rows.length : content;
}

function canonicalName(name: string): string {
  const plain = stripMarks(name);
  return lookupHeader(plain)?.name ?? plain.toLowerCase();
}
