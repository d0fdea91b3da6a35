import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';
import { rowAt, START_LINE } from './row-at.js';

/**
 * One defect, one finding: drops a finding whose rule another rule's finding wins over, if both stand on the same row of
 * the message, or the loser stands at the message as a whole (its start line).
 */
export function dropOutranked(
  findings: readonly Finding[],
  message: SipMessage,
  winsOver: ReadonlyMap<string, readonly string[]>,
): readonly Finding[] {
  if (findings.length < 2 || !findings.some(({ ruleId }) => winsOver.has(ruleId))) return findings;
  const outranked = new Set<string>();
  for (const winner of findings) {
    const row = rowOf(winner, message);
    for (const loser of winsOver.get(winner.ruleId) ?? [])
      outranked.add(`${row} ${loser}`).add(`${START_LINE} ${loser}`);
  }
  return findings.filter((finding) => !outranked.has(`${rowOf(finding, message)} ${finding.ruleId}`));
}

function rowOf(finding: Finding, message: SipMessage): number {
  return rowAt(message, finding.start - message.offset);
}
