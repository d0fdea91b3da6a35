import assert from 'node:assert/strict';
import { maskPlaceholders } from '../../src/input/placeholders.js';
import type { InputSettings } from '../../src/input/settings.js';
import { PLACEHOLDER } from '../../src/syntax/chars.js';
import { defects, read, sample } from './samples.js';

const MASK = String.fromCharCode(PLACEHOLDER);

/** The text with each placeholder as `_`s. */
function masked(text: string, settings: InputSettings['placeholders'] = 'auto'): string {
  const { text: result, placeholders } = maskPlaceholders(text, settings);
  assert.equal(result.length, text.length);
  const found = placeholders.map(({ start, end }) => end - start).reduce((sum, length) => sum + length, 0);
  assert.equal(found, result.split(MASK).length - 1);
  return result.replaceAll(MASK, '_');
}

describe('placeholders', () => {
  const table: readonly [text: string, result: string, settings?: InputSettings['placeholders']][] = [
    ['a {{b}} c', 'a _____ c'],
    [`\${b}\${c}`, '________'],
    ['{{ user.name | upper }}', '_'.repeat(23)],
    ['{{a}}{{b}}', '__________'],
    ['{{{a}}}', '{_____}'],
    [`\${a:-b}`, '_______'],
    [`{{}} \${} {{a} \${a`, `{{}} \${} {{a} \${a`],
    ['{{a\n}}', '{{a\n}}'],
    ['{"a":{"b":1}}', '{"a":{"b":1}}'],
    ['[call_id] [branch]', '[call_id] [branch]'],
    [`{{a}} \${b}`, '{{a}} ____', ['dollar']],
    [`{{a}} \${b}`, `{{a}} \${b}`, []],
    ['[call_id];x=[branch]', '_________;x=________', ['sipp']],
    ['[last_Via:]', '___________', ['sipp']],
    ['[field0 file="a.csv"] [$var] [media_port+2]', '_____________________ ______ ______________', ['sipp']],
    ['[authentication username=joe password=x]', '_'.repeat(40), ['sipp']],
    ['[2001:db8::1]:5060 [::1] [fe80::a] [cafe::date]', '[2001:db8::1]:5060 [::1] [fe80::a] [cafe::date]', ['sipp']],
    ['[something] []', '[something] []', ['sipp']],
  ];
  for (const [text, result, settings] of table)
    it(JSON.stringify(text), () => assert.equal(masked(text, settings), result));

  it('are found in the right message, by ranges of the message', () => {
    const { messages } = read(`${sample()}### {{title}}\n${sample({ rows: [`Subject: {{a}} and \${b}`] })}${sample()}`);
    const ranges = messages.map((message) => message.placeholders.map((range) => message.sourceText(range)));
    assert.deepEqual(ranges, [[], ['{{a}}', `\${b}`], []]);
    assert.equal(messages[1]?.field('Subject')?.rawValue, `${MASK.repeat(5)} and ${MASK.repeat(4)}`);
    assert.equal(
      messages[1]?.sourceText(messages[1].field('Subject')?.valueRange ?? { start: 0, end: 0 }),
      `{{a}} and \${b}`,
    );
    assert.equal(messages[0]?.text, sample());
  });

  const wholeLines: readonly [row: string, settings: InputSettings['placeholders']][] = [
    ['{{headers}}', 'auto'],
    ['  {{headers}}', 'auto'],
    ['{{name}}: value', 'auto'],
    ['X-{{name}}: value', 'auto'],
    ['[last_Via:]', ['sipp']],
    ['[routes]', ['sipp']],
    ['[authentication username=joe]', ['sipp']],
  ];
  for (const [row, settings] of wholeLines) {
    it(`${row} may stand for any header fields`, () => {
      const file = read(sample({ rows: ['Subject: a', row, 'To: b'] }), { placeholders: settings });
      const [message] = file.messages;
      assert.equal(message?.hasUnknownFields, !row.startsWith(' '));
      assert.deepEqual(defects(file), []);
      assert.ok(message?.has('To'));
    });
  }

  it('leave other messages as they are', () => {
    const { messages } = read(`${sample({ rows: ['{{rows}}'] })}${sample()}`);
    assert.deepEqual(
      messages.map(({ hasUnknownFields }) => hasUnknownFields),
      [true, false],
    );
  });
});
