import assert from 'node:assert/strict';
import type { NameAddr } from '../../../src/syntax/nodes.js';
import { plainNode } from '../plain-node.js';
import { type Case, issuesOf, itReads, paramsOf, rowOf } from './row.js';

const VALID: Case[] = [
  // RFC 3261 §20.20, §20.39
  ['"A. G. Bell" <sip:agb@bell-telephone.com> ;tag=a48s'],
  ['sip:+12125551212@server.phone2net.com;tag=887s'],
  ['Anonymous <sip:c8oqz84zk7z@privacy.org>;tag=hyh8'],
  ['The Operator <sip:operator@cs.columbia.edu>;tag=287447'],
  ['sip:+12125551212@server.phone2net.com'],
  // RFC 4475
  ['sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n'],
  ['"J Rosenberg \\\\\\"" <sip:jdrosen@example.com>\r\n  ;\r\n  tag = 98asjd8'],
  ['"BEL:\\\u0007 NUL:\\\u0000 DEL:\\\u007f" <sip:1_unusual.URI~(to-be!sure)@example.com>'],
  [
    "token1~` token2'+_ token3*%!.- <sip:mundane@example.com>;fromParam''~+*_!.-%=\"\u0440\u0430\u0431\";tag=_token~1'+`*%!-.",
  ],
  ['caller<sip:caller@example.com>;tag=323'],
  ['"Quoted string \\"\\"" <sip:jdrosen@example.com>;tag=98'],
  ['isbn:2983792873'],
  ['<http://www.example.com>;tag=1'],
  // Corners of §25.1
  ['<sip:a@b>'],
  ['<sip:a@b;x=1?y=2>;tag=x'],
  ['"" <sip:a@b>'],
  ['"<>;,"<sip:a@b>'],
  ['a\r\n b <sip:a@b>'],
  ['* <sip:a@b>'],
  ['tel:+1-2;phone-context=x'],
  ['<sip:a,b;c?d@e>'],
  ['http://[::1]/x'],
  ['"\u00e9 \u{1f600}" <sip:a@b>'],
];

