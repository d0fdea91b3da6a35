import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';

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
    for (const loser of winsOver.get(winner.ruleId) ?? []) outranked.add(`${row} ${loser}`).add(`${START_LINE} ${loser}`);
  }
  return findings.filter((finding) => !outranked.has(`${rowOf(finding, message)} ${finding.ruleId}`));
}

const START_LINE = -1;
const BODY = Number.MAX_SAFE_INTEGER;

/** The row of the header section that a finding stands on, by index. */
function rowOf(finding: Finding, message: SipMessage): number {
  const at = finding.start - message.offset;
  if (at < message.startLine.end) return START_LINE;
  if (at >= message.headerEnd) return BODY;
  let low = 0;
  let high = message.fields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((message.fields[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
