import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RequestLine, StartLine, StatusLine } from '../../src/syntax/message.js';
import { parsePlainRequestLine, parseRequestLine } from '../../src/syntax/request-line.js';
import { isPlausibleStartLine, parseStartLine } from '../../src/syntax/start-line.js';
import { parsePlainStatusLine, parseStatusLine } from '../../src/syntax/status-line.js';
import { plainNode } from './plain-node.js';

type Issue = [code: string, marked: string];

/** Parses a line that stands somewhere in a text, so that a wrong base of an offset shows. */
function parse(line: string): { startLine: StartLine; issues: Issue[]; text: string } {
  const text = `\r\n${line}\r\nVia: x`;
  const startLine = parseStartLine(text, 2, 2 + line.length);
  return { startLine, text, issues: startLine.issues.map(({ code, start, end }) => [code, text.slice(start, end)]) };
}

function request(line: string): RequestLine {
  const { startLine } = parse(line);
  assert.ok(startLine.kind === 'request');
  return startLine;
}

function response(line: string): StatusLine {
  const { startLine } = parse(line);
  assert.ok(startLine.kind === 'response');
  return startLine;
}

const INTMETH =
  "!interesting-Method0123456789_*+`.%indeed'~ sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0";

const REQUESTS: [line: string, ...issues: Issue[]][] = [
  ['INVITE sip:bob@example.com SIP/2.0'],
  ['OPTIONS sips:example.com;transport=tcp SIP/2.0'],
  ['INVITE tel:+358-555-1234567 SIP/2.0'],
  ['OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0'],
  ['OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0'],
  ['INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0'],
  ['invite sip:bob@[2001:db8::1]:5070 sip/2.0'],
  ['INVITE sip:bob@example.com SIP/7.0'],
  ['RE%47IST%45R sip:registrar.example.com SIP/2.0'],
  [INTMETH],
  ['INVITE  sip:bob@example.com  SIP/2.0', ['request-line.white-space', '  ']],
  ['INVITE sip:bob@example.com \tSIP/2.0', ['request-line.white-space', ' \t']],
  ['INVITE\tsip:bob@example.com SIP/2.0', ['request-line.white-space', '\t']],
  [' INVITE sip:bob@example.com SIP/2.0', ['request-line.white-space', ' ']],
  ['INVITE sip:bob@example.com SIP/2.0  ', ['request-line.white-space', '  ']],
  ['INVITE tel:110  SIP/2.0', ['request-line.white-space', '  ']],
  ['INVITE sip:bob@example.com; lr SIP/2.0', ['request-uri.white-space', 'sip:bob@example.com; lr']],
  ['INVITE  sip:b ob@example.com  SIP/2.0 ', ['request-uri.white-space', 'sip:b ob@example.com']],
  ['INVITE sip:b\u0001ob@example.com SIP/2.0', ['request-uri.control-character', '\u0001']],
  ['INVITE sip:b\u007f@example.com SIP/2.0', ['request-uri.control-character', '\u007f']],
  ['INVITE <sip:bob@example.com> SIP/2.0', ['request-uri.angle-brackets', '<']],
  ['INVITE <sip:bob@example.com;lr SIP/2.0', ['request-uri.angle-brackets', '<']],
  ['INVITE Bob <sip:bob@example.com> SIP/2.0', ['request-uri.angle-brackets', 'Bob <']],
  ['INVITE <sip:bob@h; lr> SIP/2.0', ['request-uri.angle-brackets', '<']],
  ['INVITE <sip:bob@h>;lr SIP/2.0', ['request-uri.angle-brackets', '<']],
  ['INVITE <sip:bob@> SIP/2.0', ['request-uri.angle-brackets', '<'], ['sip-uri.host-missing', 'sip:bob@']],
  ['INVITE bob@example.com SIP/2.0', ['request-uri.malformed', 'bob@example.com']],
  ['INVITE example.com SIP/2.0', ['request-uri.malformed', 'example.com']],
  ['INVITE pbx:5060 SIP/2.0', ['request-uri.malformed', 'pbx:5060']],
  ['INVITE * SIP/2.0', ['request-uri.malformed', '*']],
  ['INVITE tel: SIP/2.0', ['request-uri.malformed', 'tel:']],
  ['INVITE http://a|b SIP/2.0', ['request-uri.malformed', '|']],
  ['INVITE SIP/2.0', ['request-uri.malformed', ' ']],
  ['sip:bob@example.com SIP/2.0', ['method.not-token', 'sip:bob@example.com']],
  ['INVITE  SIP/2.0', ['request-uri.malformed', '  ']],
  ['INVITE sip:bob@exa%6Dple.com SIP/2.0', ['sip-uri.host-invalid', 'exa%6Dple.com']],
  ['INVITE sip:12345 SIP/2.0', ['sip-uri.host-is-number', '12345']],
  ['INVITE sip:bob@my_pc SIP/2.0', ['sip-uri.host-underscore', 'my_pc']],
  ['IN(VITE) sip:bob@example.com SIP/2.0', ['method.not-token', 'IN(VITE)']],
  ['(a) b c SIP/2.0', ['method.not-token', '(a)']],
];

