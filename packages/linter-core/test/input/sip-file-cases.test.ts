import assert from 'node:assert/strict';
import { BODY, defects, read, sample, toLf } from './samples.js';

const request = 'INVITE sip:a@example.com SIP/2.0';
const fragment = `${request}\r\n---\r\n${request}\r\nTo: <sip:b@example.com>\r\n`;

interface FileCase {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly messages: number;
  readonly defects: readonly string[];
  readonly titles?: readonly (string | undefined)[];
}

/** The cases by which the documentation of `.sip` files decides what one is. */
const cases: readonly FileCase[] = [
  { name: '1: CRLF, exact length', text: sample(), messages: 1, defects: [] },
  { name: '2: LF, length of the wire form', text: toLf(sample({ length: 10 })), messages: 1, defects: [] },
  { name: '3: LF, length of the stored octets', text: toLf(sample({ length: 8 })), messages: 1, defects: [] },
  {
    name: '4: 2 without the newline at the end of the file',
    text: toLf(sample({ length: 10 })).slice(0, -1),
    messages: 1,
    defects: ['final-terminator 0'],
  },
  {
    name: '5: one LF among CRLF',
    text: sample().replace('UDP a.example.com;branch=z9hG4bK1\r\n', 'UDP a.example.com;branch=z9hG4bK1\n'),
    messages: 1,
    defects: [`frame.line-end-not-crlf ${sample().indexOf('Via')}`],
  },
  { name: '6: two messages, right length, nothing between', text: sample() + sample(), messages: 2, defects: [] },
  {
    name: '6: the same where the body has no line end',
    text: sample({ body: 'v=0' }) + sample(),
    messages: 2,
    defects: [],
  },
  { name: '7: length too long by 9', text: sample({ length: 19 }) + sample(), messages: 2, defects: ['too-long 0'] },
  {
    name: '7: the same behind a blank line',
    text: `${sample({ length: 21 })}\r\n${sample()}`,
    messages: 2,
    defects: ['too-long 0'],
  },
  {
    name: '7: too long by so much that it points behind the first letters of the next method',
    text: sample({ length: 12 }) + sample(),
    messages: 2,
    defects: ['too-long 0'],
  },
  { name: '8: length too short by 9', text: sample({ length: 1 }) + sample(), messages: 2, defects: ['too-short 0'] },
  { name: '9: a body that reads like messages', text: sample({ body: fragment }), messages: 1, defects: [] },
  {
    name: '9: the same, stored with LF, and another message behind it',
    text: toLf(sample({ body: fragment }) + sample()),
    messages: 2,
    defects: [],
  },
  {
    name: '10: titles',
    text: `### one\r\n${sample()}\r\n### two ###\r\n${sample()}\r\n### three\r\n\r\n${sample()}`,
    messages: 3,
    defects: [],
    titles: ['one', 'two', 'three'],
  },
  {
    name: '11: prose, then a message',
    text: `A call.\r\nIt fails.\r\n\r\nSee:\r\n\r\n${sample()}`,
    messages: 1,
    defects: ['prose 0'],
  },
  { name: '11: prose right before a message', text: `A call.\r\n${sample()}`, messages: 1, defects: ['prose 0'] },
  { name: 'a byte order mark and a title', text: `\ufeff### title\r\n${sample()}`, messages: 1, defects: [] },
  {
    name: 'a byte order mark and a directive',
    text: `\ufeff# siplint-set role=proxy\n${sample()}`,
    messages: 1,
    defects: [],
  },
  { name: '12: an empty file', text: '', messages: 0, defects: [] },
  { name: '12: only comments', text: '# nothing\n#\n## here', messages: 0, defects: [] },
  { name: '12: only blank lines', text: '\r\n \r\n\n\t\n', messages: 0, defects: [] },
  {
    name: '13: no empty line at the end of the header section',
    text: 'SIP/2.0 200 OK\r\nContent-Length: 0\r\n',
    messages: 1,
    defects: ['frame.separator-missing 16'],
  },
  {
    name: '13: the same without a line end',
    text: 'SIP/2.0 200 OK\nContent-Length: 0',
    messages: 1,
    defects: ['frame.separator-missing 15'],
  },
  { name: '14: a placeholder as length', text: sample({ length: '{{len}}' }), messages: 1, defects: [] },
];

