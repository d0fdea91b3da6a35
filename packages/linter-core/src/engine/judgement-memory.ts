import type { MessageOrigin, SipMessage } from '../syntax/message.js';
import type { Edit, Finding } from './finding.js';
import type { RuleSet } from './rule-set.js';

interface Judged {
  readonly rules: RuleSet;
  readonly origin: MessageOrigin;
  /** Where the message stood, and its index, when it was judged. */
  readonly offset: number;
  readonly index: number;
  readonly findings: readonly Finding[];
}

/** What was found in messages on their own, for texts that are judged again and again as they are edited. */
export class JudgementMemory {
  #judged = new WeakMap<SipMessage, Judged>();

  clear(): void {
    this.#judged = new WeakMap();
  }

  /** The findings of a message that the same rules have judged, where it stands now; undefined if it has to be judged. */
  findingsOf(message: SipMessage, rules: RuleSet): readonly Finding[] | undefined {
    const judged = this.#judged.get(message);
    if (!judged || judged.rules !== rules || !isSameOrigin(judged.origin, message.origin)) return undefined;
    const moved = message.offset - judged.offset;
    if (moved === 0 && message.index === judged.index) return judged.findings;
    const findings = judged.findings.map((finding) => movedTo(finding, moved, message.index));
    this.add(message, rules, findings);
    return findings;
  }

  /** Remembers what was found in a message that was judged by its text alone. */
  add(message: SipMessage, rules: RuleSet, findings: readonly Finding[]): void {
    const { origin, offset, index } = message;
    this.#judged.set(message, { rules, origin, offset, index, findings });
  }
}

/** True if the file says the same of two messages. */
export function isSameOrigin(a: MessageOrigin, b: MessageOrigin): boolean {
  const facts = Object.entries(a);
  const others: Readonly<Record<string, unknown>> = { ...b };
  return facts.length === Object.keys(others).length && facts.every(([name, value]) => others[name] === value);
}

function movedTo(finding: Finding, by: number, messageIndex: number): Finding {
  const { start, end, related, fix } = finding;
  const move = <Place extends Pick<Edit, 'start' | 'end'>>(place: Place): Place => ({
    ...place,
    start: place.start + by,
    end: place.end + by,
  });
  return {
    ...finding,
    start: start + by,
    end: end + by,
    messageIndex,
    related: related.map(move),
    fix: fix && { ...fix, edits: fix.edits.map(move) },
  };
}
