import type { FileResult } from '../engine/file-result.js';
import { compareFindings, type Finding, type FixSafety } from '../engine/finding.js';
import type { AnyRule, Example, ExampleFile } from '../engine/rule.js';
import type { Severity } from '../engine/severity.js';
import {
  describeFinding,
  describeFindings,
  describeMarks,
  fixExample,
  lintExample,
  readExample,
} from './example-run.js';
import { assertSameLines, assertThat, RuleTestFailure } from './failure.js';
import { type RuleCheckOptions, ruleChecks } from './rule-checks.js';
import { plainConfig } from './rule-configs.js';
import { exampleText } from './sip-tag.js';

/** What a test expects of one finding; what is absent is not looked at. */
export interface ExpectedFinding {
  readonly messageId?: string;
  /** The whole text. */
  readonly message?: string;
  /** Members of the data. */
  readonly data?: Readonly<Record<string, string | number>>;
  readonly severity?: Severity;
}

export interface GoodCase extends Omit<ExampleFile, 'text'> {
  readonly name?: string;
  /** An example of its own, or the text of this one. */
  readonly text: Example;
  /** The rule's options; its defaults if absent. */
  readonly options?: unknown;
}

export interface BadCase extends GoodCase {
  /** One for each mark of the text, in document order. */
  readonly findings?: readonly ExpectedFinding[];
  /** The text behind all fixes; null if nothing is to be fixed. */
  readonly fixed?: Example | null;
  /** Which fixes make `fixed`: all of them if absent. */
  readonly safety?: FixSafety;
}

export interface RuleCases {
  readonly good?: readonly (Example | GoodCase)[];
  readonly bad?: readonly (Example | BadCase)[];
}

/** The two functions that every test runner has. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => void) => unknown;
}

/**
 * Turns cases into tests of whatever runner is there: mocha, vitest and jest have `describe` and `it` as globals; with
 * `node:test`, or without globals, give them to the constructor. The rule runs at its own severity.
 */
export class RuleTester {
  readonly #runner: TestRunner | undefined;

  constructor(runner?: TestRunner) {
    this.#runner = runner;
  }

  /** Defines a suite with a test for each case: a bad one has exactly the findings it marks, a good one has none. */
  run(rule: AnyRule, { good = [], bad = [] }: RuleCases): void {
    const { describe, it } = this.#runner ?? globalRunner();
    describe(rule.meta.id, () => {
      bad.forEach((entry, i) => {
        const one: BadCase = typeof entry === 'string' ? { text: entry } : entry;
        it(one.name ?? `bad ${i + 1}`, () => checkBadCase(rule, one));
      });
      good.forEach((entry, i) => {
        const one: GoodCase = typeof entry === 'string' ? { text: entry } : entry;
        it(one.name ?? `good ${i + 1}`, () => checkGoodCase(rule, one));
      });
    });
  }

  /** Defines a suite that checks the rule's documented examples. */
  runExamples(rule: AnyRule, options?: RuleCheckOptions): void {
    const { describe, it } = this.#runner ?? globalRunner();
    describe(rule.meta.id, () => {
      for (const { name, run } of ruleChecks(rule, options)) it(name, run);
    });
  }
}

/** Tests a rule with the runner that is there. */
export function testRule(rule: AnyRule, cases: RuleCases): void {
  new RuleTester().run(rule, cases);
}

function checkBadCase(rule: AnyRule, bad: BadCase): void {
  const { options, findings, fixed, safety = 'unsafe' } = bad;
  const example = readExample(exampleOf(bad));
  assertThat(example.ranges.length > 0, 'the case marks nothing: put <| and |> around what is reported');
  const config = plainConfig(rule, options);
  const result = lintExample(example, config);
  assertSameLines(describeFindings(result), describeMarks(rule.meta.id, example.ranges, result), 'findings differ');
  if (findings) checkDetails(result, findings);
  if (fixed === undefined) return;
  const outcome = fixExample(example, config, safety).source.text;
  const expected = fixed === null ? example.text : exampleText(fixed);
  if (outcome !== expected) {
    throw new RuleTestFailure(
      `the fix differs:\n${JSON.stringify(outcome)}\nexpected:\n${JSON.stringify(expected)}`,
      outcome,
      expected,
    );
  }
}

function checkGoodCase(rule: AnyRule, good: GoodCase): void {
  const result = lintExample(readExample(exampleOf(good)), plainConfig(rule, good.options));
  const lines = result.findings.map((finding) => `${describeFinding(finding, result)}: ${finding.message}`);
  assertSameLines(lines, [], 'the rule speaks on a good case');
}

function checkDetails(result: FileResult, expected: readonly ExpectedFinding[]): void {
  const findings = [...result.findings].sort(compareFindings);
  assertThat(findings.length === expected.length, `${expected.length} findings described, ${findings.length} found`);
  findings.forEach((finding, i) => {
    const wanted = expected[i] ?? {};
    assertSameLines(
      detailsOf(finding, wanted),
      detailsOf({ ...finding, ...wanted }, wanted),
      `finding ${i + 1} differs`,
    );
  });
}

/** The members of a finding that an expectation names, a line each. */
function detailsOf(finding: Pick<Finding, keyof ExpectedFinding>, named: ExpectedFinding): string[] {
  const lines = (['messageId', 'message', 'severity'] as const)
    .filter((member) => named[member] !== undefined)
    .map((member) => `${member}: ${finding[member]}`);
  const data = Object.keys(named.data ?? {}).map((key) => `data.${key}: ${JSON.stringify(finding.data[key])}`);
  return [...lines, ...data];
}

function exampleOf({ text, isRaw, encoding, input }: GoodCase): Example {
  if (typeof text !== 'string') return text;
  return { text, ...(isRaw && { isRaw }), ...(encoding && { encoding }), ...(input && { input }) };
}

function globalRunner(): TestRunner {
  const { describe, it } = globalThis as Partial<TestRunner>;
  if (!describe || !it)
    throw new Error('no describe and it among the globals: give them to new RuleTester({ describe, it })');
  return { describe, it };
}
