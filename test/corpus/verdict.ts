import { type Finding, isAtLeast, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import { DEVIATIONS } from './deviations.js';
import type { Demand, JudgedMessage } from './manifest.js';

const RECOMMENDED = resolveConfig([], rules).forFile('');
const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id));

/** What siplint says of a message, held against what the corpus says; lines of text, empty where both agree. */
export interface Verdict {
  readonly missed: readonly string[];
  /** Rules that threw. */
  readonly crashes: readonly string[];
  /** Errors on a valid message that nothing allows. */
  readonly falseAlarms: readonly string[];
  /** Errors on another message that nothing explains. */
  readonly unexplained: readonly string[];
}

/** Judges a message as the command line does with its default preset. */
export function verdictOn({ path, bytes, isValid, demands, allowed, allowedErrors }: JudgedMessage): Verdict {
  const result = lintSource(SourceText.fromBytes(bytes), path, RECOMMENDED, { isNamed: true });
  const { lines } = result.source;
  const describe = ({ start, severity, ruleId, message }: Finding) =>
    `${lines.positionAt(start).line}: ${severity} ${ruleId}: ${message}`;
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  const explained = isValid ? allowedErrors : allowed;
  const surplus = errors.filter(({ ruleId }) => !explained.has(ruleId)).map(describe);
  const deviations = DEVIATIONS[path] ?? {};
  return {
    missed: demands.filter(isKnown).flatMap((demand) => {
      const missed = missing(demand, result.findings);
      if (!Object.hasOwn(deviations, demand.label)) return missed;
      return missed.length > 0 ? [] : [`${demand.label} is met: no deviation any more`];
    }),
    crashes: result.crashes.map(({ ruleId }) => ruleId),
    falseAlarms: isValid ? surplus : [],
    unexplained: isValid ? [] : surplus,
  };
}

/** False for a demand that only rules could meet which the project does not have. */
function isKnown({ ruleIds }: Demand): boolean {
  return ruleIds.some((id) => RULE_IDS.has(id));
}

function missing({ label, ruleIds, times, floor }: Demand, findings: readonly Finding[]): string[] {
  const hits = findings.filter(({ ruleId, severity }) => ruleIds.includes(ruleId) && isAtLeast(severity, floor)).length;
  return hits < times ? [`${label} at ${floor} or above: ${hits} of ${times}`] : [];
}

/** Defines a pending test for each demand that no rule of the project could meet, so that the report counts them. */
export function listUnknownDemands(messages: readonly JudgedMessage[]): void {
  const counts = new Map<string, number>();
  for (const { label, times } of messages.flatMap(({ demands }) => demands.filter((demand) => !isKnown(demand)))) {
    counts.set(label, (counts.get(label) ?? 0) + times);
  }
  for (const [label, count] of counts) it(`no rule yet: ${label} (${count})`);
}
