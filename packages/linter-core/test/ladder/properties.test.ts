import assert from 'node:assert/strict';
import { parseXml } from '@rgrove/parse-xml';
import { DEFAULT_INPUT_SETTINGS, readSipFile, SourceText } from '@siplint/core';
import { buildLadder, renderMermaid, renderSvg } from '@siplint/core/ladder';
import fc from 'fast-check';
import { MERMAID_LINE } from './mermaid-grammar.js';
import { type Sent, written } from './traffic.js';

const pick = (...values: string[]) => fc.constantFrom(...values);

/** Calls whose elements, branches and tags collide as often as not. */
const sent: fc.Arbitrary<Sent> = fc.record({
  line: pick(
    'INVITE sip:bob@example.net',
    'INVITE sip:bob@p',
    'ACK sip:bob@b',
    'CANCEL sip:bob@b',
    'BYE sip:alice@a',
    '180 INVITE',
    '200 INVITE',
    '487 INVITE',
    '200 BYE',
    'REGISTER sip:r',
    '?',
  ),
  via: pick('1@a', '2@a', '1@p 1@a', '2@q 1@p 1@a', '1@b', '1@a:5070', '1@[::1]', '1@TCP/a'),
  from: pick('alice@x/A', 'bob@y/B', 'alice@x', '{{x}}'),
  to: pick('bob@y', 'bob@y/B', 'alice@x/A', 'bob@y/C'),
  callId: pick('1', '2'),
  cseq: fc.integer({ min: 1, max: 2 }),
  rows: fc.subarray(['Route: <sip:p;lr>', 'Record-Route: <sip:p;lr>', 'Contact: <sip:bob@b>', 'Contact: *', 'garbage']),
  sdp: fc.boolean(),
  trace: pick(
    '---',
    '# siplint-set direction=in',
    '# siplint-set direction=out time=3',
    '2024/05/04 12:30:00.1 a.b:5060 -> p.q:5060',
    '<--- Transmitting SIP response (4 bytes) to UDP:1.2.3.4:5060 --->',
    'prose',
  ),
});

const text = fc.oneof(
  fc.array(sent, { maxLength: 12 }).map((messages) => messages.map(written).join('\r\n')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const bytes = fc.oneof(
  text.map((each) => new TextEncoder().encode(each)),
  fc.uint8Array({ maxLength: 200 }),
  // A call with octets that went wrong.
  fc.tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 })).map(([each, hits]) => {
    const damaged = new TextEncoder().encode(each);
    for (const [at, octet] of hits) if (damaged.length > 0) damaged[at % damaged.length] = octet;
    return damaged;
  }),
);

describe('ladder: any octets', () => {
  it('give each message once, XML and Mermaid', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 14 }), (octets, limit) => {
        const source = SourceText.fromBytes(octets);
        const ladder = buildLadder(source, DEFAULT_INPUT_SETTINGS, { limit });
        const { messages } = readSipFile(source, DEFAULT_INPUT_SETTINGS);
        assert.equal(ladder.total, messages.length);
        assert.equal(ladder.messages.length + ladder.omitted, messages.length);
        assert.deepEqual(
          ladder.messages.map(({ index }) => index),
          messages.slice(0, limit).map(({ index }) => index),
        );
        for (const { from, to, call, repeats, answers } of ladder.messages) {
          assert.equal(from === undefined, to === undefined);
          assert.ok(call === undefined || ladder.calls[call]);
          for (const other of [repeats, answers])
            assert.ok(other === undefined || ladder.messages[other]?.index === other);
        }
        const ends = ladder.messages.flatMap(({ from, to }) => [from, to]).filter((id) => id !== undefined);
        assert.deepEqual(
          [...new Set(ends)],
          ladder.participants.map(({ id }) => id),
        );
        const svg = renderSvg(ladder, { title: source.text });
        parseXml(svg);
        assert.equal(svg.match(/ data-message="/g)?.length ?? 0, ladder.messages.length);
        for (const line of renderMermaid(ladder).trimEnd().split('\n').slice(1)) assert.match(line, MERMAID_LINE);
      }),
      { numRuns: 300 },
    );
  });
});
