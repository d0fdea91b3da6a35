import assert from 'node:assert/strict';
import { type Directive, parseDirective } from '../../src/input/directives.js';
import { read, sample } from './samples.js';

const at = (line: string) => parseDirective(line, 1, 0);

/** `rule@Header` and the like, as the directive holds it. */
function words(directive: Directive | undefined): unknown {
  if (!directive) return undefined;
  switch (directive.kind) {
    case 'set':
      return { ...directive.values, ...(directive.isComplete !== undefined && { complete: directive.isComplete }) };
    case 'expect':
      return directive.expected.map(({ rule, header }) => (header ? `${rule.text}@${header.text}` : rule.text));
    default:
      return directive.rules.map(({ text }) => text);
  }
}

describe('directives', () => {
  const table: readonly { line: string; kind: string; words: unknown; reason?: string }[] = [
    {
      line: '# siplint-disable-next-message rule-a, rule-b -- on purpose',
      kind: 'disable-next-message',
      words: ['rule-a', 'rule-b'],
      reason: 'on purpose',
    },
    { line: '#siplint-disable rule-a', kind: 'disable', words: ['rule-a'] },
    { line: '#\tsiplint-enable rule-a,rule-b  ', kind: 'enable', words: ['rule-a', 'rule-b'] },
    {
      line: '# siplint-disable-file house/no-x -- a -- b',
      kind: 'disable-file',
      words: ['house/no-x'],
      reason: 'a -- b',
    },
    { line: '# siplint-expect rule-a, rule-b@Contact', kind: 'expect', words: ['rule-a', 'rule-b@Contact'] },
    {
      line: '# siplint-set transport=TCP direction=in time=12.5 role=proxy dialect=ims complete=yes',
      kind: 'set',
      words: { transport: 'tcp', direction: 'in', time: 12.5, role: 'proxy', dialect: 'ims', complete: true },
    },
    { line: '# siplint-set complete=no', kind: 'set', words: { complete: false } },
  ];
  for (const { line, kind, words: expected, reason } of table) {
    it(line, () => {
      const { directive, problems } = at(line);
      assert.deepEqual(problems, []);
      assert.equal(directive?.kind, kind);
      assert.deepEqual(words(directive), expected);
      assert.equal(directive?.reason, reason);
      assert.deepEqual([directive?.start, directive?.end], [1, line.length + 1]);
    });
  }

  const malformed: readonly { line: string; at: string; message: RegExp; words?: unknown }[] = [
    {
      line: '# siplint-disabel rule-a',
      at: 'siplint-disabel',
      message: /siplint-disabel is none of siplint-disable-next-message/,
    },
    { line: '# siplint-', at: 'siplint-', message: /none of/ },
    { line: '# siplint-disable', at: 'siplint-disable', message: /names no rule/, words: [] },
    { line: '# siplint-disable -- why', at: 'siplint-disable', message: /names no rule/, words: [] },
    { line: '# siplint-expect ,', at: 'siplint-expect', message: /names no rule/, words: [] },
    { line: '# siplint-disable a, (b), c', at: '(b)', message: /"\(b\)" is no rule id/, words: ['a', 'c'] },
    { line: '# siplint-expect a@To, b@, @Via', at: 'b@', message: /"" is no header field name/, words: ['a@To'] },
    { line: '# siplint-set', at: 'siplint-set', message: /sets nothing/, words: {} },
    { line: '# siplint-set transport=', at: 'transport=', message: /transport is a name/, words: {} },
    {
      line: '# siplint-set direction=up role=uac',
      at: 'direction=up',
      message: /in or out, not "up"/,
      words: { role: 'uac' },
    },
    { line: '# siplint-set time=1e3', at: 'time=1e3', message: /number of seconds/, words: {} },
    { line: '# siplint-set complete', at: 'complete', message: /yes or no/, words: {} },
    { line: '# siplint-set colour=red', at: 'colour=red', message: /"colour" is none of transport/, words: {} },
    { line: '# siplint-set __proto__=x', at: '__proto__=x', message: /is none of/, words: {} },
  ];
  for (const { line, at: place, message, words: expected } of malformed) {
    it(`${line} is malformed`, () => {
      const { directive, problems } = at(line);
      const [problem] = problems;
      assert.match(problem?.message ?? '', message);
      assert.equal(problem && `\n${line}`.slice(problem.start, problem.end), place);
      assert.deepEqual(words(directive), expected);
    });
  }

  it('give exact ranges', () => {
    const text = '\n# siplint-expect rule-a , rule-b@Contact';
    const { directive } = parseDirective(text.slice(1), 1, 0);
    assert.ok(directive?.kind === 'expect');
    const part = (range: { start: number; end: number } | undefined) => range && text.slice(range.start, range.end);
    assert.deepEqual(
      directive.expected.map(({ rule, header, ...whole }) => [part(whole), part(rule), part(header)]),
      [
        ['rule-a', 'rule-a', undefined],
        ['rule-b@Contact', 'rule-b', 'Contact'],
      ],
    );
  });

  it('stand between messages only, and know the message behind them', () => {
    const directive = '# siplint-disable rule-a\r\n';
    const body = `x\r\n${directive}`;
    const file = read(`${directive}${sample({ body })}${directive}\r\n${sample()}\r\n${directive}`);
    assert.deepEqual(
      file.directives.map(({ nextMessage }) => nextMessage),
      [0, 1, 2],
    );
    assert.deepEqual(file.problems, []);
  });

  it('end a message whose length is wrong or missing', () => {
    for (const length of [null, 99]) {
      const file = read(`${sample({ length })}# siplint-disable-next-message rule-a\r\n${sample()}`);
      assert.equal(file.directives[0]?.nextMessage, 1);
      assert.equal(file.messages.length, 2);
    }
  });

  it('set the origin of messages: time and direction once, the rest from there on', () => {
    const file = read(
      `# siplint-set transport=tcp direction=in\n${sample()}# siplint-set role=proxy time=3 complete=yes\n${sample()}${sample()}`,
    );
    assert.deepEqual(
      file.messages.map(({ origin }) => origin),
      [
        { transport: 'tcp', direction: 'in' },
        { transport: 'tcp', role: 'proxy', time: 3 },
        { transport: 'tcp', role: 'proxy' },
      ],
    );
    assert.equal(file.isComplete, true);
  });

  it('outrank what a tool wrote', () => {
    const file = read(`# siplint-set transport=tls\nU 192.0.2.1:5060 -> 192.0.2.2:5060\n${sample()}`);
    assert.equal(file.messages[0]?.origin.transport, 'tls');
    assert.equal(file.messages[0]?.origin.source, '192.0.2.1:5060');
  });
});
