import assert from 'node:assert/strict';
import { bodyOf, partsOf } from '../../../src/syntax/mime/body-part.js';
import { MIME_ISSUE_CODES } from '../../../src/syntax/mime/issue-codes.js';
import { MAX_MULTIPART_DEPTH } from '../../../src/syntax/mime/parse-body.js';
import { issuesOf, lines, messageOf, type Outline, outlineOf, withBody } from './message-text.js';

const MIXED = 'multipart/mixed; boundary=b1';
const TEXT: (content: string) => Outline = (content) => ['text/plain', content];

/** A multipart body that divides without a defect, with the parts it divides into. */
const DIVIDED: readonly [name: string, type: string, body: string, parts: Outline[]][] = [
  [
    'the example of RFC 2046 §5.1.1',
    'multipart/mixed; boundary="simple boundary"',
    lines(
      'This is the preamble.  It is to be ignored.',
      '',
      '--simple boundary',
      '',
      'It does NOT end with a linebreak.',
      '--simple boundary',
      'Content-type: text/plain; charset=us-ascii',
      '',
      'It DOES end with a linebreak.',
      '',
      '--simple boundary--',
      '',
      'This is the epilogue.',
    ),
    [TEXT('It does NOT end with a linebreak.'), TEXT('It DOES end with a linebreak.\r\n')],
  ],
  ['a part without header fields', MIXED, lines('--b1', '', 'hi', '--b1--'), [TEXT('hi')]],
  ['a part without content', MIXED, lines('--b1', 'Content-Type: text/plain', '', '', '--b1--', ''), [TEXT('')]],
  ['a part that ends behind its header fields', MIXED, lines('--b1', 'Content-Type: a/b', '--b1--'), [['a/b', '']]],
  ['parts without anything', MIXED, lines('--b1', '--b1', '--b1--'), [TEXT(''), TEXT('')]],
  ['transport padding', MIXED, lines('--b1 \t', '', 'hi', '--b1--  ', ''), [TEXT('hi')]],
  [
    'a folded header field',
    MIXED,
    lines('--b1', 'Content-Type:', ' a/b;', '\tc=d', '', 'hi', '--b1--'),
    [['a/b', 'hi']],
  ],
  ['LF line ends', MIXED, '--b1\n\nhi\n\n--b1\n\nho\n--b1--\n', [TEXT('hi\n'), TEXT('ho')]],
  [
    'lines that only begin like a delimiter',
    MIXED,
    lines('--b1', '', '--b12', '--b', '--b1x--', '--b1--'),
    [TEXT(lines('--b12', '--b', '--b1x--'))],
  ],
  [
    'a boundary with a colon',
    'multipart/mixed; boundary="b:1"',
    lines('--b:1', '', 'hi', '--b:1', 'X: y', '', 'ho', '--b:1--'),
    [TEXT('hi'), TEXT('ho')],
  ],
  ['a boundary of hyphens', 'multipart/mixed; boundary="-"', lines('---', '', 'hi', '-----'), [TEXT('hi')]],
  [
    'a boundary that ends in two hyphens',
    'multipart/mixed; boundary="x--"',
    lines('--x--', '', 'hi', '--x----'),
    [TEXT('hi')],
  ],
  [
    'the default type of multipart/digest',
    'multipart/digest; boundary=b1',
    lines('--b1', '', 'hi', '--b1--'),
    [['message/rfc822', 'hi']],
  ],
  [
    'nested multiparts',
    MIXED,
    lines(
      '--b1',
      'Content-Type: multipart/alternative;boundary=b2',
      '',
      'pre',
      '--b2',
      '',
      'one',
      '--b2',
      '',
      'two',
      '--b2--',
      'epi',
      '--b1',
      '',
      'three',
      '--b1--',
    ),
    [['multipart/alternative', [TEXT('one'), TEXT('two')]], TEXT('three')],
  ],
  [
    'an inner close delimiter right before an outer one',
    MIXED,
    lines('--b1', 'Content-Type: multipart/mixed;boundary=b2', '', '--b2', '', 'one', '--b2--', '--b1--'),
    [['multipart/mixed', [TEXT('one')]]],
  ],
  [
    'an inner multipart with the boundary of the outer one',
    MIXED,
    lines(
      '--b1',
      'Content-Type: multipart/mixed;boundary=b1',
      '',
      '--b1',
      '',
      'one',
      '--b1--',
      '--b1',
      '',
      'two',
      '--b1--',
    ),
    [['multipart/mixed', [TEXT('one')]], TEXT('two')],
  ],
];