describe('Request-Line', () => {
  for (const [line, ...issues] of REQUESTS) {
    it(JSON.stringify(line), () => {
      const parsed = parse(line);
      assert.equal(parsed.startLine.kind, 'request');
      assert.deepEqual(parsed.issues, issues);
    });
  }

  it('gives method, Request-URI and version with their ranges', () => {
    const line = request('INVITE sip:bob@example.com;lr SIP/2.0');
    assert.deepEqual(line.method, { start: 2, end: 8, text: 'INVITE' });
    assert.deepEqual(line.version, { start: 32, end: 39, text: 'SIP/2.0' });
    assert.deepEqual([line.start, line.end, line.requestUri.start, line.requestUri.end], [2, 39, 9, 31]);
    assert.ok(line.requestUri.value?.kind === 'sip');
    assert.deepEqual(line.requestUri.value.host, { kind: 'name', start: 17, end: 28, text: 'example.com' });
    assert.equal(line.requestUri.partial, line.requestUri.value);
  });

  it('counts a URI with odd blanks around it as read', () => {
    const line = request(' OPTIONS \t sip:example.com   SIP/2.0 ');
    assert.equal(line.method.text, 'OPTIONS');
    assert.equal(line.requestUri.value?.text, 'sip:example.com');
    assert.equal(line.version.text, 'SIP/2.0');
  });

  it('keeps a broken URI as partial only', () => {
    const line = request('INVITE sip:bob@example.com: SIP/2.0');
    assert.equal(line.requestUri.value, undefined);
    assert.equal(line.requestUri.partial?.text, 'sip:bob@example.com:');
  });

  it('keeps the URI between brackets as partial', () => {
    const line = request('INVITE <sip:bob@example.com> SIP/2.0');
    assert.equal(line.requestUri.value, undefined);
    assert.equal(line.requestUri.partial?.text, 'sip:bob@example.com');
  });

  it('reports nothing where a placeholder stands', () => {
    const hidden = '\ufdd0\ufdd0\ufdd0';
    for (const line of [`INVITE ${hidden} SIP/2.0`, `${hidden} sip:${hidden}@${hidden}:${hidden} SIP/2.0`]) {
      assert.deepEqual(parse(line).issues, []);
    }
    assert.equal(request(`INVITE ${hidden} SIP/2.0`).requestUri.value, undefined);
  });
});

