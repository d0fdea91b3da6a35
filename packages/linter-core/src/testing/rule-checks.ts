import { isEngineRule } from '../engine/engine-findings.js';
import type { Finding } from '../engine/finding.js';
import type { FileConfig } from '../engine/lint-source.js';
import type { AnyRule, Example } from '../engine/rule.js';
import {
  describeFinding,
  describeFindings,
  describeMarks,
  fixExample,
  lintExample,
  type ReadExample,
  readExample,
} from './example-run.js';
import { assertSameLines, assertThat, RuleTestFailure } from './failure.js';
import { strictConfig } from './rule-configs.js';
import { signature, variantsOf } from './variants.js';

/** One thing that must hold of a rule; `run` throws if it does not. */
export interface RuleCheck {
  readonly name: string;
  readonly run: () => void;
}

export interface RuleCheckOptions {
  /** The rules among which a bad example must give this rule's finding only; the rule alone if absent. */
  readonly among?: readonly AnyRule[];
}

/**
 * What the documented examples of a rule must show: each bad one gives exactly this rule's findings at its marks, each good one
 * is silent, every message is reached, fixes repair and come to rest, and neither line ends nor wide characters matter.
 */
export function ruleChecks(rule: AnyRule, { among = [rule] }: RuleCheckOptions = {}): RuleCheck[] {
  const examples = new RuleExamples(rule, among);
  const { bad = [], good = [] } = rule.meta.docs ?? {};
  return [
    ...bad.map((example, i) => ({ name: `bad example ${i + 1}`, run: () => examples.checkBad(example) })),
    ...good.map((example, i) => ({ name: `good example ${i + 1}`, run: () => examples.checkGood(example) })),
    { name: 'every message has an example', run: () => examples.checkMessages(bad) },
    { name: 'says whether it fixes', run: () => examples.checkFixable(bad) },
  ];
}

/** Runs all checks of a rule. @throws {RuleTestFailure} that lists those that failed */
export function checkRule(rule: AnyRule, options?: RuleCheckOptions): void {
  const failures = ruleChecks(rule, options).flatMap(({ name, run }) => {
    try {
      run();
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
  if (failures.length > 0) throw new RuleTestFailure(`${rule.meta.id}\n${failures.join('\n')}`);
}

class RuleExamples {
  readonly #id: string;
  /** The rule among others, and on its own. */
  readonly #all: FileConfig;
  readonly #alone: FileConfig;

  constructor(
    private readonly rule: AnyRule,
    among: readonly AnyRule[],
  ) {
    this.#id = rule.meta.id;
    this.#all = configFor(among);
    this.#alone = configFor([rule]);
  }

  checkBad(documented: Example): void {
    const example = readExample(documented);
    assertThat(example.ranges.length > 0, 'the example marks nothing: put <| and |> around what is reported');
    const result = lintExample(example, this.#all);
    const said = result.findings.map(({ message }) => `\n    ${message}`).join('');
    assertSameLines(
      describeFindings(result),
      describeMarks(this.#id, example.ranges, result),
      `findings differ; they say:${said}`,
    );
    for (const finding of result.findings) this.#checkText(finding);
    this.#checkVariants(example, result.findings);
    this.#checkFix(example);
  }

  checkGood(documented: Example): void {
    const example = readExample(documented);
    assertThat(example.ranges.length === 0, 'a good example has nothing to mark');
    this.#assertSilent(example);
    for (const variant of variantsOf(example)) this.#assertSilent(variant.example, ` ${variant.name}`);
  }

  checkMessages(bad: readonly Example[]): void {
    const reached = new Set(bad.flatMap((example) => this.#ownFindings(example).map(({ messageId }) => messageId)));
    const unreached = Object.keys(this.rule.meta.messages).filter((messageId) => !reached.has(messageId));
    assertSameLines(unreached, [], 'messages that no bad example gives');
  }

  checkFixable(bad: readonly Example[]): void {
    const fixes = bad.some((example) => this.#ownFindings(example).some(({ fix }) => fix !== undefined));
    const { fixable } = this.rule.meta;
    assertThat(fixes || !fixable, 'the rule says that it fixes, but no bad example is fixed');
    assertThat(!fixes || fixable !== undefined, 'the rule fixes, but its meta.fixable does not say so');
  }

  #ownFindings(documented: Example): readonly Finding[] {
    return lintExample(readExample(documented), this.#alone).findings.filter(({ ruleId }) => ruleId === this.#id);
  }

  #assertSilent(example: ReadExample, form = ''): void {
    const result = lintExample(example, this.#all);
    const relevant = result.findings.filter(({ ruleId }) => ruleId === this.#id || isEngineRule(ruleId));
    const lines = relevant.map((finding) => `${describeFinding(finding, result)}: ${finding.message}`);
    assertSameLines(lines, [], `the rule speaks on a good example${form}`);
  }

  /** A message whose placeholders lack data would show them to the user. */
  #checkText({ messageId, data }: Finding): void {
    const template = this.rule.meta.messages[messageId] ?? '';
    const names = [...template.matchAll(/\{([A-Za-z]\w*)\}/g)].map(([, name = '']) => name);
    assertSameLines(
      names.filter((name) => !Object.hasOwn(data, name)),
      [],
      `message "${messageId}" lacks data for`,
    );
  }

  #checkVariants(example: ReadExample, findings: readonly Finding[]): void {
    for (const { name, example: variant, offsetOf } of variantsOf(example)) {
      const actual = lintExample(variant, this.#all).findings.map((finding) => signature(finding));
      const expected = findings.map((finding) => signature(finding, offsetOf));
      assertSameLines(actual, expected, `findings differ ${name}`);
    }
  }

  #checkFix(example: ReadExample): void {
    const before = lintExample(example, this.#alone).findings;
    const { source, result } = fixExample(example, this.#alone, 'unsafe');
    const withoutFix = before.filter(({ fix }) => fix === undefined).length;
    const left = describeFindings(result);
    assertThat(
      left.length <= withoutFix,
      `findings are left behind the fix:\n    ${left.join('\n    ')}\n${source.text}`,
    );
    const again = fixExample({ ...example, text: source.text }, this.#alone, 'unsafe');
    assertThat(again.source.text === source.text, 'fixing twice changes more than fixing once');
  }
}

/** Runners are made once for a list of rules: hundreds of rules check their examples among the same ones. */
const configs = new WeakMap<readonly AnyRule[], FileConfig>();

function configFor(rules: readonly AnyRule[]): FileConfig {
  const config = configs.get(rules) ?? strictConfig(rules);
  configs.set(rules, config);
  return config;
}