/** A defect with what is read all the same. */
const DEFECTS: readonly [name: string, type: string, body: string, issues: string[], parts?: Outline[]][] = [
  [
    'no boundary',
    'multipart/mixed',
    lines('--b1', '', 'hi', '--b1--'),
    ['mime.multipart.boundary-missing "multipart/mixed"'],
  ],
  [
    'a boundary of 71 characters',
    `multipart/mixed; boundary=${'x'.repeat(71)}`,
    lines(`--${'x'.repeat(71)}`, '', 'hi', `--${'x'.repeat(71)}--`),
    [`mime.multipart.boundary-malformed "boundary=${'x'.repeat(71)}"`],
    [TEXT('hi')],
  ],
  [
    'a boundary that ends with a blank',
    'multipart/mixed; boundary="b "',
    lines('--b ', '', 'hi', '--b --', '--b--'),
    ['mime.multipart.boundary-malformed "boundary=\\"b \\""'],
    [TEXT(lines('hi', '--b --'))],
  ],
  [
    'an empty boundary',
    'multipart/mixed; boundary=""',
    lines('--', '', 'hi', '----'),
    ['mime.multipart.boundary-malformed "boundary=\\"\\""'],
  ],
  [
    'a boundary with other characters',
    'multipart/mixed; boundary=b!1',
    lines('--b!1', '', 'hi', '--b!1--'),
    ['mime.multipart.boundary-malformed "boundary=b!1"'],
    [TEXT('hi')],
  ],
  ['no delimiter', MIXED, lines('v=0', '--b2', '--b2--'), ['mime.multipart.delimiter-missing "boundary=b1"'], []],
  ['no close delimiter', MIXED, lines('--b1', '', 'hi', ''), ['mime.multipart.not-closed "--b1"'], [TEXT('hi\r\n')]],
  [
    'a close delimiter with one hyphen',
    MIXED,
    lines('--b1', 'Content-Type: application/sdp', '', 'v=0', '--b1-', ''),
    ['mime.multipart.not-closed "--b1-"'],
    [['application/sdp', 'v=0']],
  ],
  [
    'a close delimiter with one hyphen in a header section',
    MIXED,
    lines('--b1', 'Content-Type: a/b', '--b1-'),
    ['mime.multipart.not-closed "--b1-"'],
    [['a/b', '']],
  ],
  [
    'a last delimiter without hyphens',
    MIXED,
    lines('--b1', '', 'hi', '--b1', ''),
    ['mime.multipart.not-closed "--b1"'],
    [TEXT('hi')],
  ],
  [
    'a line with one hyphen in a multipart that is closed',
    MIXED,
    lines('--b1', '', 'hi', '--b1-', '--b1--'),
    [],
    [TEXT(lines('hi', '--b1-'))],
  ],
  [
    'an inner multipart that an outer delimiter cuts off',
    MIXED,
    lines('--b1', 'Content-Type: multipart/mixed;boundary=b2', '', '--b2', '', 'one', '--b1', '', 'two', '--b1--'),
    ['mime.multipart.not-closed "--b2"'],
    [['multipart/mixed', [TEXT('one')]], TEXT('two')],
  ],
  [
    'a truncated body once',
    MIXED,
    lines('--b1', 'Content-Type: multipart/mixed;boundary=b2', '', '--b2', '', 'one'),
    ['mime.multipart.not-closed "--b1"'],
    [['multipart/mixed', [TEXT('one')]]],
  ],
  [
    'two close delimiters that were meant',
    MIXED,
    lines('--b1', 'Content-Type: multipart/mixed;boundary=b2', '', '--b2', '', 'one', '--b2-', '--b1-'),
    ['mime.multipart.not-closed "--b1-"', 'mime.multipart.not-closed "--b2-"'],
    [['multipart/mixed', [TEXT('one')]]],
  ],
  [
    'content right behind the delimiter',
    MIXED,
    lines('--b1', 'v=0', 'o=- 1 1 IN IP4 192.0.2.1', '--b1--'),
    ['mime.part.headers-malformed "v=0"'],
    [[undefined, lines('v=0', 'o=- 1 1 IN IP4 192.0.2.1')]],
  ],
  [
    'content right behind the header fields',
    MIXED,
    lines('--b1', 'Content-Type: application/sdp', 'v=0', '--b1--'),
    ['mime.part.headers-malformed "v=0"'],
    [['application/sdp', 'v=0']],
  ],
  [
    'a malformed Content-Type in a part',
    MIXED,
    lines('--b1', 'Content-Type: sdp', 'Content-Length: x', 'From: ???', 'c: z', '', 'hi', '--b1--'),
    ['content-type.subtype-missing "sdp"'],
    [[undefined, 'hi']],
  ],
];

