import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EolSetting, InputSettings } from '../../src/input/settings.js';
import { readSipFile, type SipFile } from '../../src/input/sip-file.js';
import { looksLikeSip } from '../../src/input/sniff.js';
import type { SipMessage } from '../../src/syntax/message.js';
import type { Range } from '../../src/text/range.js';
import { SourceText } from '../../src/text/source-text.js';
import { corpusFiles } from '../corpus.js';

/** Pieces of text that a message or what stands around it is made of, whole or broken. */
const PIECES = [
  'INVITE sip:bob@example.com SIP/2.0',
  'SIP/2.0 200 OK',
  'INVITE sip:bob@example.com',
  'Via: SIP/2.0/UDP a.example.com;branch=z9hG4bK1',
  'To : <sip:bob@example.com>',
  'Content-Length: 0',
  'Content-Length: 7',
  'l: 30',
  ': no name',
  'no colon',
  'Content Type: text/plain',
  ' folded',
  '\t',
  '   ',
  '---',
  '### title',
  '# remark',
  '# siplint-set transport=udp',
  '# siplint-disable-next-message a-rule -- why',
  '2024-05-04 12:30:00.123',
  'U 192.0.2.1:5060 -> 192.0.2.2:5060',
  '<--- SIP read from UDP:192.0.2.1:5060 --->',
  '{{x}}',
  `Subject: \${x} \u{1f600}\u00e9`,
  '[last_Via:]',
  'v=0',
  'a=rtpmap:0 PCMU/8000',
  '\ufeff',
  '\0',
  '|'.repeat(20),
];

const file = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary' })),
      fc.constantFrom('\r\n', '\n', '\r', '', '\r\n\r\n', '\n\n', '\r\r\n'),
    ),
    { maxLength: 40 },
  )
  .map((lines) => lines.flat().join(''));

/** The same with one kind of line end, as most files are. */
const uniformFile = fc
  .tuple(fc.array(fc.constantFrom(...PIECES, ''), { maxLength: 40 }), fc.constantFrom('\r\n', '\n', '\r'))
  .map(([lines, terminator]) => lines.join(terminator));

const settings: fc.Arbitrary<InputSettings> = fc.record(
  {
    wire: fc.record({ eol: fc.constantFrom<EolSetting[]>('auto', 'as-is', 'crlf') }),
    placeholders: fc.constantFrom<InputSettings['placeholders'][]>('auto', ['sipp'], []),
    isPacket: fc.boolean(),
  },
  { requiredKeys: ['wire', 'placeholders'] },
);

/** Ranges that follow each other from `start` to `end` without gap. */
function assertTiled(ranges: readonly Range[], start: number, end: number): void {
  let at = start;
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    assert.equal(range.start, at);
    assert.ok(range.end >= range.start);
    at = range.end;
  }
  assert.equal(at, end);
}

/** Every character of a file belongs to one message, to prose or to trivia. */
function assertLossless(read: SipFile): void {
  const messages = read.messages.map(({ offset, text }) => ({ start: offset, end: offset + text.length }));
  assertTiled([...messages, ...read.prose, ...read.trivia], 0, read.source.length);
  read.messages.forEach((message, index) => {
    assert.equal(message.index, index);
    assertMessage(message);
  });
}

function assertMessage(message: SipMessage): void {
  const { body, text } = message;
  assertInside(message.startLine, message.headerEnd);
  assert.ok(message.headerEnd <= body.start && body.start <= body.end && body.end <= text.length);
  assert.equal(message.end, text.length);
  if (body.surplus) assertInside(body.surplus, text.length);
  for (const issue of [...message.issues, ...message.startLine.issues]) assertInside(issue, text.length);
  for (const placeholder of message.placeholders) assertInside(placeholder, text.length);
  for (const field of message.fields) assertField(message, field);
  assertRows(message);
}

function assertField(message: SipMessage, field: SipMessage['fields'][number]): void {
  const { start, nameEnd, colon, valueStart, valueEnd, end } = field;
  const offsets = [start, nameEnd, colon, valueStart, valueEnd, end];
  assert.deepEqual(
    offsets,
    [...offsets].sort((a, b) => a - b),
  );
  assert.equal(message.text.charAt(colon), ':');
  assert.equal(message.text.slice(start, nameEnd), field.name);
  assert.equal(
    field.rawValue,
    field.rawValue.trim().length === field.rawValue.length ? field.rawValue.trim() : field.rawValue,
  );
  for (const issue of field.issues) assertInside(issue, message.text.length);
}

/** Start line, rows and stray lines are the header section but for its empty line and the indentation of orphans. */
function assertRows(message: SipMessage): void {
  const rows = [...message.fields, ...message.strayLines].sort((a, b) => a.start - b.start);
  let at = rows[0]?.start ?? message.headerEnd;
  for (const row of rows) {
    assert.match(message.text.slice(at, row.start), /^[ \t\r]*$/);
    assert.ok(row.start >= at);
    at = row.end;
  }
  assert.match(message.text.slice(at, message.headerEnd), /^\r*\n?$|^\r$/);
}

function assertInside({ start, end }: Range, length: number): void {
  assert.ok(0 <= start && start <= end && end <= length, `${start}..${end} in ${length}`);
}

describe('reading any text', () => {
  it('loses nothing, and ranges nest', () => {
    fc.assert(
      fc.property(fc.oneof(file, uniformFile), settings, (text, input) => {
        looksLikeSip(text);
        assertLossless(readSipFile(SourceText.fromString(text), input));
      }),
      { numRuns: 3000 },
    );
  });

  it('loses nothing of any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), settings, (bytes, input) => {
        const source = SourceText.fromBytes(bytes);
        assertLossless(readSipFile(source, input));
        assert.deepEqual(source.encode(source.text), bytes);
      }),
    );
  });

  it('finds in a file what it finds in each of its messages alone', () => {
    const message = fc
      .tuple(
        fc.constantFrom('BYE sip:a@example.com SIP/2.0', 'SIP/2.0 200 OK'),
        fc.constantFrom('', 'hi', 'v=0\r\ns=-\r\n'),
      )
      .map(([line, body]) => `${line}\r\nVia: SIP/2.0/UDP a\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), (messages) => {
        const input: InputSettings = { wire: { eol: 'auto' }, placeholders: 'auto' };
        const read = readSipFile(SourceText.fromString(messages.join('')), input);
        assert.deepEqual(
          read.messages.map(({ text }) => text),
          messages,
        );
      }),
    );
  });
});

describe('reading the corpus', () => {
  for (const { path, bytes } of corpusFiles()) {
    it(path, () => {
      const source = SourceText.fromBytes(bytes);
      const read = readSipFile(source, { wire: { eol: 'auto' }, placeholders: 'auto' });
      assertLossless(read);
      assert.ok(looksLikeSip(source.text) || read.messages.length === 0);
      assert.deepEqual(source.encode(source.text), new Uint8Array(bytes));
    });
  }
});
