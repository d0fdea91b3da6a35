import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SdpDocument } from '../../../src/syntax/sdp/document.js';
import { parseSdp } from '../../../src/syntax/sdp/parse-sdp.js';
import type { Range } from '../../../src/text/range.js';
import { SourceText } from '../../../src/text/source-text.js';
import { corpusFiles } from '../../corpus.js';
import { joined } from './sdp-text.js';

const LINES = [
  'v=0',
  'o=- 1 1 IN IP4 192.0.2.1',
  's=-',
  's= ',
  'c=IN IP4 192.0.2.1/127',
  't=0 0',
  'r=7d 1h 0',
  'z=1 -1h',
  'k=x:y',
  'm=audio 5004/2 RTP/AVP 0 8  101 ',
  'a=rtpmap: 101 telephone-event/8000/1 ',
  'a=fmtp:101 0-15;x=1; y',
  'a=group:LS 1 2',
  ' b =AS:64',
  '',
  ' ',
  'Via: x',
];

/** Descriptions with slips: good lines, bad ones, stray characters and any line ends. */
const descriptions = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...LINES),
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.string({ unit: fc.constantFrom(...'voscbtrzkma=: /0;\t\0\r\ufdd0'), maxLength: 16 }),
      ),
      fc.constantFrom('\r\n', '\r\n', '\n', '\r', '\r\r\n', ''),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.map(([line, terminator]) => line + terminator).join(''));

describe('properties of session descriptions', () => {
  it('tile any text, nest their ranges and never throw', () => {
    fc.assert(
      fc.property(descriptions, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (body, before, behind) => {
        const document = parseSdp(before + body + behind, before.length, before.length + body.length);
        checkTree(document);
        assert.equal(joined(document), body);
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same wherever the description stands', () => {
    fc.assert(
      fc.property(descriptions, (body) => {
        const alone = parseSdp(body, 0, body.length).issues;
        const shifted = parseSdp(`12345${body}`, 5, body.length + 5).issues;
        assert.deepEqual(
          shifted.map((issue) => ({ ...issue, start: issue.start - 5, end: issue.end - 5 })),
          alone,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('read every body of the corpus that begins with v=', () => {
    let count = 0;
    for (const { path, bytes } of corpusFiles()) {
      const { text } = SourceText.fromBytes(bytes);
      for (const body of bodiesOf(text)) {
        count++;
        const document = parseSdp(text, body.start, body.end);
        checkTree(document);
        assert.equal(joined(document), text.slice(body.start, body.end), path);
        assert.equal(document.isSdp, true, path);
      }
    }
    if (corpusFiles().length > 0) assert.ok(count > 200, `only ${count} bodies`);
  });
});

/** From each `v=` line behind an empty line up to the next empty line. */
function bodiesOf(text: string): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(/(?<=\n\r?\n)v=\d[\s\S]*?(?=\r?\n\r?\n|$(?![\s\S]))/g)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function checkTree(document: SdpDocument): void {
  let at = document.start;
  for (const line of document.lines()) {
    assert.equal(line.start, at);
    const inside = [line.start, line.valueStart, line.valueEnd, line.contentEnd, line.end];
    for (let i = 1; i < inside.length; i++) assert.ok((inside[i - 1] ?? 0) <= (inside[i] ?? 0), inside.join(' '));
    at = line.end;
    checkNodes(line.value, line.valueStart, line.valueEnd, document.text);
  }
  assert.equal(at, document.end);
  for (const issue of document.issues) {
    assert.ok(document.start <= issue.start && issue.start <= issue.end && issue.end <= document.end, issue.code);
  }
}

/** Every node in a value lies in its parent, and its text is that of its range. */
function checkNodes(value: unknown, start: number, end: number, text: string): void {
  if (Array.isArray(value)) {
    for (const item of value) checkNodes(item, start, end, text);
    return;
  }
  if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value)) return;
  const { start: from, end: to } = value;
  assert.ok(typeof from === 'number' && typeof to === 'number');
  assert.ok(start <= from && from <= to && to <= end);
  if ('text' in value) assert.equal(value.text, text.slice(from, to));
  for (const member of Object.values(value)) checkNodes(member, from, to, text);
}