describe('the cases of .sip files', () => {
  for (const { name, text, messages, defects: expected, titles } of cases) {
    it(name, () => {
      const file = read(text);
      assert.equal(file.messages.length, messages);
      assert.deepEqual(defects(file), expected);
      if (titles)
        assert.deepEqual(
          file.messages.map(({ origin }) => origin.title),
          titles,
        );
    });
  }

  it('15: a NUL and Latin-1 octets in a display name', () => {
    const text = sample({ rows: ['To: "J\xf6rg\0" <sip:joerg@example.com>'] });
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const file = read(bytes);
    const [message] = file.messages;
    assert.equal(file.source.encoding, 'bytes');
    assert.deepEqual(file.source.encode(file.source.text), bytes);
    assert.deepEqual(defects(file), []);
    assert.equal(message?.field('To')?.rawValue, '"J\xf6rg\0" <sip:joerg@example.com>');
  });

  it('16: an emoji before a wrong length', () => {
    const body = '\u{1f600}\r\n';
    const text = sample({ rows: ['Subject: \u{1f600}'], body, length: 7 });
    const file = read(new TextEncoder().encode(text));
    const [message] = file.messages;
    assert.equal(message?.body.lengthVerdict, 'too-long');
    assert.equal(message?.body.storedLength, 6);
    const row = message?.field('Content-Length');
    assert.deepEqual(row && file.source.lines.positionAt(row.valueStart), { line: 5, column: 17 });
  });

  it('17: ten thousand messages', () => {
    const text = Array.from({ length: 10_000 }, (_, n) =>
      sample({ startLine: `MESSAGE sip:${n}@example.com SIP/2.0` }),
    ).join('');
    const file = read(text);
    assert.equal(file.messages.length, 10_000);
    assert.deepEqual(defects(file), []);
    assert.equal(file.messages.at(-1)?.index, 9999);
  });
});

describe('the length of a body', () => {
  const twoOctets = { body: 'hi', length: 2 };
  const table: readonly { name: string; text: string; eol?: 'as-is' | 'crlf'; verdicts: string[] }[] = [
    { name: 'a newline more at the end of the file', text: `${sample()}\r\n`, verdicts: ['final-terminator'] },
    { name: 'an LF more behind a CRLF message', text: `${sample()}\n`, verdicts: ['final-terminator'] },
    { name: 'two newlines more', text: `${sample()}\r\n\r\n`, verdicts: ['too-short'] },
    { name: 'a newline less', text: sample().slice(0, -2), verdicts: ['final-terminator'] },
    { name: 'blank lines before a separator', text: `${sample()}\r\n\r\n---\r\n`, verdicts: ['right'] },
    {
      name: 'blank lines before a comment',
      text: `${sample()}\r\n# next\r\n${sample()}`,
      verdicts: ['right', 'right'],
    },
    {
      name: 'a body without line end before a separator',
      text: `${sample(twoOctets)}\r\n===\r\n`,
      verdicts: ['right'],
    },
    { name: 'one octet too many before a separator', text: `${sample({ length: 11 })}---\r\n`, verdicts: ['too-long'] },
    { name: 'one octet too few before a separator', text: `${sample({ length: 9 })}---\r\n`, verdicts: ['too-short'] },
    { name: 'no length', text: sample({ length: null }), verdicts: ['unknown'] },
    { name: 'a length twice', text: sample({ rows: ['l: 10'] }), verdicts: ['unknown'] },
    { name: 'a length that is no number', text: sample({ length: '+10' }), verdicts: ['unknown'] },
    { name: 'a huge number', text: sample({ length: '9'.repeat(400) }), verdicts: ['too-long'] },
    { name: 'a length without a body', text: 'SIP/2.0 200 OK\r\nl: 5\r\n---\r\n', verdicts: ['too-long'] },
    { name: 'LF counted as sent', text: toLf(sample({ length: 10 })), eol: 'as-is', verdicts: ['too-long'] },
    {
      name: 'LF counted as CRLF only',
      text: `${toLf(sample({ length: 7 }))}---\n`,
      eol: 'crlf',
      verdicts: ['too-short'],
    },
    { name: 'a placeholder in the body', text: sample({ body: `v=\${v}\r\n`, length: 99 }), verdicts: ['unknown'] },
  ];
  for (const { name, text, eol = 'auto', verdicts } of table) {
    it(name, () => {
      const { messages } = read(text, { wire: { eol } });
      assert.deepEqual(
        messages.map(({ body }) => body.lengthVerdict),
        verdicts,
      );
    });
  }

  it('keeps blank lines at the end out of a body without a length', () => {
    const [message] = read(`${sample({ length: null })}\r\n\r\n`).messages;
    assert.equal(message?.text.slice(message.body.start, message.body.end), BODY);
  });

  it('judges a whole body whose length is too short, but no white space behind it', () => {
    const [short] = read(sample({ length: 4 })).messages;
    assert.equal(short?.body.end, short?.text.length);
    assert.equal(short?.body.surplusKind, 'other');
    const [blank] = read(`${sample()}\r\n\r\n`).messages;
    assert.equal(blank && blank.body.end - blank.body.start, 10);
    assert.equal(blank?.body.surplusKind, 'white-space');
  });
});