const INVALID: Case[] = [
  ['<bob@example.com>', ['uri.scheme-missing', 'bob@example.com']],
  ['bob@example.com;tag=1', ['uri.scheme-missing', 'bob@example.com']],
  ['Bob', ['uri.scheme-missing', 'Bob']],
  ['Bob Smith;tag=1', ['uri.scheme-missing', 'Bob Smith']],
  ['Bob <bob@example.com>', ['uri.scheme-missing', 'bob@example.com']],
  ['<>', ['uri.scheme-missing', '<>']],
  ['\u{1f3ff} <sip:a@b>', ['display-name.quotes-needed', '\u{1f3ff}']],
  [';tag=1', ['uri.scheme-missing', ';tag=1']],
  ['pbx:5060;tag=1', ['uri.scheme-missing', 'pbx:5060']],
  ['<sip:bob@>;tag=1', ['sip-uri.host-missing', 'sip:bob@']],
  ['sip:bob@exa%6Dple.com;tag=1', ['sip-uri.host-invalid', 'exa%6Dple.com']],
  ['<mailto:>', ['absolute-uri.malformed', 'mailto:']],
  ['sip:bob@example.com?Subject=a;tag=1', ['addr-spec.brackets-needed', 'sip:bob@example.com?Subject=a']],
  ['http://a?b', ['addr-spec.brackets-needed', 'http://a?b']],
  ['sip:bob,x@example.com;tag=1', ['addr-spec.brackets-needed', 'sip:bob,x@example.com']],
  ['sip:bob@example.com;tag=1;user=phone', ['addr-spec.uri-param-outside', 'user=phone']],
  ['sip:bob@example.com;LR', ['addr-spec.uri-param-outside', 'LR']],
  ['Bob sip:bob@example.com', ['name-addr.brackets-missing', 'Bob sip:bob@example.com']],
  ['"Bob" sip:bob@example.com;tag=1', ['name-addr.brackets-missing', '"Bob" sip:bob@example.com']],
  ['"Bob";tag=1', ['name-addr.brackets-missing', '"Bob"']],
  ['\\"Bob\\" <sip:bob@example.com>;tag=1', ['quoted-string.unterminated', '"Bob\\" <sip:bob@example.com>;tag=1']],
  ['Bob "x" "B <sip:bob@example.com>', ['quoted-string.unterminated', '"B <sip:bob@example.com>']],
  ['<sip:bob@example.com', ['name-addr.brackets-unpaired', '<sip:bob@example.com']],
  ['<sip:bob@example.com;tag=1', ['name-addr.brackets-unpaired', '<sip:bob@example.com;tag=1']],
  ['<<sip:bob@example.com>>', ['name-addr.brackets-unpaired', '<<sip:bob@example.com>>']],
  ['sip:bob@example.com>;tag=1', ['name-addr.brackets-unpaired', 'sip:bob@example.com>']],
  ['Bob sip:bob@example.com>', ['name-addr.brackets-unpaired', 'Bob sip:bob@example.com>']],
  ['"T. Watson" < sip:t.watson@example.org >', ['name-addr.white-space', '< sip:t.watson@example.org >']],
  ['<sip:a@b;\r\n x>;tag=1', ['name-addr.white-space', '<sip:a@b;\r\n x>']],
  ['<sip:a@b> tag=1', ['name-addr.trailing-text', 'tag=1']],
  ['<sip:a@b>x;tag=1', ['name-addr.trailing-text', 'x;tag=1']],
  ['<sip:a@b>>', ['name-addr.trailing-text', '>']],
  ['sip:a@b junk;tag=1', ['name-addr.trailing-text', 'junk']],
  ['sip:a@b "x"', ['name-addr.trailing-text', '"x"']],
  ['<sip:a@b>, <sip:c@d>', ['name-addr.trailing-text', ', <sip:c@d>']],
  ['sip:a@b, Bob <sip:c@d>', ['name-addr.trailing-text', ', Bob <sip:c@d>']],
  ['Bell, Alexander <sip:agb@example.com>;tag=43', ['display-name.quotes-needed', 'Bell, Alexander']],
  ['Bob (home) <sip:bob@example.com>', ['display-name.quotes-needed', 'Bob (home)']],
  ['bob@example.com <sip:bob@example.com>', ['display-name.quotes-needed', 'bob@example.com']],
  ['sip:bob@example.com <sip:bob@example.com>', ['display-name.quotes-needed', 'sip:bob@example.com']],
  ['Bob; Ann <sip:bob@example.com>', ['display-name.quotes-needed', 'Bob; Ann']],
  ['Bj\u00f6rn <sip:bob@example.com>', ['display-name.quotes-needed', 'Bj\u00f6rn']],
  ['"Bob" Smith <sip:bob@example.com>', ['display-name.quotes-needed', '"Bob" Smith']],
  ['Bob "Bobby" Smith <sip:bob@example.com>', ['display-name.quotes-needed', 'Bob "Bobby" Smith']],
  ['"Mr. J. User <sip:j.user@example.com>', ['quoted-string.unterminated', '"Mr. J. User <sip:j.user@example.com>']],
  ['"A\\\u00e9" <sip:a@b>', ['quoted-pair.invalid', '\\\u00e9']],
  ['"A\\\u00e9" B <sip:a@b>', ['quoted-pair.invalid', '\\\u00e9']],
  ['<sip:a@b>;tag=', ['tag.missing', 'tag=']],
  ['<sip:a@b>;Tag', ['tag.missing', 'Tag']],
  ['<sip:a@b>;tag="1928 301774"', ['tag.malformed', '"1928 301774"']],
  ['<sip:a@b>;tag=a@b', ['tag.malformed', 'a@b']],
  ['<sip:a@b>;tag=a b;x=1', ['tag.malformed', 'a b']],
  ['<sip:a@b>;tag=1x9k2m;TAG=88wq3c', ['param.duplicate', 'TAG=88wq3c']],
  ['<sip:a_b>;;', ['sip-uri.host-underscore', 'a_b'], ['param.empty', ';;']],
];

function addressOf(value: string): NameAddr | undefined {
  return rowOf('From', value).value;
}

