import { DEFAULT_INPUT_SETTINGS, judgeFile, LintFile, type MessageReader, RuleSet, readSipFile } from '@siplint/core';
import { activeRules } from '../configuration.js';
import { file } from '../corpus.js';
import { cpuMicroseconds } from '../measure.js';
import { type Row, row } from '../report.js';

const COUNT = 20_000;
const ROUNDS = 5;

/** P3: each rule alone over messages that are parsed already, less what dispatch costs without any rule. */
export function singleRules(): Row[] {
  const source = file(COUNT);
  const { messages } = readSipFile(source, DEFAULT_INPUT_SETTINGS);
  const read = (): MessageReader => {
    let at = 0;
    return { next: () => messages[at++], prose: [] };
  };
  const cost = (rules: RuleSet) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < ROUNDS; i++) {
      least = Math.min(
        least,
        cpuMicroseconds(() => judgeFile(new LintFile('traffic.sip', source, read(), read), { forFile: rules })),
      );
    }
    return least / COUNT;
  };
  const rules = activeRules();
  cost(new RuleSet(rules)); // parses every value, so that no rule pays for it
  const measured = rules.map((rule) => ({ id: rule.id, micros: cost(new RuleSet([rule])) }));
  // The engine is warm now, and the least of several runs is what it costs without a rule.
  const without = Math.min(...Array.from({ length: 3 }, () => cost(new RuleSet([]))));
  const costs = measured
    .map(({ id, micros }) => ({ id, micros: Math.max(0, micros - without) }))
    .sort((a, b) => b.micros - a.micros);
  const mean = costs.reduce((sum, { micros }) => sum + micros, 0) / costs.length;
  const dearest = costs.slice(0, 5).map(({ id, micros }) => `${micros.toFixed(3)} µs ${id}`);
  return [
    row('P3', `one rule, mean of ${costs.length}`, { value: mean, unit: ' µs' }, { gate: 0.15, goal: 0.1 }),
    row('P3', 'the dearest rule', { value: costs[0]?.micros ?? 0, unit: ' µs' }, { gate: 1, goal: 1 }, dearest),
  ];
}