describe('the surplus of a length that is too short', () => {
  const table: readonly { name: string; text: string; kind: string; body: string }[] = [
    { name: 'ends inside a CRLF', text: sample({ length: 9 }), kind: 'white-space', body: BODY },
    {
      name: 'ends inside a CRLF stored as LF',
      text: toLf(sample({ body: `${BODY}t=0 0\r\n`, length: 16 })),
      kind: 'white-space',
      body: toLf(`${BODY}t=0 0\r\n`),
    },
    {
      name: 'leaves white space at the end of a line',
      text: sample({ body: 'v=0 \r\n', length: 3 }),
      kind: 'white-space',
      body: 'v=0 \r\n',
    },
    {
      name: 'ends inside a character',
      text: sample({ body: 'a\u20ac\r\n', length: 2 }),
      kind: 'other',
      body: 'a\u20ac\r\n',
    },
    { name: 'is text', text: sample({ length: 3 }), kind: 'other', body: BODY },
    { name: 'is everything', text: sample({ length: 0 }), kind: 'other', body: BODY },
  ];
  for (const { name, text, kind, body: expected } of table) {
    it(name, () => {
      const [message] = read(text).messages;
      assert.equal(message?.body.lengthVerdict, 'too-short');
      assert.equal(message?.body.surplusKind, kind);
      assert.equal(message?.text.slice(message.body.start, message.body.end), expected);
    });
  }
});

describe('octets that are one packet', () => {
  it('hold one message and noise', () => {
    const { messages } = read(`\r\n\r\n${sample()}\r\n${sample()}`, { isPacket: true });
    assert.equal(messages.length, 1);
    assert.equal(messages[0]?.offset, 4);
    assert.equal(messages[0]?.body.surplusKind, 'message');
    assert.equal(messages[0] && messages[0].body.end - messages[0].body.start, BODY.length);
    assert.equal(messages[0]?.origin.isPacket, true);
  });

  it('are judged as they are', () => {
    const { messages } = read(toLf(sample({ length: 10 })), { isPacket: true });
    assert.equal(messages[0]?.body.lengthVerdict, 'too-long');
    assert.deepEqual(
      messages[0]?.issues.map(({ code }) => code),
      ['frame.line-end-not-crlf'],
    );
  });

  it('reach to the next separator where a directive says so', () => {
    const { messages } = read(`# siplint-set transport=udp\n${sample()}\r\n${sample()}---\r\n${sample()}`);
    assert.deepEqual(
      messages.map(({ body }) => body.surplusKind),
      ['message', undefined],
    );
  });
});