describe('name-addr and addr-spec', () => {
  itReads('From', VALID);
  itReads(
    'To',
    INVALID.filter(([, issue]) => issue !== undefined),
  );

  it('gives a name-addr with its ranges', () => {
    const field = rowOf('From', '"Bob" <sip:b@c>;tag=1 ');
    assert.deepEqual(plainNode(field.value), {
      kind: 'name-addr',
      start: 6,
      end: 27,
      displayName: { start: 6, end: 11, text: '"Bob"', quoted: true },
      bracketed: true,
      uri: {
        kind: 'sip',
        start: 13,
        end: 20,
        text: 'sip:b@c',
        scheme: 'sip',
        secure: false,
        user: { start: 17, end: 18, text: 'b' },
        password: undefined,
        host: { kind: 'name', start: 19, end: 20, text: 'c' },
        port: undefined,
        params: [],
        headers: [],
        headersRange: undefined,
      },
      params: [{ start: 22, end: 27, name: 'tag', key: 'tag', value: '1', nameEnd: 25, valueStart: 26, quoted: false }],
    });
  });

  it('gives the words of a display name without the white space behind them', () => {
    assert.deepEqual(addressOf('The  Operator \t<sip:a@b>')?.displayName, {
      start: 6,
      end: 19,
      text: 'The  Operator',
      quoted: false,
    });
    assert.equal(addressOf('<sip:a@b>')?.displayName, undefined);
  });

  it('leaves what follows a ; to the header field where there are no brackets', () => {
    const bare = addressOf('sip:a@b;x=1;tag=2');
    assert.equal(bare?.bracketed, false);
    assert.equal(bare?.uri?.text, 'sip:a@b');
    assert.deepEqual(paramsOf(bare), [
      ['x', '1'],
      ['tag', '2'],
    ]);
  });

  it('keeps what it read of a broken address', () => {
    const partial = (value: string) => {
      const field = rowOf('To', value);
      assert.equal(field.value, undefined);
      const node = field.values[0]?.partial;
      return [node?.displayName?.text, node?.uri?.text, ...paramsOf(node)];
    };
    assert.deepEqual(partial('B, A <sip:a@b>;tag=1'), ['B, A', 'sip:a@b', ['tag', '1']]);
    assert.deepEqual(partial('<sip:a@>;tag=1'), [undefined, 'sip:a@', ['tag', '1']]);
    assert.deepEqual(partial('a@b;tag=1'), [undefined, undefined, ['tag', '1']]);
    assert.deepEqual(partial('x < sip:a@b >;tag=1'), ['x', undefined, ['tag', '1']]);
  });

  it('lets placeholders stand for any part', () => {
    const hidden = '\ufdd0\ufdd0\ufdd0';
    for (const value of [
      hidden,
      `${hidden};tag=${hidden}`,
      `<${hidden}>;tag=1`,
      `${hidden} <sip:a@b>`,
      `"${hidden}" <sip:${hidden}>;${hidden}`,
      `<sip:${hidden}@${hidden}:${hidden};${hidden}=${hidden}>`,
      `${hidden}@example.com`,
      `sip:${hidden} ${hidden}`,
    ]) {
      assert.deepEqual(issuesOf(rowOf('From', value)), [], value);
    }
    assert.deepEqual(paramsOf(addressOf(`<${hidden}>;tag=1`)), [['tag', '1']]);
    assert.equal(addressOf(hidden), undefined);
  });
});

describe('addresses of other header fields', () => {
  itReads('Reply-To', [
    ['Bob <sip:bob@example.com>;x=1'],
    ['sip:bob@example.com'],
    ['<sip:a@b>, <sip:c@d>', ['reply-to.list', ', <sip:c@d>']],
    ['<sip:a@>, <sip:c@d>', ['sip-uri.host-missing', 'sip:a@']],
    ['sip:a@b?c=d', ['addr-spec.brackets-needed', 'sip:a@b?c=d']],
    ['<sip:a@b> x', ['name-addr.trailing-text', 'x']],
  ]);
  itReads('Refer-To', [
    ['<sip:c@x.example?Replaces=abc%3Bto-tag%3D1>'],
    ['sip:c@x.example;x=1'],
    ['sip:c@x.example?Replaces=abc', ['refer-to.brackets-needed', 'sip:c@x.example?Replaces=abc']],
    ['sip:c@x.example;Replaces=abc', ['refer-to.uri-param-outside', 'Replaces=abc']],
    ['sip:c@x.example;method=INVITE', ['refer-to.uri-param-outside', 'method=INVITE']],
  ]);
  itReads('Referred-By', [
    ['<sip:a@b>;cid="1@b"'],
    ['sip:a@x.example;cid=x'],
    ['sip:a@x.example;user=phone', ['referred-by.uri-param-outside', 'user=phone']],
    ['sip:a@x.example?a=b', ['referred-by.brackets-needed', 'sip:a@x.example?a=b']],
  ]);
  itReads('P-Asserted-Identity', [
    ['"Cullen" <sip:fluffy@cisco.com>, tel:+14085264000'],
    ['<sip:a@b>,<tel:1> x', ['name-addr.trailing-text', 'x']],
    ['a, <tel:1>', ['uri.scheme-missing', 'a']],
  ]);

  it('reads all values of a field that should have one', () => {
    assert.deepEqual(
      rowOf('Refer-To', '<sip:a@b>, <sip:c@d>').values.map(({ value }) => value?.uri?.text),
      ['sip:a@b', 'sip:c@d'],
    );
  });
});
