import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HeaderField } from '../../../src/syntax/header-field.js';
import { ISSUE_CODES } from '../../../src/syntax/issue-codes.js';
import type { Param } from '../../../src/syntax/nodes.js';
import type { Range } from '../../../src/text/range.js';
import { rowOf } from './row.js';

const NAMES = ['From', 'Reply-To', 'Refer-To', 'P-Asserted-Identity', 'Contact', 'Route', 'Call-Info', 'Via'] as const;

const PIECE = fc.constantFrom(
  ...[
    '<',
    '>',
    '<sip:',
    'sip:',
    'sips:',
    'tel:',
    'http://',
    '@',
    'bob',
    'a.b',
    '192.0.2.1',
    '[::1]',
    '::1',
    ':',
    '5060',
    '/',
  ],
  ...[
    ';',
    ',',
    '=',
    '?',
    '&',
    '"',
    '\\',
    '%',
    '%41',
    '#',
    '*',
    '(',
    'lr',
    'tag=',
    'q=',
    'expires=',
    'branch=',
    'received=',
  ],
  ...[
    'SIP/2.0/UDP ',
    'maddr=',
    'transport=',
    'ttl=',
    ' ',
    '\t',
    '\r\n ',
    '\u00e9',
    '\ud83d\ude00',
    '\ufdd0',
    '_',
    '-',
    '.',
  ],
);
const VALUE = fc
  .array(fc.oneof(PIECE, fc.string({ maxLength: 3 })), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.join('').trim())
  .filter((value) => value !== '');

/** The parts of a value that are nodes, whatever their type. */
function* nodesIn(value: object): Generator<Range & object> {
  for (const part of Object.values(value)) {
    if (typeof part !== 'object' || part === null) continue;
    if (Array.isArray(part)) yield* part;
    else yield part;
  }
}

function assertNested(outer: Range & object, text: string): void {
  assert.ok(outer.start <= outer.end);
  if ('text' in outer) assert.equal(outer.text, text.slice(outer.start, outer.end));
  for (const node of nodesIn(outer)) {
    assert.ok(outer.start <= node.start && node.end <= outer.end, `${node.start} is outside`);
    assertNested(node, text);
  }
}

function assertParams(params: readonly Param[], text: string): void {
  for (const { start, end, name, key, value, nameEnd, valueStart } of params) {
    assert.equal(name, text.slice(start, nameEnd));
    assert.equal(key, name.toLowerCase());
    assert.equal(value ?? '', text.slice(valueStart, end));
  }
}

function assertSound(field: HeaderField<object>): void {
  const { text } = field.message;
  let at = field.valueStart;
  for (const { start, end, value, partial } of field.values) {
    assert.ok(at <= start && start <= end && end <= field.valueEnd);
    at = end;
    if (value) assert.equal(value, partial);
    if (!partial) continue;
    assertNested({ ...partial, start, end }, text);
    if ('params' in partial) assertParams(partial.params as Param[], text);
  }
  let issueEnd = field.valueStart;
  for (const issue of [...field.issues].sort((a, b) => a.start - b.start || a.end - b.end)) {
    assert.ok(Object.hasOwn(ISSUE_CODES, issue.code), issue.code);
    assert.ok(issueEnd <= issue.start && issue.start <= issue.end && issue.end <= field.valueEnd, issue.code);
    issueEnd = issue.end;
  }
}

describe('fields of addresses and Via', () => {
  for (const name of NAMES) {
    it(`${name}: any value gives nodes that nest and issues that do not overlap`, () => {
      fc.assert(
        fc.property(VALUE, (value) => assertSound(rowOf(name, value))),
        { numRuns: 1500 },
      );
    });
  }

  // Nothing recurses on the length of a value, and time that grows with its square would run into the timeout.
  for (const name of ['From', 'Contact', 'Call-Info', 'Via'] as const) {
    it(`${name}: reads long values of hostile shapes`, () => {
      for (const piece of [
        '<',
        '"',
        ';',
        ',',
        ' ',
        ';a=b',
        '<sip:a@b>,',
        'a,',
        ';a"',
        '@',
        '%',
        ':',
        'a<',
        '&a=b',
        '\\"',
      ]) {
        for (const prefix of ['', 'sip:', '<sip:a@b;', 'SIP/2.0/UDP h;']) {
          const field = rowOf(name, `${prefix}${piece.repeat(40_000 / piece.length)}x`);
          assert.ok(field.values.length > 0 || field.issues.length > 0);
        }
      }
    });
  }
});
