import type { FlowMessage } from '../flow/flow-message.js';
import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';
import type { LintFile } from './lint-file.js';

/** A finding that shows between messages, with the one that is to blame. */
export interface FlowFinding {
  readonly finding: Finding;
  readonly message: FlowMessage;
}

/** What one file's run gathers: findings as the rules report them, with the message each belongs to. */
export class LintRun {
  readonly findings: Finding[] = [];
  /** Ids of rules that reached the limit of findings, with the limit. */
  readonly limited = new Map<string, number>();
  /** The message that handlers see; undefined for those about the file, whose ranges are those of the file. */
  message: SipMessage | undefined;
  /** True if a rule has asked for more than the message under judgement, so that this decides about its findings too. */
  looksAround = false;
  /** True while handlers see a defect of grammar: the parser has judged around placeholders already. */
  reportsSyntax = false;
  #messageFindings: Finding[] = [];
  #flowFindings: FlowFinding[] = [];

  /** @param reportsCopies True if rules report each copy of what they otherwise report once a file. */
  constructor(
    readonly file: LintFile,
    readonly reportsCopies = false,
  ) {}

  add(finding: Finding): void {
    this.#messageFindings.push(finding);
  }

  /** Adds a finding that shows between messages, with the message that is to blame. */
  addOfFlow(finding: Finding, message: FlowMessage): void {
    this.#flowFindings.push({ finding, message });
  }

  /** The findings between messages since the last call. */
  takeFlowFindings(): readonly FlowFinding[] {
    if (this.#flowFindings.length === 0) return NONE_OF_FLOWS;
    const taken = this.#flowFindings;
    this.#flowFindings = [];
    return taken;
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
const NONE_OF_FLOWS: readonly FlowFinding[] = [];