const RESPONSES: [line: string, code: number, phrase: string, ...issues: Issue[]][] = [
  ['SIP/2.0 200 OK', 200, 'OK'],
  ['sip/2.0 180 Ringing', 180, 'Ringing'],
  ['SIP/2.0 100 ', 100, ''],
  ['SIP/2.0 499 Something New', 499, 'Something New'],
  [
    'SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое',
    200,
    '= 2**3 * 5**2 но сто девяносто девять - простое',
  ],
  ['SIP/2.0 200  two\tblanks ', 200, ' two\tblanks '],
  ['SIP/2.0 200 this%20too; (a/b?c:d@e&f=g+h$i,j)', 200, 'this%20too; (a/b?c:d@e&f=g+h$i,j)'],
  ['SIP/3.0 606 Not Acceptable', 606, 'Not Acceptable'],
  ['SIP/2.0 100', 100, '', ['status-line.last-space-missing', '100']],
  ['SIP/2.0  200 OK', 200, 'OK', ['status-line.white-space', '  ']],
  ['SIP/2.0\t200 OK', 200, 'OK', ['status-line.white-space', '\t']],
  ['SIP/2.0 200\tOK', 200, 'OK', ['status-line.white-space', '\t']],
  ['SIP/2.0 200OK', 200, 'OK', ['status-line.white-space', 'O']],
  [' SIP/2.0 200 OK', 200, 'OK', ['status-line.white-space', ' ']],
  ['SIP/2.0 4294967301 better not break', Number.NaN, 'better not break', ['status-code.invalid', '4294967301']],
  ['SIP/2.0 200.1 OK', Number.NaN, 'OK', ['status-code.invalid', '200.1']],
  ['SIP/2.0 200-OK', Number.NaN, '', ['status-code.invalid', '200-OK']],
  ['SIP/2.0 20 OK', Number.NaN, 'OK', ['status-code.invalid', '20']],
  ['SIP/2.0 abc', Number.NaN, '', ['status-code.invalid', 'abc']],
  ['SIP/2.0 700 x', 700, 'x', ['status-code.invalid', '700']],
  ['SIP/2.0 099 x', 99, 'x', ['status-code.invalid', '099']],
  ['SIP/2.0', Number.NaN, '', ['status-code.invalid', 'SIP/2.0']],
  ['SIP/2.0 400 Bad header <Via>', 400, 'Bad header <Via>', ['reason-phrase.invalid-character', '<']],
  ['SIP/2.0 400 "no"', 400, '"no"', ['reason-phrase.invalid-character', '"']],
  ['SIP/2.0 400 100% wrong', 400, '100% wrong', ['reason-phrase.invalid-character', '%']],
  ['SIP/2.0 400 a\u0000', 400, 'a\u0000', ['reason-phrase.invalid-character', '\u0000']],
];

describe('Status-Line', () => {
  for (const [line, code, phrase, ...issues] of RESPONSES) {
    it(JSON.stringify(line), () => {
      assert.deepEqual(parse(line).issues, issues);
      assert.deepEqual([response(line).statusCode, response(line).reasonPhrase.text], [code, phrase]);
    });
  }

  it('gives its words with their ranges', () => {
    const line = response('SIP/2.0 404 Not Found');
    assert.deepEqual(line.version, { start: 2, end: 9, text: 'SIP/2.0' });
    assert.deepEqual(line.code, { start: 10, end: 13, text: '404' });
    assert.deepEqual(line.reasonPhrase, { start: 14, end: 23, text: 'Not Found' });
  });

  it('does not know the code behind a placeholder', () => {
    assert.deepEqual(parse('SIP/2.0 \ufdd0\ufdd0\ufdd0 OK').issues, []);
    assert.ok(Number.isNaN(response('SIP/2.0 \ufdd0\ufdd0\ufdd0 OK').statusCode));
  });
});

describe('a line that is neither', () => {
  for (const line of ['INVITE sip:bob@example.com', 'hello', 'Subject: about SIP/2.0', 'SIP 200 OK', 'a b SIP']) {
    it(JSON.stringify(line), () => {
      assert.equal(parse(line).startLine.kind, 'unrecognized');
      assert.deepEqual(parse(line).issues, [['start-line.unrecognized', line]]);
    });
  }
});

