import assert from 'node:assert/strict';
import { type Case, issuesOf, itReads, paramsOf, rowOf } from './row.js';

const CASES: Case[] = [
  // RFC 3261 §20.10
  [
    '"Mr. Watson" <sip:watson@worcester.bell-telephone.com>;q=0.7; expires=3600,\r\n "Mr. Watson" <mailto:watson@bell-telephone.com> ;q=0.1',
  ],
  ['<sips:bob@192.0.2.4>;expires=60'],
  // RFC 4475
  ['<sip:user@example.com?Route=%3Csip:sip.example.com%3E>'],
  ['sip:+19725552222@gw1.example.net;unknownparam'],
  ['name:John_Smith'],
  ['*'],
  ['* <sip:a@b>'],
  ['<sip:a@b;q=5>;q=1.000;expires=0'],
  ['sip:a@b,sip:c@d;q=0.,"e" <sip:f@g>'],
  ['sip:a@b, Bob <sip:c@d>'],
  ['<sip:a@b>;expires=4294967295'],
  ['<sip:a@b>;q=1.5;expires=x', ['qvalue.invalid', '1.5'], ['contact-expires.malformed', 'x']],
  ['<sip:a@b>;q', ['qvalue.invalid', 'q']],
  ['<sip:a@b>;expires=', ['contact-expires.malformed', 'expires=']],
  ['<sip:a@b>;expires="1"', ['contact-expires.malformed', '"1"']],
  ['<sip:a@b>;expires=Thu, 01 Dec 1994', ['contact-expires.malformed', 'Thu'], ['uri.scheme-missing', '01 Dec 1994']],
  ['<sip:a@b>;expires=4294967296', ['contact-expires.too-large', '4294967296']],
  ['*;expires=0', ['contact-star.params', '*;expires=0']],
  ['* ; x=', ['contact-star.params', '* ; x=']],
  ['*, <sip:a@b>', ['contact-star.not-alone', '*']],
  ['<sip:a@b>, *, *', ['contact-star.not-alone', '*']],
  ['*;q=1, <sip:a@b>', ['contact-star.params', '*;q=1']],
  ['sip:caller@192.0.2.4;transport=tcp', ['addr-spec.uri-param-outside', 'transport=tcp']],
  [
    'sip:user@example.com?Route=%3Csip:sip.example.com%3E',
    ['addr-spec.brackets-needed', 'sip:user@example.com?Route=%3Csip:sip.example.com%3E'],
  ],
  ['sip:a,b@c, sip:d@e', ['addr-spec.brackets-needed', 'sip:a,b@c']],
  ['"Joe" <sip:joe@example.org>;;;;', ['param.empty', ';;;;']],
  ['Bell, Alexander <sip:agb@example.com>, <sip:a@b>', ['display-name.quotes-needed', 'Bell, Alexander']],
  ['bob, <sip:a@b>', ['uri.scheme-missing', 'bob']],
  ['bob@c, Al <sip:a@b>', ['uri.scheme-missing', 'bob@c']],
  ['<sip:a@b>,,<sip:c@d>', ['list.empty-element', ',']],
  ['<sip:a@b, <sip:c@d>', ['name-addr.brackets-unpaired', '<sip:a@b']],
  ['sip:a@b>, <sip:c@d>', ['name-addr.brackets-unpaired', 'sip:a@b>']],
  ['<sip:a@b> x=1, <sip:c@d>', ['name-addr.trailing-text', 'x=1']],
];

describe('Contact', () => {
  itReads('Contact', CASES);

  it('gives its values with their ranges', () => {
    const field = rowOf('Contact', '"A, B" <sip:a@b>;q=1 , sip:c@d\r\n ,*');
    assert.deepEqual(
      field.values.map(({ start, end }) => field.message.text.slice(start, end)),
      ['"A, B" <sip:a@b>;q=1', 'sip:c@d', '*'],
    );
  });

  it('goes on behind a value that did not parse', () => {
    const field = rowOf('Contact', '<sip:a@>;q=1, junk x, <sip:c@d>');
    assert.deepEqual(
      field.values.map(({ value, partial }) => [value !== undefined, partial?.kind]),
      [
        [false, 'name-addr'],
        [false, 'name-addr'],
        [true, 'name-addr'],
      ],
    );
  });

  it('reads the star', () => {
    assert.deepEqual(rowOf('Contact', '*').value, { kind: 'star', start: 9, end: 10, params: [] });
    assert.equal(rowOf('Contact', '*;expires=0').value, undefined);
    assert.deepEqual(paramsOf(rowOf('Contact', '*;expires=0').values[0]?.partial), [['expires', '0']]);
    assert.equal(rowOf('Contact', '*, <sip:a@b>').value, undefined);
  });

  it('does not judge numbers behind placeholders', () => {
    assert.deepEqual(issuesOf(rowOf('Contact', '<sip:a@b>;expires=\ufdd0;q=\ufdd0, \ufdd0, <sip:c@d>')), []);
  });
});
