import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';

/** A message in which a defect was found first. */
interface FirstSeen {
  readonly index: number;
  readonly text: string;
  readonly viaCount: number;
}

/**
 * One defect, one finding: what a retransmission repeats, octet by octet, and what the same request or response shows on
 * another hop, with more Vias or fewer, has been reported at the first.
 */
export class Repeats {
  readonly #seen = new Map<string, FirstSeen>();

  /** The findings about a message without those of an earlier copy of it. */
  drop(findings: readonly Finding[], message: SipMessage): readonly Finding[] {
    if (findings.length === 0) return findings;
    const callId = message.field('Call-ID')?.rawValue;
    const cseq = message.field('CSeq')?.rawValue;
    if (callId === undefined || cseq === undefined) return findings;
    const sender = message.field(message.kind === 'request' ? 'From' : 'To')?.rawValue;
    const what = `${message.kind} ${message.statusCode} ${callId} ${cseq} ${sender}`;
    let viaCount: number | undefined;
    return findings.filter((finding) => {
      const key = `${finding.ruleId} ${finding.message} ${what} ${textAt(finding, message)}`;
      const first = this.#seen.get(key);
      viaCount ??= countVias(message);
      if (!first) this.#seen.set(key, { index: message.index, text: message.text, viaCount });
      if (!first || first.index === message.index) return true;
      return first.viaCount === viaCount && first.text !== message.text;
    });
  }
}

function textAt({ start, end }: Finding, { text, offset }: SipMessage): string {
  return text.slice(start - offset, end - offset);
}

function countVias(message: SipMessage): number {
  let count = 0;
  for (let row = message.field('Via'); row; row = row.nextOfName) count += row.values.length;
  return count;
}
