import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeUnitsOf } from '../../../src/syntax/code-units.js';
import { GENERIC_PARAMS, readParam, readParams } from '../../../src/syntax/values/params.js';
import { readPlainParam } from '../../../src/syntax/values/plain-param.js';
import { Reader } from '../../../src/syntax/values/reader.js';
import { plainNode } from '../plain-node.js';
import { type Case, itReads, paramsOf, rowOf } from './row.js';

const A = '<sip:a@b>';

const VALID: Case[] = [
  [`${A};x`],
  [`${A};x=1`],
  [`${A} ; tag = 1x9k2m ; foo="a;b,c"`],
  [`${A}\r\n ;\r\n\tx\r\n = \r\n y`],
  [`${A};-.!%*_+\`'~=-.!%*_+\`'~`],
  [`${A};x=[2001:db8::1]`],
  [`${A};x=192.0.2.1`],
  [`${A};x=""`],
  [`${A};x="\\"\\\\"`],
  [`${A};x="é \u{1f600}"`],
  [`${A};+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>"`],
  [`${A};x=\ufdd0\ufdd0`],
];

const INVALID: Case[] = [
  [`${A};`, ['param.empty', ';']],
  [`${A}; `, ['param.empty', ';']],
  [`${A};;x`, ['param.empty', ';']],
  [`${A};x;;;y`, ['param.empty', ';;']],
  [`${A};;x; ;`, ['param.empty', ';'], ['param.empty', '; ;']],
  [`${A};x=`, ['param.value-missing', 'x=']],
  [`${A};x= ;y`, ['param.value-missing', 'x=']],
  [`${A};x=a/b`, ['param.value-malformed', 'a/b']],
  [`${A};x=a:b`, ['param.value-malformed', 'a:b']],
  [`${A};x=a b;y`, ['param.value-malformed', 'a b']],
  [`${A};x=a y=b`, ['param.value-malformed', 'a y=b']],
  [`${A};x="a"b`, ['param.value-malformed', '"a"b']],
  [`${A};x=[g]`, ['param.value-malformed', '[g]']],
  [`${A};x=[1::2::3]`, ['param.value-malformed', '[1::2::3]']],
  [`${A};x=[::192.0.2.256]`, ['param.value-malformed', '[::192.0.2.256]']],
  [`${A};x=[1:2]`],
  [`${A};x=[::192.0.2.1]`],
  [`${A};x=é`, ['param.value-malformed', 'é']],
  [`${A};a b`, ['param.name-malformed', 'a b']],
  [`${A};a@b=c;d`, ['param.name-malformed', 'a@b=c']],
  [`${A};=x`, ['param.name-malformed', '=x']],
  [`${A};"x"`, ['param.name-malformed', '"x"']],
  [`${A};x="a`, ['quoted-string.unterminated', '"a']],
  [`${A};x="\\é"`, ['quoted-pair.invalid', '\\é']],
  [`${A};x=1;X=2;y;x`, ['param.duplicate', 'X=2'], ['param.duplicate', 'x']],
  [`${A};x=;x=`, ['param.value-missing', 'x='], ['param.value-missing', 'x=']],
];

describe('generic-param', () => {
  itReads('To', VALID);
  itReads('To', INVALID);

  it('gives names and values with their ranges', () => {
    const field = rowOf('To', `${A}; Foo = "a;b" ;BAR;x=y`);
    const { text } = field.message;
    assert.deepEqual(
      field.value?.params.map((param) => [
        param.name,
        param.key,
        param.value,
        param.quoted,
        text.slice(param.start, param.end),
        text.slice(param.start, param.nameEnd),
        text.slice(param.valueStart, param.end),
      ]),
      [
        ['Foo', 'foo', '"a;b"', true, 'Foo = "a;b"', 'Foo', '"a;b"'],
        ['BAR', 'bar', undefined, false, 'BAR', 'BAR', ''],
        ['x', 'x', 'y', false, 'x=y', 'x', 'y'],
      ],
    );
  });

  it('keeps what it read of a broken list', () => {
    const field = rowOf('To', `${A};x=a/b;;y=1`);
    assert.equal(field.value, undefined);
    assert.deepEqual(paramsOf(field.values[0]?.partial), [
      ['x', 'a/b'],
      ['y', '1'],
    ]);
  });

  it('finds repeated names among many', () => {
    const names = Array.from({ length: 100 }, (_, index) => `p${index}`);
    itFinds([...names, 'P7', 'p99'], ['P7', 'p99']);
    itFinds(names, []);
  });

  it('reads a plain parameter as it would any other', () => {
    const piece = fc.constantFrom(...';=, "[]:%aB9-.\t', 'tag', 'x=1', '\ufdd0', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
        const text = `;${parts.join('')}`;
        const plain = readPlainParam(text, codeUnitsOf(text), 0, text.length);
        if (!plain) return;
        const reader = new Reader(text, 1, text.length);
        assert.deepEqual(plainNode(readParam(reader)), plainNode(plain));
        assert.deepEqual(reader.issues, []);
        assert.equal(reader.pos, plain.end);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the codes and the rule for flags of its options', () => {
    const codes = { ...GENERIC_PARAMS.codes, valueMissing: 'a.b' };
    const reader = new Reader(';x;y=1', 0, 6);
    readParams(reader, { codes, valueRequired: true });
    assert.deepEqual(
      reader.issues.map(({ code, start, end }) => [code, start, end]),
      [['a.b', 1, 2]],
    );
  });
});

function itFinds(names: readonly string[], repeated: readonly string[]): void {
  const text = names.map((name) => `;${name}`).join('');
  const reader = new Reader(text, 0, text.length);
  assert.equal(readParams(reader).length, names.length);
  assert.deepEqual(
    reader.issues.map(({ code, start, end, tolerated }) => [code, text.slice(start, end), tolerated]),
    repeated.map((name) => ['param.duplicate', name, true]),
  );
}
