import assert from 'node:assert/strict';
import {
  DEFAULT_INPUT_SETTINGS,
  exactly,
  exampleText,
  METHODS,
  octets,
  readSipFile,
  SourceText,
  STATUS_CODES,
  syntaxIssuesOf,
} from '@siplint/core';
import { ack, cancel, file, invite, line, ok, options, request, response } from '../../src/examples/messages.js';

function rowsOf(example: ReturnType<typeof invite>): string[] {
  return exampleText(example).split('\r\n');
}

describe('documented examples: message builders', () => {
  it('makes a whole request with the fields in a sensible order', () => {
    const names = rowsOf(options()).map((row) => row.split(':')[0]);
    assert.deepEqual(names, [
      'OPTIONS sip',
      ...['Via', 'Max-Forwards', 'To', 'From', 'Call-ID', 'CSeq', 'Contact', 'Accept', 'Content-Length', '', ''],
    ]);
  });

  it('replaces in place, takes away, repeats and adds', () => {
    const rows = rowsOf(
      options({ 'Max-Forwards': null, f: '<|x|>', Route: ['<sip:a;lr>', '<sip:b;lr>'], Subject: 'hi', rows: ['raw'] }),
    );
    assert.deepEqual(
      rows.map((row) => row.split(':')[0]),
      [
        'OPTIONS sip',
        'Via',
        'Route',
        'Route',
        'To',
        'f',
        'Call-ID',
        'CSeq',
        'Contact',
        'Accept',
        'Subject',
        'raw',
        'Content-Length',
        '',
        '',
      ],
    );
    assert.ok(rows.includes('f: <|x|>'));
  });

  it('keeps a name with marks where the plain name stands', () => {
    assert.equal(rowsOf(options({ '<|via|>': 'x' }))[1], '<|via|>: x');
  });

  it('writes an empty value without a trailing space', () => {
    assert.ok(rowsOf(options({ Supported: '' })).includes('Supported:'));
  });

  const lengths = [
    { body: 'ab<|c|>\n', expected: 'Content-Length: 5' },
    { body: 'é😀', expected: 'Content-Length: 6' },
    { body: null, expected: 'Content-Length: 0' },
  ];
  for (const { body, expected } of lengths) {
    it(`counts the body ${JSON.stringify(body)} in octets without marks`, () => {
      assert.ok(rowsOf(invite({ body })).includes(expected));
    });
  }

  it('drops Content-Type with the body, unless it is given', () => {
    assert.ok(!exampleText(invite({ body: null })).includes('Content-Type'));
    assert.ok(exampleText(invite({ body: null, 'Content-Type': 'text/plain' })).includes('Content-Type: text/plain'));
  });

  it('lets a given Content-Length stand', () => {
    assert.ok(rowsOf(invite({ 'Content-Length': '<|9|>' })).includes('Content-Length: <|9|>'));
  });

  it('gives a response what its status asks for', () => {
    const challenge = exampleText(response(401, 'REGISTER'));
    assert.ok(challenge.startsWith('SIP/2.0 401 Unauthorized\r\n'));
    assert.match(challenge, /\r\nWWW-Authenticate: Digest /);
    assert.match(exampleText(response(180, 'INVITE')), /\r\nContact: /);
    assert.doesNotMatch(exampleText(response(100, 'INVITE')), /;tag=\w+\r\nFrom|Contact/);
    assert.match(exampleText(ok('INVITE')), /\r\nContent-Type: application\/sdp\r\n/);
  });

  it('keeps transactions and dialogs of one call together', () => {
    const value = (example: ReturnType<typeof invite>, name: string): string =>
      rowsOf(example).find((row) => row.startsWith(`${name}:`)) ?? '';
    assert.equal(value(cancel(), 'Via'), value(invite(), 'Via'));
    assert.notEqual(value(ack(), 'Via'), value(invite(), 'Via'));
    assert.equal(value(ack(), 'To'), value(ok('INVITE'), 'To'));
    assert.equal(value(ok('INVITE'), 'Call-ID'), value(invite(), 'Call-ID'));
    assert.notEqual(value(request('MESSAGE'), 'Call-ID'), value(invite(), 'Call-ID'));
  });

  it('joins messages and lines into a file', () => {
    const text = exampleText(file(line('# siplint-disable x'), options(), ok('OPTIONS')));
    assert.equal(text.match(/ SIP\/2\.0\r\n|^SIP\/2\.0 200/gm)?.length, 2);
    assert.ok(text.startsWith('# siplint-disable x\r\nOPTIONS '));
  });

  it('keeps in a file how its parts are to be read', () => {
    const joined = file(octets(options({ Subject: '\xff' })), exactly('OPTIONS'));
    assert.ok(typeof joined === 'object');
    assert.deepEqual([joined.encoding, joined.isRaw], ['bytes', true]);
  });
});

describe('documented examples: default messages', () => {
  const methods = METHODS.map(({ name }) => name);
  const examples = [
    ...methods.map((method) => ({ name: method, example: request(method) })),
    ...methods.map((method) => ({ name: `200 to ${method}`, example: ok(method) })),
    ...STATUS_CODES.map(({ code }) => ({ name: `${code} to INVITE`, example: response(code, 'INVITE') })),
  ];
  for (const { name, example } of examples) {
    it(`has no defect of grammar: ${name}`, () => {
      const source = SourceText.fromString(exampleText(example));
      const { messages, prose } = readSipFile(source, DEFAULT_INPUT_SETTINGS);
      assert.equal(messages.length, 1);
      assert.equal(prose.length, 0);
      for (const message of messages) {
        assert.deepEqual(
          [...syntaxIssuesOf(message)].map(({ code }) => code),
          [],
        );
        assert.equal(message.body.declaredLength, message.body.storedLength);
      }
    });
  }
});
