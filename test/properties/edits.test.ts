import assert from 'node:assert/strict';
import {
  type FileConfig,
  FileMemory,
  type FileResult,
  lintEdited,
  lintSource,
  readSipFile,
  resolveConfig,
  type SipFile,
  type SipMessage,
  SourceText,
} from '@siplint/core';
import { rules } from '@siplint/rules';
import fc from 'fast-check';
import { lines, SEEDS } from './messages.js';
import { runs } from './runs.js';

const CONFIGS: readonly FileConfig[] = ['recommended', 'strict'].map((preset) =>
  resolveConfig([], rules, [], { preset }).forFile(''),
);

/** What an editor does to a text: what it takes away, in parts of a thousand of the text, and what it types instead. */
interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const PIECES = [
  '\r\n',
  '\n',
  '\r',
  '---\r\n',
  '# siplint-disable missing-to\r\n',
  '# siplint-set transport=udp\r\n',
  '{{',
  '}}',
  'x',
  ' ',
  ': ',
  ';tag=1',
  '\xe9',
  '🙂',
];
const joined = lines.map((all) => all.join('\r\n'));
const edit = fc.record({
  at: fc.nat(1000),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  text: fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...SEEDS), joined, fc.constant('')),
});
const FLOWS = SEEDS.filter((seed) => (seed.match(/^CSeq:/gim)?.length ?? 0) > 1);
const part = fc.oneof(fc.constantFrom(...SEEDS), fc.constantFrom(...FLOWS), fc.constantFrom(...PIECES));
const file = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

function edited(text: string, { at, length, text: typed }: Edit): string {
  const start = Math.floor((text.length * at) / 1000);
  return text.slice(0, start) + typed + text.slice(start + length);
}

function outcome({ messages, skipped, findings, suppressed, crashes }: FileResult): unknown {
  return { messages, skipped, findings, suppressed, crashes };
}

/** All that a file holds, as far as it can be told from the outside. */
function contents({ messages, directives, problems, prose, trivia, isComplete }: SipFile): unknown {
  return { messages: messages.map(facts), directives, problems, prose, trivia, isComplete };
}

function facts(message: SipMessage): unknown {
  const { index, offset, text, startLine, fields, issues, origin, lineEnds, headerEnd, body, placeholders } = message;
  const rows = fields.map(({ name, start, valueStart, valueEnd, end, isRepeat }) => [
    name,
    start,
    valueStart,
    valueEnd,
    end,
    isRepeat,
  ]);
  const whole = message.sourceText({ start: 0, end: message.end });
  const line = [startLine.kind, startLine.start, startLine.end, startLine.issues.map(({ code }) => code)];
  const defects = issues.map(({ code, start, end }) => [code, start, end]);
  return { index, offset, text, line, rows, defects, origin, lineEnds, headerEnd, body, placeholders, whole };
}

describe('a text that is edited', () => {
  for (const config of CONFIGS) {
    it('gives what a fresh one gives, at each edit', () => {
      fc.assert(
        fc.property(file, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
          const memory = new FileMemory();
          let text = start;
          for (const next of [undefined, ...edits]) {
            if (next) text = edited(text, next);
            const source = SourceText.fromString(text);
            const result = lintEdited(source, 'a.sip', config, memory);
            assert.deepEqual(outcome(result), outcome(lintSource(source, 'a.sip', config)));
            if (!result.skipped && memory.file) {
              assert.deepEqual(contents(memory.file), contents(readSipFile(source, config.input)));
            }
          }
        }),
        runs(120),
      );
    });
  }

  it('is read and judged anew only where it was touched', () => {
    const [config] = CONFIGS;
    assert.ok(config);
    const message = (n: number, to = 'carol'): string =>
      [
        `OPTIONS sip:carol@chicago.example SIP/2.0`,
        `Via: SIP/2.0/UDP pc33.atlanta.example;branch=z9hG4bK${n}`,
        'Max-Forwards: 70',
        `To: <sip:${to}@chicago.example>`,
        `From: <sip:alice@atlanta.example>;tag=${n}`,
        `Call-ID: ${n}@pc33.atlanta.example`,
        'CSeq: 1 OPTIONS',
        'Contact: <sip:alice@pc33.atlanta.example>',
        'Accept: application/sdp',
        'Content-Length: 0',
        '',
        '',
      ].join('\r\n');
    const memory = new FileMemory();
    const lint = (third: string): readonly SipMessage[] => {
      const text = [0, 1, 2, 3, 4, 5, 6].map((n) => message(n, n === 3 ? third : 'carol')).join('');
      lintEdited(SourceText.fromString(text), 'a.sip', config, memory);
      return memory.file?.messages ?? [];
    };
    const before = lint('carol');
    const values = before.map((one) => one.field('To')?.values);
    const behind = lint('somebody-else');
    assert.deepEqual(
      behind.map((one, i) => one === before[i] && one.field('To')?.values === values[i]),
      // What stands before an edited message ends where that begins, so it is read again.
      [true, true, false, false, true, true, true],
    );
  });
});
