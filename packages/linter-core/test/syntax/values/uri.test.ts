import assert from 'node:assert/strict';
import { paramsOf } from './row.js';
import { readUriText, type UriCase } from './uri-text.js';

const CASES: UriCase[] = [
  ['tel:+358-555-1234567;postd=pp22'],
  ['tel:+1(212)555.1212;ext=1;phone-context=example.com'],
  ['tel:*31#1234;phone-context=+49'],
  ['tel:7042;phone-context=example.com;x=[a]/:&+$'],
  ['TEL:110'],
  ['tel:5060'],
  ['isbn:2983792873'],
  ['http://www.example.com/a?b=c'],
  ['http://[2001:db8::1]:80/x'],
  ['name:John_Smith'],
  ['urn:service:sos.fire'],
  ['urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6'],
  ['im:a@b'],
  ['soap.beep://192.0.2.103:3002'],
  ['a+b-c.d:x'],
  ['cid:%41@b'],
  ['unknown:123456'],
  ['unknown:0'],
  ['a+b:5060'],
  ['a-.b:5060'],
  ['mailto:bob@example.com'],
  ['bob@example.com', ['uri.scheme-missing', 'bob@example.com']],
  ['example.com', ['uri.scheme-missing', 'example.com']],
  ['1tel:2', ['uri.scheme-missing', '1tel:2']],
  [':a', ['uri.scheme-missing', ':a']],
  ['a_b:c', ['uri.scheme-missing', 'a_b:c']],
  ['pbx:5060', ['uri.scheme-missing', 'pbx:5060']],
  ['pbx.example.com:5060;lr', ['uri.scheme-missing', 'pbx.example.com:5060;lr']],
  ['pbx:1?a=b', ['uri.scheme-missing', 'pbx:1?a=b']],
  ['tel:', ['absolute-uri.malformed', 'tel:']],
  ['mailto:', ['absolute-uri.malformed', 'mailto:']],
  ['tel:+1"2', ['absolute-uri.malformed', '"']],
  ['http://a|b', ['absolute-uri.malformed', '|']],
  ['http://a#b', ['absolute-uri.malformed', '#']],
  ['im:\u{1f600}', ['absolute-uri.malformed', '\u{1f600}']],
  ['http://a%2', ['uri.percent-malformed', '%2']],
  ['tel:+1%', ['uri.percent-malformed', '%']],
];

describe('addr-spec', () => {
  for (const [text, ...issues] of CASES) {
    it(JSON.stringify(text), () => assert.deepEqual(readUriText(text).issues, issues));
  }

  it('tells number and parameters of a tel URI', () => {
    const { uri } = readUriText('tel:+358-555;Ext=1;;isub');
    assert.ok(uri?.kind === 'tel');
    assert.deepEqual(uri.number, { start: 4, end: 12, text: '+358-555' });
    assert.deepEqual(paramsOf(uri), [
      ['Ext', '1'],
      ['isub', undefined],
    ]);
    assert.deepEqual(
      uri.params.map(({ start, end, key, nameEnd, valueStart }) => [start, end, key, nameEnd, valueStart]),
      [
        [13, 18, 'ext', 16, 17],
        [20, 24, 'isub', 24, 24],
      ],
    );
  });

  it('tells scheme and rest of any other', () => {
    assert.deepEqual(readUriText('HTTP://a').uri, {
      kind: 'other',
      start: 0,
      end: 8,
      text: 'HTTP://a',
      scheme: 'http',
      rest: { start: 5, end: 8, text: '//a' },
    });
  });
});
