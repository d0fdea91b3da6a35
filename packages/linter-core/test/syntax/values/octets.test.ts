import assert from 'node:assert/strict';
import { utf8SequenceLength } from '../../../src/syntax/octets.js';
import { issuesOf, itReads, rowOf } from './row.js';

/** Octets of a text in UTF-8, one code unit each, as a file that is not UTF-8 is read. */
function octets(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

describe('control characters', () => {
  itReads('Subject', [
    ['lunch\ttoday'],
    ['lun\u0000ch', ['value.control-character', '\u0000']],
    ['a\u0007b\u0008c', ['value.control-character', '\u0007']],
    ['"a\\\u0007b"', ['value.control-character', '\u0007']],
    ['del\u007f', ['value.control-character', '\u007f']],
    ['\u0080 is no octet here'],
  ]);
  itReads('WWW-Authenticate', [
    ['Digest realm="a\\\u0000b"'],
    ['Digest realm="a\u0000b"', ['value.control-character', '\u0000']],
    ['Digest realm="a\\\\\u0000b"', ['value.control-character', '\u0000']],
    ['Digest realm="a"; \u0001x', ['value.control-character', '\u0001']],
    ['Digest realm=a\u0001x', ['value.control-character', '\u0001']],
    ['NTLM x="\u0001"', ['value.control-character', '\u0001']],
    ['NTLM \u0001', ['value.control-character', '\u0001']],
  ]);
  itReads('Retry-After', [['5 (a\\\u0001) '], ['5 (a\u0001)', ['value.control-character', '\u0001']]]);
  itReads('User-Agent', [['x (a\\\u0001)'], ['x "\\\u0001"', ['value.control-character', '\u0001']]]);
  itReads('Call-ID', [['"a\\\u0001"', ['value.control-character', '\u0001']]]);
  itReads('Replaces', [
    ['a"b;x="\\\u0001";y'],
    ['"a;x="\\\u0001", "b;x="\\\u0001"'],
    ['"a\\\u0001";to-tag=x', ['value.control-character', '\u0001']],
    ['a;x="\u0001"', ['value.control-character', '\u0001']],
  ]);
  itReads('X-Unknown', [['"a\\\u0001"'], ['a\u0001', ['value.control-character', '\u0001']]]);

  it('are counted and named', () => {
    const data = (value: string) => rowOf('Subject', value).issues[0]?.data;
    assert.deepEqual(data('a\u0000b\u0007'), { count: 2, name: 'NUL' });
    assert.deepEqual(data('\u0007'), { count: 1, name: 'U+0007' });
    assert.deepEqual(data('x\u007f'), { count: 1, name: 'DEL' });
  });
});

describe('octets that are no UTF-8', () => {
  const table: [name: string, value: string, ...issues: [string, string][]][] = [
    ['Subject', octets('café €😀')],
    ['Subject', 'caf\u00e9', ['value.invalid-utf8', '\u00e9']],
    ['Subject', `${octets('é')}\u00e9 \u00fc`, ['value.invalid-utf8', '\u00e9']],
    ['X-Unknown', 'caf\u00e9', ['value.invalid-utf8', '\u00e9']],
    ['X-Unknown', octets('café')],
    ['P-Charging-Vector', 'icid-value=\u00e9', ['value.invalid-utf8', '\u00e9']],
    ['WWW-Authenticate', 'Digest realm="\u00e9"', ['value.invalid-utf8', '\u00e9']],
    ['WWW-Authenticate', `Digest realm="${octets('é')}"`],
    ['WWW-Authenticate', 'Digest realm="\u00e9', ['value.invalid-utf8', '\u00e9']],
    ['WWW-Authenticate', 'Digest realm="\\\u00e9"', ['value.invalid-utf8', '\u00e9']],
    ['WWW-Authenticate', `Digest realm="\\${octets('é')}"`, ['quoted-pair.invalid', '\\\u00c3']],
    ['Server', 'x (\u00e9)', ['value.invalid-utf8', '\u00e9']],
    ['Supported', 'caf\u00e9', ['token-list.malformed', '\u00e9']],
    ['Supported', octets('café'), ['token-list.malformed', octets('é')]],
    ['Call-ID', 'caf\u00e9@host', ['call-id.invalid-character', '\u00e9']],
    ['Call-ID', '"caf\u00e9"', ['call-id.invalid-character', '\u00e9']],
  ];
  for (const [name, value, ...issues] of table) {
    it(`${name}: ${JSON.stringify(value)}`, () => assert.deepEqual(issuesOf(rowOf(name, value, 'bytes')), issues));
  }

  it('are shown as numbers', () => {
    assert.deepEqual(rowOf('Subject', '\u00e9', 'bytes').issues[0]?.data, { octet: '0xE9' });
  });

  it('are those of RFC 3629', () => {
    const length = (sequence: string) => utf8SequenceLength(sequence, 0, sequence.length);
    assert.equal(length('\xc2\x80'), 2);
    assert.equal(length('\xe0\xa0\x80'), 3);
    assert.equal(length('\xed\x9f\xbf'), 3);
    assert.equal(length('\xf4\x8f\xbf\xbf'), 4);
    const invalid = [
      '\x80',
      '\xc1\xbf',
      '\xc2',
      '\xc2\x41',
      '\xe0\x9f\x80',
      '\xed\xa0\x80',
      '\xe2\x82',
      '\xf0\x8f\x80\x80',
      '\xf4\x90\x80\x80',
      '\xf8\x88\x80\x80\x80',
      '\xff',
    ];
    for (const sequence of invalid) assert.equal(length(sequence), 0, JSON.stringify(sequence));
  });
});