describe('boundaries of messages', () => {
  const table: readonly { name: string; text: string; startLines: string[] }[] = [
    {
      name: 'a start line right behind a body without a length, if a header field follows it',
      text: sample({ length: null }) + sample({ startLine: 'SIP/2.0 200 OK' }),
      startLines: ['MESSAGE sip:bob@example.com SIP/2.0', 'SIP/2.0 200 OK'],
    },
    {
      name: 'no start line in the middle of a body',
      text: sample({ length: null, body: 'He sent:\r\nINVITE sip:a SIP/2.0\r\nto me.\r\n' }),
      startLines: ['MESSAGE sip:bob@example.com SIP/2.0'],
    },
    {
      name: 'a message without an empty line before the next one',
      text: `BYE sip:a SIP/2.0\r\nVia: x\r\n${sample()}`,
      startLines: ['BYE sip:a SIP/2.0', 'MESSAGE sip:bob@example.com SIP/2.0'],
    },
    {
      name: 'a broken start line before header fields',
      text: 'INVITE sip:bob@example.com\r\nVia: SIP/2.0/UDP a\r\nTo: <sip:bob@example.com>\r\n\r\n',
      startLines: ['INVITE sip:bob@example.com'],
    },
    { name: 'header fields without a start line', text: 'Via: SIP/2.0/UDP a\nTo: <sip:a@b>\n\n', startLines: [''] },
    {
      name: 'a comment behind a message without a length',
      text: `BYE sip:a SIP/2.0\n\n# next\nBYE sip:b SIP/2.0\n\n`,
      startLines: ['BYE sip:a SIP/2.0', 'BYE sip:b SIP/2.0'],
    },
    {
      name: 'a separator whose title is a start line',
      text: `--- BYE sip:x SIP/2.0\n${toLf(sample())}`,
      startLines: ['MESSAGE sip:bob@example.com SIP/2.0'],
    },
    {
      name: 'a start line of placeholders',
      text: `{{method}} \${uri} SIP/2.0\n\n`,
      startLines: [`{{method}} \${uri} SIP/2.0`],
    },
  ];
  for (const { name, text, startLines } of table) {
    it(name, () => {
      const { messages, prose } = read(text);
      assert.deepEqual(
        messages.map((message) => message.sourceText(message.startLine)),
        startLines,
      );
      assert.deepEqual(prose, []);
    });
  }

  it('says how the end was found', () => {
    const text = `${sample()}${sample({ length: null })}---\r\nBYE sip:a SIP/2.0\r\n---\r\n${sample({ length: null })}`;
    assert.deepEqual(
      read(text).messages.map(({ body }) => body.boundary),
      ['content-length', 'scan', 'no-body', 'end-of-file'],
    );
  });

  it('reports a byte order mark in front of a start line, milder in the text form', () => {
    assert.deepEqual(defects(read(`\ufeff${sample()}`)), ['frame.byte-order-mark 0']);
    assert.deepEqual(defects(read(`\ufeff${toLf(sample())}`)), ['frame.byte-order-mark-text-form 0']);
    assert.deepEqual(defects(read(new Uint8Array([0xef, 0xbb, 0xbf, 0xff, 0x0a]))), ['prose 0']);
  });

  it('finds no message in UTF-16', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...[...sample()].flatMap((character) => [character.charCodeAt(0), 0])]);
    const file = read(bytes);
    assert.equal(file.messages.length, 0);
    assert.equal(file.prose.length, 1);
  });

  it('reads a text with CR alone line by line', () => {
    const file = read(sample().replaceAll('\r\n', '\r'));
    assert.equal(file.messages[0]?.fields.length, 3);
    assert.deepEqual(defects(file), ['frame.line-end-not-crlf 0']);
  });
});
