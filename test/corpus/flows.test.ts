import assert from 'node:assert/strict';
import { type FileConfig, type Finding, isAtLeast, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import { FLOW_FINDINGS, STRICT_FLOW_FINDINGS } from './flow-findings.js';
import type { JudgedMessage } from './manifest.js';
import { capturedScenarios, printedScenarios, type Scenario } from './scenarios.js';

const PRESETS = [
  { preset: 'recommended', expected: FLOW_FINDINGS },
  { preset: 'strict', expected: [...FLOW_FINDINGS, ...STRICT_FLOW_FINDINGS] },
];

// Messages in the order in which they were sent: what they say together is judged here, what each says alone is not.
for (const { preset, expected } of PRESETS) {
  const config = resolveConfig([], rules, [], { preset }).forFile('');
  const known = new Map(
    expected.flatMap(({ rule, messages }) => messages.map((path) => [`${path}.sip ${rule}`, false])),
  );

  for (const [title, scenarios] of [
    ['call flows printed in RFCs', printedScenarios()],
    ['captures of real products', capturedScenarios()],
  ] as const) {
    describe(`${title}, each in one file, preset ${preset}`, () => {
      for (const scenario of scenarios) {
        it(`${scenario.name}, ${scenario.messages.length} messages`, () => {
          const found = judge(scenario, config);
          const unknown = found.filter(({ key }) => !known.has(key)).map(({ key, text }) => `${key}: ${text}`);
          for (const { key } of found) if (known.has(key)) known.set(key, true);
          assert.deepEqual(unknown, []);
        });
      }
    });
  }

  describe(`findings listed for flows of the corpus, preset ${preset}`, () => {
    it('are found', function () {
      if (printedScenarios().length === 0) this.skip();
      assert.deepEqual(
        [...known].filter(([, isFound]) => !isFound).map(([key]) => `${key} is found no more: take it off the list`),
        [],
      );
    });
  });
}

interface Found {
  /** Path and rule. */
  readonly key: string;
  readonly text: string;
}

/** The errors and warnings that a message gives among the others and not alone, but for what its manifest allows. */
function judge({ name, messages }: Scenario, config: FileConfig): Found[] {
  const starts: number[] = [];
  let text = '';
  for (const { bytes, path } of messages) {
    text += `${text && '\r\n'}### ${path}\r\n`;
    starts.push(text.length);
    text += Buffer.from(bytes).toString('latin1');
  }
  const result = lintSource(SourceText.fromBytes(Buffer.from(text, 'latin1')), name, config, { isNamed: true });
  assert.equal(result.messages, messages.length);
  assert.deepEqual(result.crashes, []);
  return result.findings.filter(counts).flatMap((finding) => {
    const message = messages[starts.findLastIndex((start) => start <= finding.start)];
    assert.ok(message, finding.message);
    const { ruleId } = finding;
    if (message.allowed.has(ruleId) || rulesOf(message, config).has(ruleId)) return [];
    return [{ key: `${message.path} ${ruleId}`, text: finding.message }];
  });
}

/** The rules that report the message on its own. */
function rulesOf({ bytes, path }: JudgedMessage, config: FileConfig): ReadonlySet<string> {
  const { findings } = lintSource(SourceText.fromBytes(bytes), path, config, { isNamed: true });
  return new Set(findings.filter(counts).map(({ ruleId }) => ruleId));
}

function counts({ severity }: Finding): boolean {
  return isAtLeast(severity, 'warning');
}
