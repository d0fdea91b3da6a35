import assert from 'node:assert/strict';
import { parseXml, type XmlElement, XmlElement as XmlElementNode } from '@rgrove/parse-xml';
import { type Ladder, type LadderFinding, renderMermaid, renderSvg } from '@siplint/core/ladder';
import { MERMAID_LINE } from './mermaid-grammar.js';
import { ladderOf, type Sent } from './traffic.js';

const CALL: readonly Sent[] = [
  { trace: '# siplint-set time=1', line: 'INVITE sip:bob@example.net', sdp: true },
  { trace: '# siplint-set time=1.5', line: 'INVITE sip:bob@example.net', sdp: true },
  { trace: '# siplint-set time=2', line: '486 INVITE', to: 'bob@example.net/B' },
  { line: 'ACK sip:bob@example.net', to: 'bob@example.net/B' },
];
const FINDING: LadderFinding = {
  ruleId: 'some-rule',
  severity: 'warning',
  message: 'Is "wrong"; so #1',
  line: 3,
  column: 9,
};

function pinned(ladder: Ladder, index: number, findings: readonly LadderFinding[]): Ladder {
  return {
    ...ladder,
    messages: ladder.messages.map((message) => (message.index === index ? { ...message, findings } : message)),
  };
}

/** All elements below one that have a name, and an attribute if it is asked for. */
function elementsOf(svg: string, name: string, attribute?: string): XmlElement[] {
  const { root } = parseXml(svg);
  const found: XmlElement[] = [];
  const visit = (element: XmlElement) => {
    if (element.name === name && (attribute === undefined || element.attributes[attribute] !== undefined))
      found.push(element);
    for (const child of element.children) if (child instanceof XmlElementNode) visit(child);
  };
  if (root) visit(root);
  return found;
}

/** Text that each format takes for something of its own. */
const HOSTILE = [
  '<script>alert(1)</script>',
  ']]>',
  '"\'&amp;&#0;',
  '\u001b[31mred\u0007',
  '\u202eevil\u2066',
  '\ud800',
  '%%{init: {"theme":"dark"}}%%',
  'end; Note over p1: x',
  '#35;',
  'wrap: x',
  'style x: y#1;',
  '😀'.repeat(300),
  'x'.repeat(100_000),
];

function hostileLadder(text: string): Ladder {
  const ladder = pinned(ladderOf(CALL), 0, [{ ...FINDING, ruleId: text, message: text }]);
  return {
    ...ladder,
    participants: ladder.participants.map((participant) => ({ ...participant, name: text, address: text })),
    messages: ladder.messages.map((message) => ({ ...message, label: text, transport: text })),
  };
}

describe('ladder as SVG', () => {
  const svg = renderSvg(pinned(ladderOf(CALL), 2, [FINDING]), { title: 'a call' });

  it('is one XML document with a title and a description', () => {
    const { root } = parseXml(svg);
    assert.equal(root?.name, 'svg');
    assert.equal(root?.attributes.role, 'img');
    const ids = (root?.attributes['aria-labelledby'] ?? '').split(' ');
    const texts = [...elementsOf(svg, 'title'), ...elementsOf(svg, 'desc')].filter(({ attributes }) =>
      ids.includes(attributes.id ?? ''),
    );
    assert.deepEqual(
      texts.map(({ text }) => text),
      [
        'a call',
        'Ladder diagram: 4 messages, 1 finding. Participants from left to right: alice@example.com, bob@example.net.',
      ],
    );
  });

  it('has an arrow for each message, that leads to it', () => {
    const arrows = elementsOf(svg, 'g', 'data-message');
    assert.deepEqual(
      arrows.map(({ attributes }) => attributes['data-message']),
      ['0', '1', '2', '3'],
    );
    assert.match(
      arrows[0]?.text ?? '',
      /^INVITE, alice@example\.com to bob@example\.net \(inferred\), CSeq 1 · udp · line 2/,
    );
    assert.match(arrows[1]?.text ?? '', /retransmission 1.*×2/);
  });

  it('shows times, session descriptions and findings', () => {
    assert.match(svg, />0\.500<.*>\+0\.500</);
    assert.match(svg, />SDP offer</);
    assert.match(svg, /Is &quot;wrong&quot;; so #1/);
    assert.match(svg, />line 3:9</);
  });

  it('has no row on another', () => {
    const tops = elementsOf(svg, 'path')
      .filter(({ attributes }) => attributes.class?.startsWith('shaft'))
      .map(({ attributes }) => Number(/^M\S+ (\d+)/.exec(attributes.d ?? '')?.[1]));
    for (let i = 1; i < tops.length; i++) assert.ok((tops[i] ?? 0) - (tops[i - 1] ?? 0) >= 40);
  });

  it('follows the colour scheme of the reader, or keeps to one', () => {
    assert.match(svg, /prefers-color-scheme:dark/);
    for (const theme of ['light', 'dark'] as const) {
      assert.doesNotMatch(renderSvg(ladderOf(CALL), { theme }), /prefers-color-scheme/);
    }
  });

  for (const text of HOSTILE) {
    it(`takes ${JSON.stringify(text.slice(0, 30))} as text`, () => {
      const hostile = renderSvg(hostileLadder(text), { title: text });
      parseXml(hostile);
      assert.deepEqual(elementsOf(hostile, 'script'), []);
      assert.doesNotMatch(hostile, /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    });
  }
});

describe('ladder as Mermaid', () => {
  it('is a sequence diagram', () => {
    assert.equal(
      renderMermaid(pinned(ladderOf(CALL), 2, [FINDING])),
      `sequenceDiagram
    accTitle: SIP call flow
    accDescr: 4 messages, 1 finding
    participant p1 as alice@example.com<br/>192.0.2.1
    participant p2 as bob@example.net<br/>inferred
    p1->>p2: INVITE (SDP offer, CSeq 1, line 2)
    p1->>p2: INVITE (SDP offer, ×2, CSeq 1, line 18)
    p2-->>p1: 486 Reason (CSeq 1, line 34)
    Note over p1,p2: warning some-rule, line 3: Is "wrong"#59; so #35;1
    p1->>p2: ACK (CSeq 1, line 45)
    Note over p1,p2: Known from From and To only, without an address: bob@example.net.
    Note over p1,p2: Who received line 2, 18, 45 is inferred: the other side of the dialog.<br/>Elements between the two may be hidden.
`,
    );
  });

  it('names something even where nothing has a place', () => {
    const lines = renderMermaid(ladderOf(['INVITE sip:b@c SIP/2.0\r\nSubject: x\r\n\r\n'])).split('\n');
    assert.deepEqual(lines.slice(3), ['    participant p1 as SIP', '    Note over p1: INVITE (line 1)', '']);
  });

  for (const text of HOSTILE) {
    it(`takes ${JSON.stringify(text.slice(0, 30))} as text`, () => {
      const [first, ...lines] = renderMermaid(hostileLadder(text)).trimEnd().split('\n');
      assert.equal(first, 'sequenceDiagram');
      for (const line of lines) assert.match(line, MERMAID_LINE);
    });
  }
});