describe('multipart bodies', () => {
  for (const [name, type, body, parts] of DIVIDED) {
    it(`divides ${name}`, () => {
      const message = withBody(type, body);
      assert.deepEqual(issuesOf(message), []);
      assert.deepEqual(bodyOf(message).parts.map(outlineOf), parts);
    });
  }

  for (const [name, type, body, issues, parts] of DEFECTS) {
    it(`reports ${name}`, () => {
      const message = withBody(type, body);
      assert.deepEqual(issuesOf(message), issues);
      const root = bodyOf(message);
      assert.deepEqual(root.multipart && root.parts.map(outlineOf), parts);
      if (!parts) assert.equal(root.isOpaque, true);
    });
  }

  it('gives the boundary that the body shows where the parameter is missing', () => {
    const found = (body: string) => bodyOf(withBody('multipart/mixed', body)).issues[0]?.data?.found;
    assert.equal(found('\r\n--b:1 \r\n\r\nhi'), 'b:1');
    assert.equal(found('hi'), '');
    assert.equal(found('--a"b\r\n'), '');
  });

  it('divides nothing that is encoded, and nothing of an unknown type', () => {
    const body = lines('--b1', '', 'hi', '--b1--');
    for (const field of ['Content-Encoding: gzip', 'Content-Transfer-Encoding: base64']) {
      const root = bodyOf(withBody(MIXED, body, field));
      assert.deepEqual([root.parts, root.isOpaque, root.issues], [[], true, []]);
    }
    assert.equal(bodyOf(withBody(MIXED, body, 'Content-Encoding: identity')).parts.length, 1);
    assert.equal(bodyOf(withBody('multipart mixed', body)).isOpaque, true);
    const untyped = bodyOf(messageOf(`INVITE sip:a@b SIP/2.0\r\n\r\n${body}`));
    assert.deepEqual([untyped.essence, untyped.isOpaque, untyped.parts], [undefined, true, []]);
  });

  it('says nothing of what a placeholder may hold', () => {
    const mask = '\ufdd0'.repeat(8);
    const cases: [type: string, body: string][] = [
      [MIXED, mask],
      [MIXED, lines('--b1', '', 'hi', mask)],
      [MIXED, lines('--b1', mask, '', 'hi', '--b1--')],
      [`multipart/mixed; boundary=${mask}`, lines('--b1', '', 'hi')],
      [`multipart/mixed${mask}`, 'hi'],
    ];
    for (const [type, body] of cases) assert.deepEqual(issuesOf(withBody(type, body)), [], body);
    const [part] = bodyOf(withBody(MIXED, lines('--b1', mask, '', 'hi', '--b1--'))).parts;
    assert.deepEqual([part?.hasUnknownFields, part?.essence], [true, undefined]);
  });

  it('stops at a depth, and only there', () => {
    const nested = (depth: number) => {
      const open = Array.from(
        { length: depth },
        (_, i) => `--b${i}\r\nContent-Type: multipart/mixed;boundary=b${i + 1}\r\n\r\n`,
      );
      const close = Array.from({ length: depth }, (_, i) => `\r\n--b${depth - 1 - i}--`);
      return withBody(
        'multipart/mixed;boundary=b0',
        `${open.join('')}--b${depth}\r\n\r\nhi\r\n--b${depth}--${close.join('')}`,
      );
    };
    assert.deepEqual(issuesOf(nested(MAX_MULTIPART_DEPTH - 1)), []);
    const deeper = nested(MAX_MULTIPART_DEPTH);
    assert.deepEqual(issuesOf(deeper), []);
    const parts = [...partsOf(bodyOf(deeper))];
    assert.equal(parts.length, MAX_MULTIPART_DEPTH + 1);
    assert.deepEqual([parts.at(-1)?.depth, parts.at(-1)?.isTooDeep], [MAX_MULTIPART_DEPTH, true]);
    assert.equal(parts[0]?.isOpaque, true);
    assert.ok([...partsOf(bodyOf(nested(8000)))].length < 40);
  });

  it('has a test for every code', () => {
    const reached = new Set(DEFECTS.flatMap(([, , , issues]) => issues.map((issue) => issue.split(' ', 1)[0])));
    assert.deepEqual(
      Object.keys(MIME_ISSUE_CODES).filter((code) => !reached.has(code)),
      [],
    );
  });
});
