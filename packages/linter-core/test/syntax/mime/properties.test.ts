import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type BodyPart, bodyOf, partsOf } from '../../../src/syntax/mime/body-part.js';
import { sdpOf } from '../../../src/syntax/mime/sdp-of.js';
import type { Range } from '../../../src/text/range.js';
import { corpusFiles } from '../../corpus.js';
import { messageOf, withBody } from './message-text.js';

const PIECES = [
  '--a',
  '--b',
  '--a--',
  '--b--',
  '--a-',
  '--b \t',
  '--c',
  '',
  'Content-Type: multipart/mixed;boundary=b',
  'Content-Type: multipart/mixed; boundary=a',
  'Content-Type: multipart/mixed',
  'Content-Type: application/sdp',
  ' folded',
  'v=0',
  'text',
  '\0\r',
];

const bodies = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 6 })),
      fc.constantFrom('\r\n', '\r\n', '\n', '\r', ''),
    ),
    {
      maxLength: 24,
    },
  )
  .map((pieces) => pieces.map(([piece, terminator]) => piece + terminator).join(''));

describe('properties of multipart bodies', () => {
  it('tile any body, nest their ranges and never throw', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const message = withBody('multipart/mixed;boundary=a', body);
        const root = bodyOf(message);
        assert.equal(root.content, body);
        for (const part of partsOf(root)) checkPart(part);
      }),
      { numRuns: 3000 },
    );
  });

  it('find every content that was put into a multipart', () => {
    const content = fc
      .string({ unit: fc.constantFrom(...'ab\r\n -\0é'), maxLength: 20 })
      .filter((text) => !text.includes('--'));
    type Tree = string | Tree[];
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, content, fc.array(tie('tree'), { minLength: 1, maxLength: 3 })),
    }));
    let count = 0;
    const write = (node: Tree): string => {
      if (typeof node === 'string') return `Content-Type: a/b\r\n\r\n${node}`;
      const boundary = `x${count++}`;
      const parts = node.map((inner) => `\r\n--${boundary}\r\n${write(inner)}`).join('');
      return `Content-Type: multipart/mixed;boundary=${boundary}\r\n\r\n${parts}\r\n--${boundary}--`;
    };
    const readBack = (part: BodyPart): Tree => (part.multipart ? part.parts.map(readBack) : part.content);
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 3 }), (node) => {
        count = 0;
        const root = bodyOf(messageOf(`INVITE sip:a@b SIP/2.0\r\n${write(node)}`));
        assert.deepEqual(readBack(root), node);
        for (const part of partsOf(root)) assert.deepEqual(part.issues, []);
      }),
      { numRuns: 300 },
    );
  });

  it('read every message of the corpus', () => {
    let multiparts = 0;
    for (const { path, bytes } of corpusFiles()) {
      if (path.startsWith('fixtures/')) continue;
      for (const part of partsOf(bodyOf(messageOf(bytes)))) {
        checkPart(part);
        if (part.multipart) multiparts++;
        const sdp = sdpOf(part);
        if (sdp) assert.deepEqual([sdp.start, sdp.end], [part.contentStart, part.contentEnd], path);
      }
    }
    if (corpusFiles().length > 0) assert.ok(multiparts > 0);
  });
});

function checkPart(part: BodyPart): void {
  const offsets = [part.start, part.contentStart, part.contentEnd, part.end];
  for (let i = 1; i < offsets.length; i++) assert.ok((offsets[i - 1] ?? 0) <= (offsets[i] ?? 0), offsets.join(' '));
  for (const issue of part.issues) assert.ok(issue.start <= issue.end && issue.end <= part.message.text.length);
  const { multipart } = part;
  if (!multipart) {
    assert.equal(part.parts.length, 0);
    return;
  }
  assert.equal(multipart.delimiters.length, part.parts.length);
  const tiles: Range[] = [multipart.preamble];
  part.parts.forEach((inner, i) => {
    const delimiter = multipart.delimiters[i];
    assert.ok(delimiter);
    assert.ok(delimiter.start <= delimiter.line.start && delimiter.line.end <= delimiter.end);
    tiles.push(delimiter, inner);
  });
  if (multipart.closeDelimiter) tiles.push(multipart.closeDelimiter);
  tiles.push(part.epilogue);
  let at = part.contentStart;
  for (const { start, end } of tiles) {
    assert.equal(start, at);
    at = end;
  }
  assert.equal(at, part.contentEnd);
}
