import { BoundedMap } from '../flow/bounded-map.js';
import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';

/** Messages with findings that are remembered: copies come soon behind each other. */
const REMEMBERED = 4096;

/** A message in which defects were found. */
interface Seen {
  readonly offset: number;
  readonly text: string;
  readonly viaCount: number;
}

/** The findings about what may be copies of one message. */
interface Copies {
  readonly first: Seen;
  readonly findings: readonly Finding[];
  /** The message in which each was found first. Most messages have no copy: made when a second one comes. */
  firstSeen: Map<string, Seen> | undefined;
}

/**
 * One defect, one finding: what a retransmission repeats, octet by octet, and what the same request or response shows on
 * another hop, with more Vias or fewer, has been reported at the first.
 */
export class Repeats {
  /** By what a message and its copies have in common. */
  readonly #copies = new BoundedMap<Copies>(REMEMBERED);

  /** The findings about a message without those of an earlier copy of it. */
  drop(findings: readonly Finding[], message: SipMessage): readonly Finding[] {
    if (findings.length === 0) return findings;
    const callId = message.field('Call-ID')?.rawValue;
    const cseq = message.field('CSeq')?.rawValue;
    if (callId === undefined || cseq === undefined) return findings;
    const sender = message.field(message.kind === 'request' ? 'From' : 'To')?.rawValue;
    const what = `${message.kind} ${message.statusCode} ${callId} ${cseq} ${sender}`;
    const { offset, text } = message;
    const seen: Seen = { offset, text, viaCount: countVias(message) };
    const copies = this.#copies.get(what);
    if (!copies) {
      this.#copies.set(what, { first: seen, findings, firstSeen: undefined });
      return findings;
    }
    const { firstSeen = new Map<string, Seen>() } = copies;
    if (!copies.firstSeen) {
      copies.firstSeen = firstSeen;
      for (const finding of copies.findings) firstSeen.set(keyOf(finding, copies.first), copies.first);
    }
    return findings.filter((finding) => {
      const key = keyOf(finding, seen);
      const first = firstSeen.get(key);
      if (!first) firstSeen.set(key, seen);
      if (!first || first === seen) return true;
      return first.viaCount === seen.viaCount && first.text !== text;
    });
  }
}

/** What a finding says, and about which text. */
function keyOf({ ruleId, message, start, end }: Finding, { text, offset }: Seen): string {
  return `${ruleId} ${message} ${text.slice(start - offset, end - offset)}`;
}

function countVias(message: SipMessage): number {
  let count = 0;
  for (let row = message.field('Via'); row; row = row.nextOfName) count += row.values.length;
  return count;
}
