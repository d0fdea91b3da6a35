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
  if (!holdsWinner(findings, winsOver)) return findings;
  /** The rows on which each rule loses. */
  const outranked = new Map<string, Set<number>>();
  for (const winner of findings) {
    const losers = winsOver.get(winner.ruleId);
    if (!losers) continue;
    const row = rowOf(winner, message);
    for (const loser of losers) {
      const rows = outranked.get(loser);
      if (rows) rows.add(row);
      else outranked.set(loser, new Set([START_LINE, row]));
    }
  }
  return findings.filter((finding) => !outranked.get(finding.ruleId)?.has(rowOf(finding, message)));
}

/** True if one of several findings may win over another. */
export function holdsWinner(findings: readonly Finding[], winsOver: ReadonlyMap<string, readonly string[]>): boolean {
  return findings.length > 1 && findings.some(({ ruleId }) => winsOver.has(ruleId));
}

function rowOf(finding: Finding, message: SipMessage): number {
  return rowAt(message, finding.start - message.offset);
}