describe('isPlausibleStartLine', () => {
  const isPlausible = (line: string) => isPlausibleStartLine(`x${line}y`, 1, 1 + line.length);

  for (const line of [
    'INVITE sip:a SIP/2.0',
    'invite  sip:a; lr  sip/9 ',
    'SIP/2.0 200 OK',
    'sip/2.0 200',
    'SIP/2.0  100 ',
    INTMETH,
  ]) {
    it(`takes ${JSON.stringify(line)}`, () => assert.ok(isPlausible(line)));
  }

  for (const line of [
    '',
    'INVITE',
    'INVITE SIP/2.0',
    'IN(VITE) sip:a SIP/2.0',
    'Via: a SIP/2.0',
    ' INVITE sip:a SIP/2.0',
    'INVITE sip:a HTTP/1.1',
    'INVITE sip:a',
    'SIP/2.0',
    'SIP/2.0 20 OK',
    'SIP/2.0 2000 OK',
    'SIP/2.0 OK',
    'v=0',
    '# comment SIP/2.0',
  ]) {
    it(`leaves ${JSON.stringify(line)}`, () => assert.ok(!isPlausible(line)));
  }
});

describe('parseStartLine', () => {
  const pieces = fc.constantFrom(
    'SIP/2.0',
    'sip:',
    'INVITE',
    ' ',
    '\t',
    '<',
    '>',
    '200',
    '@',
    'a',
    '%',
    '\r',
    '\u0000',
    '\ufdd0',
    'é',
  );

  it('reads a plain line as it would any other', () => {
    const piece = fc.constantFrom(
      ...[
        'SIP/2.0',
        'sip/2.',
        ' ',
        '  ',
        '\t',
        '200',
        '99',
        '700',
        '1000',
        'OK',
        '%4',
        '%41',
        'ä',
        '\u0000',
        '{',
        '\ufdd0',
      ],
      ...['INVITE', 'BYE', 'sip:a@b', 'sips:h:5061;lr', 'tel:+1', '<', '"'],
    );
    const status = fc.array(piece, { maxLength: 4 }).map((rest) => `SIP/2.0 200 ${rest.join('')}`);
    const method = fc.array(piece, { maxLength: 3 }).map((rest) => `INVITE sip:a@b${rest.join('')} SIP/2.0`);
    const any = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''));
    let plain = 0;
    fc.assert(
      fc.property(fc.oneof(status, method, any), (line) => {
        const statusLine = parsePlainStatusLine(line, 0, line.length);
        if (statusLine) assert.deepEqual(parseStatusLine(line, 0, line.length), statusLine);
        const requestLine = parsePlainRequestLine(line, 0, line.length);
        if (requestLine) assert.deepEqual(plainNode(parseRequestLine(line, 0, line.length)), plainNode(requestLine));
        if (statusLine || requestLine) plain++;
      }),
      { numRuns: 3000 },
    );
    assert.ok(plain > 300, `${plain} plain lines`);
  });

  it('reads any line, with ranges inside of it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 12 }), (parts) => {
        const line = parts.join('');
        const parsed = parseStartLine(line, 0, line.length);
        for (const issue of parsed.issues)
          assert.ok(0 <= issue.start && issue.start <= issue.end && issue.end <= line.length);
        if (parsed.kind === 'unrecognized') return;
        const nodes =
          parsed.kind === 'request'
            ? [parsed.method, parsed.requestUri, parsed.version]
            : [parsed.version, parsed.code, parsed.reasonPhrase];
        let at = 0;
        for (const node of nodes) {
          assert.ok(at <= node.start && node.start <= node.end);
          at = node.end;
        }
        assert.ok(at <= line.length);
      }),
      { numRuns: 1000 },
    );
  });
});
