import { DEFAULT_INPUT_SETTINGS, judgeFile, LintFile, type MessageReader, RuleSet, readSipFile } from '@siplint/core';
import { activeRules } from '../configuration.js';
import { file } from '../corpus.js';
import { cpuMicroseconds } from '../measure.js';
import { type Row, row } from '../report.js';

/** Few enough to stay in the processor's caches, as a message is there while a run judges it; shown over and over. */
const MESSAGES = 200;
const COUNT = 20_000;
const ROUNDS = 5;

/**
 * P3: what rules cost over messages that are parsed already, less what dispatch costs without any rule: all of them at once
 * for the mean, as a run has them, and each alone for the dearest.
 */
export function singleRules(): Row[] {
  const source = file(MESSAGES);
  const { messages } = readSipFile(source, DEFAULT_INPUT_SETTINGS);
  const read = (): MessageReader => {
    let at = 0;
    return {
      next: () => (at < COUNT ? messages[at++ % messages.length] : undefined),
      messageAt: (_, index) => messages[index % messages.length],
      prose: [],
      isComplete: false,
    };
  };
  const cost = (rules: RuleSet, rounds = ROUNDS) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < rounds; i++) {
      const lintFile = new LintFile('traffic.sip', source, read(), read);
      least = Math.min(
        least,
        cpuMicroseconds(() => judgeFile(lintFile, { forFile: rules })),
      );
    }
    return least / COUNT;
  };
  const rules = activeRules();
  const all = cost(new RuleSet(rules), 3 * ROUNDS);
  const alone = rules.map((rule) => ({ id: rule.id, micros: cost(new RuleSet([rule])) }));
  // The engine is warm now.
  const without = cost(new RuleSet([]), 3 * ROUNDS);
  const costs = alone
    .map(({ id, micros }) => ({ id, micros: Math.max(0, micros - without) }))
    .sort((a, b) => b.micros - a.micros);
  const dearest = costs.slice(0, 5).map(({ id, micros }) => `${micros.toFixed(3)} µs ${id}`);
  const mean = (all - without) / rules.length;
  return [
    row('P3', `one rule, mean of ${rules.length}`, { value: mean, unit: ' µs' }, { gate: 0.15, goal: 0.1 }),
    row('P3', 'the dearest rule', { value: costs[0]?.micros ?? 0, unit: ' µs' }, { gate: 1, goal: 1 }, dearest),
  ];
}
