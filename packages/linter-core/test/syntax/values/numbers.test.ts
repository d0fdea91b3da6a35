import assert from 'node:assert/strict';
import { itReads, paramsOf, rowOf } from './row.js';

describe('Content-Length', () => {
  itReads('Content-Length', [
    ['0'],
    ['0000150'],
    ['-999', ['content-length.not-digits', '-999']],
    ['0x10', ['content-length.not-digits', '0x10']],
    ['1.5', ['content-length.not-digits', '1.5']],
    ['150, 150', ['content-length.not-digits', '150, 150']],
    ['1 50', ['content-length.not-digits', '1 50']],
    ['\u0661', ['content-length.not-digits', '\u0661']],
  ]);

  it('gives the number', () => {
    assert.deepEqual(rowOf('Content-Length', '0000150').value, { start: 16, end: 23, text: '0000150', value: 150 });
  });

  it('does not know the number of a placeholder', () => {
    const field = rowOf('Content-Length', '\ufdd0\ufdd0\ufdd0');
    assert.deepEqual(field.issues, []);
    assert.equal(field.value?.value, undefined);
  });
});

describe('Max-Forwards', () => {
  itReads('Max-Forwards', [
    ['0'],
    ['0068'],
    ['255'],
    ['256', ['max-forwards.out-of-range', '256']],
    ['99999999999999999999999', ['max-forwards.out-of-range', '99999999999999999999999']],
    ['-1', ['max-forwards.not-digits', '-1']],
    ['70 hops', ['max-forwards.not-digits', '70 hops']],
  ]);
});

describe('delta-seconds', () => {
  itReads('Expires', [
    ['3600'],
    ['0'],
    ['4294967295'],
    ['0000000004294967295'],
    ['4294967296', ['delta-seconds.too-large', '4294967296']],
    ['1000000000000000000000000', ['delta-seconds.too-large', '1000000000000000000000000']],
    ['Thu, 01 Dec 1994 16:00:00 GMT', ['delta-seconds.not-digits', 'Thu, 01 Dec 1994 16:00:00 GMT']],
    ['3600;x', ['delta-seconds.not-digits', '3600;x']],
  ]);
  itReads('Min-Expires', [['60'], ['60s', ['delta-seconds.not-digits', '60s']]]);
});

describe('digits', () => {
  itReads('RSeq', [['988789'], ['-1', ['class.digits-malformed', '-1']], ['1 2', ['class.digits-malformed', '1 2']]]);
});

describe('Retry-After', () => {
  itReads('Retry-After', [
    ['5'],
    ['0'],
    ['18000;duration=3600'],
    ["120 (I'm in a meeting)"],
    ['120(a (b (c)) \\) \\() ; duration = 60 ;x="y"'],
    ['120 ( a\r\n b )'],
    ['Sat, 13 Nov 2010 23:29:00 GMT', ['retry-after.not-digits', 'Sat, 13 Nov 2010 23:29:00 GMT']],
    ['-1', ['retry-after.not-digits', '-1']],
    ['120 (in a meeting', ['comment.unbalanced', '(in a meeting']],
    ['120 (in (a) meeting;duration=3', ['comment.unbalanced', '(in (a) meeting;duration=3']],
    ['120 (a\\', ['comment.unbalanced', '(a\\']],
    ['120 (a\\é', ['comment.unbalanced', '(a\\é']],
    ['120 (a\\é)', ['quoted-pair.invalid', '\\é']],
    ['120 (a))', ['comment.unbalanced', ')']],
    ['120 )', ['comment.unbalanced', ')']],
    ['120 (a)(b)', ['retry-after.trailing-text', '(b)']],
    ['120 seconds', ['retry-after.trailing-text', 'seconds']],
    ['120, 130', ['retry-after.trailing-text', ', 130']],
    ['120;duration=x', ['retry-after.duration-malformed', 'x']],
    ['120;duration=', ['retry-after.duration-malformed', 'duration=']],
    ['120;duration', ['retry-after.duration-malformed', 'duration']],
    ['120;duration="60"', ['retry-after.duration-malformed', '"60"']],
    ['120;', ['param.empty', ';']],
    ['120;x=1;x=2', ['param.duplicate', 'x=2']],
  ]);

  it('gives number, comment and parameters', () => {
    const value = rowOf('Retry-After', '120 (in (a)) ;duration=60').value;
    assert.equal(value?.seconds.value, 120);
    assert.equal(value?.comment?.text, '(in (a))');
    assert.deepEqual(paramsOf(value), [['duration', '60']]);
  });
});

describe('delta-seconds with parameters', () => {
  itReads('Session-Expires', [
    ['1800'],
    ['1800 ; refresher=uac'],
    ['x;refresher=uac', ['class.delta-seconds-malformed', 'x;refresher=uac']],
    ['1800 seconds', ['class.delta-seconds-malformed', 'seconds']],
  ]);

  it('gives number and parameters', () => {
    const value = rowOf('Session-Expires', '1800;refresher=uac').value;
    assert.equal(value?.seconds.value, 1800);
    assert.deepEqual(paramsOf(value), [['refresher', 'uac']]);
  });
});
