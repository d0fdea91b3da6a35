import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';
import type { LintFile } from './lint-file.js';

/** What one file's run gathers: findings as the rules report them, with the message each belongs to. */
export class LintRun {
  readonly findings: Finding[] = [];
  /** Ids of rules that reached the limit of findings, with the limit. */
  readonly limited = new Map<string, number>();
  /** The message that handlers see; undefined for those about the file, whose ranges are those of the file. */
  message: SipMessage | undefined;
  /** True while handlers see a defect of grammar: the parser has judged around placeholders already. */
  reportsSyntax = false;
  #messageFindings: Finding[] = [];

  /** @param reportsCopies True if rules report each copy of what they otherwise report once a file. */
  constructor(
    readonly file: LintFile,
    readonly reportsCopies = false,
  ) {}

  add(finding: Finding): void {
    this.#messageFindings.push(finding);
  }

  noteLimit(ruleId: string, limit: number): void {
    this.limited.set(ruleId, limit);
  }

  /** Puts findings among those of the result. */
  keep(findings: readonly Finding[]): void {
    for (const finding of findings) this.findings.push(finding);
  }

  /** The findings since the last call. */
  takeFindings(): Finding[] {
    if (this.#messageFindings.length === 0) return NONE;
    const taken = this.#messageFindings;
    this.#messageFindings = [];
    return taken;
  }
}

const NONE: Finding[] = [];
