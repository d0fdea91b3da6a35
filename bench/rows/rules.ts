import {
  type ActiveRule,
  DEFAULT_INPUT_SETTINGS,
  judgeFile,
  LintFile,
  type MessageReader,
  type RuleHandlers,
  RuleSet,
  readSipFile,
  SipFileReader,
} from '@siplint/core';
import { activeRules } from '../configuration.js';
import { file } from '../corpus.js';
import { cpuMicroseconds } from '../measure.js';
import { type Row, row } from '../report.js';

/** Few enough to stay in the processor's caches, as a message is there while a run judges it; judged as a file over and over. */
const MESSAGES = 200;
const FILES = 50;
const ROUNDS = 5;

/**
 * P3: what rules cost over messages that are parsed already, less what a run costs that has nothing to ask: all of them at
 * once for the mean, as a run has them, and each alone for the dearest. The graph of transactions and dialogs is made once for
 * all rules that look between messages, so the mean has its share of it, and none of them alone is charged for it. What a rule
 * reads once more of a message that passed counts as its own.
 */
export function singleRules(): Row[] {
  const source = file(MESSAGES);
  const { messages } = readSipFile(source, DEFAULT_INPUT_SETTINGS);
  const read = (): MessageReader => {
    let at = 0;
    return {
      next: () => messages[at++],
      messageAt: (place, index) => new SipFileReader(source, DEFAULT_INPUT_SETTINGS).messageAt(place, index),
      prose: [],
      isComplete: false,
    };
  };
  const cost = (rules: RuleSet, rounds = ROUNDS) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < rounds; i++) {
      const judgeFiles = () => {
        for (let file = 0; file < FILES; file++) {
          judgeFile(new LintFile('traffic.sip', source, read(), read), { forFile: rules });
        }
      };
      least = Math.min(least, cpuMicroseconds(judgeFiles));
    }
    return least / (FILES * MESSAGES);
  };
  const rules = activeRules();
  const all = cost(new RuleSet(rules), 3 * ROUNDS);
  const alone = rules.map((rule) => ({ rule, micros: cost(new RuleSet([rule])) }));
  // The engine is warm now.
  const nothing = cost(new RuleSet([]), 3 * ROUNDS);
  const graph = cost(new RuleSet(rules.slice(0, 1).map(askingNothing)), 3 * ROUNDS);
  const costs = alone
    .map(({ rule, micros }) => ({ id: rule.id, micros: Math.max(0, micros - (looksBetween(rule) ? graph : nothing)) }))
    .sort((a, b) => b.micros - a.micros);
  const dearest = costs.slice(0, 5).map(({ id, micros }) => `${micros.toFixed(3)} µs ${id}`);
  const mean = (all - nothing) / rules.length;
  return [
    row('P3', `one rule, mean of ${rules.length}`, { value: mean, unit: ' µs' }, { gate: 0.15, goal: 0.1 }, [
      `${(graph - nothing).toFixed(1)} µs a message for the graph`,
    ]),
    row('P3', 'the dearest rule', { value: costs[0]?.micros ?? 0, unit: ' µs' }, { gate: 1, goal: 1 }, dearest),
  ];
}

function looksBetween({ rule, options }: ActiveRule): boolean {
  const { transaction, dialog, flow }: RuleHandlers = rule.create(options);
  return (transaction ?? dialog ?? flow) !== undefined;
}

/** A rule that has the graph made, and looks at nothing. */
function askingNothing(active: ActiveRule): ActiveRule {
  return { ...active, rule: { meta: active.rule.meta, create: () => ({ flow() {} }) } };
}
