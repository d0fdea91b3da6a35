import { readdirSync, readFileSync } from 'node:fs';
import { exampleText, stripMarks } from '@siplint/core';
import { rules } from '@siplint/rules';
import fc from 'fast-check';
import { corpusFiles } from '../../packages/linter-core/test/corpus.js';

const EXAMPLES = new URL('../../examples/', import.meta.url);

/** Messages to start from, an octet a character: the examples of rules, those of the project, the torture messages. */
export const SEEDS: readonly string[] = [
  ...rules
    .flatMap(({ meta }) => [...(meta.docs?.bad ?? []), ...(meta.docs?.good ?? [])])
    .map((example) => toOctets(stripMarks(exampleText(example)))),
  ...readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sip'))
    .map((name) => readFileSync(new URL(name, EXAMPLES), 'latin1')),
  ...corpusFiles('rfc4475').map(({ bytes }) => Buffer.from(bytes).toString('latin1')),
];

/** What breaks a line where it is put in; none has a line end. */
const IN_LINE = [
  ...['\0', '\t', ' ', '  ', ';', ',', ':', '"', '\\', '\\"', '<', '>', '<>', '(', ')', '((', '[', ']', '{', '}', '%'],
  ...['%0', '%00', '=', '==', '?', '&', '@', '@@', '*', '/', '+', '-', '.', '..', '#', '|', '~', '^', '$', "'", '`'],
  ...['{{x}}', '{branch}', '{constructor}', `$${'{x}'}`, '[branch]', '[last_Via:]', '{{', '}}'],
  ...['0', '-1', '4294967296', '99999999999999999999', '1e9', '0x1', '007', 'Infinity', 'NaN'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...[
    '[::1]',
    '[::ffff:192.0.2.1]',
    '[1::2::3]',
    '256.0.0.1',
    '192.0.2.1:65536',
    'sip:',
    'sips:a@b',
    'tel:+1',
    'urn:x',
  ],
  ...[';tag=x', ';tag', ';;', ';lr', ';branch=z9hG4bK', ';expires=', ';q=1.1', ';q=0.1234', ';received=::1'],
  ...[
    '\xff',
    '\xc3',
    '\xc3\xa9',
    '\xe2\x82\xac',
    '\xf0\x9f\x98\x80',
    '\xed\xa0\x80',
    '\xef\xbb\xbf',
    '\x1b[31m',
    '\x7f',
  ],
  ...[
    'a'.repeat(300),
    '('.repeat(120),
    '"\\'.repeat(80),
    ','.repeat(90),
    ';a=b'.repeat(60),
    '<'.repeat(90),
    '\\'.repeat(90),
  ],
];

/** Whole lines and pieces of files. */
const LINES = [
  ...['\r', '\n', '\r\n', '\r\n\r\n', '\n\n', '\r\n ', '\r\n\t', '\n\r'],
  ...['INVITE sip:b@example.com SIP/2.0\r\n', 'SIP/2.0 200 OK\r\n', 'SIP/2.0 999\r\n', 'ACK * SIP/2.0\r\n', '---\r\n'],
  ...['### title\r\n', '# comment\r\n', '# siplint-disable-file via-malformed\r\n', '# siplint-expect a@b, c\r\n'],
  ...['# siplint-set transport=tcp time=x\r\n', '# siplint-disable-next-message\r\n', '# siplint-what\r\n'],
  ...[
    'Via: SIP/2.0/TCP [::1]:5060;branch=z9hG4bK1\r\n',
    'Via:\r\n',
    'v: x,,\r\n',
    'CSeq: 4294967296 ACK\r\n',
    'CSeq: 1\r\n',
  ],
  ...['To: "\r\n', 'f: <sip:a@b>;tag=1;tag=2\r\n', 'Contact: *\r\n', 'm: *, <sip:a@b>\r\n', 'Max-Forwards: 256\r\n'],
  ...['Content-Length: 5\r\n', 'l: 99999999999999999999\r\n', 'Content-Length: -1\r\n', 'Content-Length: {{n}}\r\n'],
  ...['Content-Type: multipart/mixed;boundary=x\r\n', 'Content-Type: message/sip\r\n', 'c: application/sdp\r\n'],
  ...['--x\r\n', '--x--\r\n', '--x\r\nContent-Type: multipart/mixed;boundary=x\r\n\r\n', 'Content-Encoding: gzip\r\n'],
  ...['v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\nm=audio 1 RTP/AVP 0\r\n', 'a=rtpmap:0 PCMU\r\n', 'm=\r\n'],
  ...[
    'Authorization: Digest a="\r\n',
    'WWW-Authenticate: Digest\r\n',
    'Authorization: Basic x\r\n',
    'Date: Sat, 13 Nov\r\n',
  ],
  ...[
    'Expires: 4294967296\r\n',
    'Require: 100rel, 100rel\r\n',
    'Unsupported: \r\n',
    'X-__proto__: 1\r\n',
    '__proto__: 1\r\n',
  ],
  ...[
    'no colon\r\n',
    ' folded\r\n',
    ': no name\r\n',
    'Sub ject : x\r\n',
    'Warning: 399 a "b\r\n',
    'Subject: {{a}} {b}\r\n',
  ],
];

/** A change of a text: where, as a share of its length, how many characters go, and what comes. */
interface Mutation {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const position = fc.double({ min: 0, max: 1, noNaN: true });
const seed = fc.constantFrom(...SEEDS);

/** Pieces of other messages, from line starts so that they are often whole rows. */
const rowsOfSeed = fc.tuple(seed, position, fc.nat(200)).map(([text, at, length]) => {
  const start = text.indexOf('\n', Math.floor(at * text.length)) + 1;
  return text.slice(start, start + length);
});

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: position,
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(80)),
  inserted: fc.oneof(
    fc.constant(''),
    { weight: 3, arbitrary: fc.constantFrom(...IN_LINE) },
    { weight: 3, arbitrary: fc.constantFrom(...LINES) },
    fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
    rowsOfSeed,
  ),
});

/** Messages with flipped, lost, hostile and foreign octets in them. */
const mutated = fc
  .tuple(seed, fc.array(mutation, { maxLength: 6 }))
  .map(([text, mutations]) => mutate(text, mutations));

/** The start of one message and the end of another, or one behind the other. */
const spliced = fc
  .tuple(seed, seed, position, position)
  .map(([a, b, end, start]) => a.slice(0, Math.ceil(end * a.length)) + b.slice(Math.floor(start * b.length)));

/** Octets of a file, from noise to nearly right. */
export const octets: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  { weight: 8, arbitrary: mutated.map(fromOctets) },
  { weight: 2, arbitrary: spliced.map(fromOctets) },
);

/**
 * A message as lines, broken within its lines only, and with no Content-Length: whatever line end joins them, it is the same
 * message.
 */
export const lines: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    seed.filter((text) => !/\r(?!\n)/.test(text)),
    fc.array(fc.record({ at: position, removed: fc.nat(2), inserted: fc.constantFrom('', ...IN_LINE) }), {
      maxLength: 4,
    }),
  )
  .map(([text, mutations]) => {
    const whole = text.split(/\r?\n/).filter((line) => !/^(?:content-length|l)[ \t]*:/i.test(line));
    return whole.map((line, i) =>
      mutations.reduce((changed, { at, ...rest }) => {
        const isHere = Math.floor(at * whole.length) === i;
        return isHere ? mutate(changed, [{ at: at * whole.length - i, ...rest }]) : changed;
      }, line),
    );
  });

function mutate(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((changed, { at, removed, inserted }) => {
    const start = Math.floor(at * changed.length);
    return changed.slice(0, start) + inserted + changed.slice(start + removed);
  }, text);
}

export function fromOctets(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

function toOctets(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
