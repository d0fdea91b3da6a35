import type { Flow } from '../flow/flow.js';
import { FlowBuilder } from '../flow/flow-builder.js';
import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';
import type { FlowMemory } from './flow-memory.js';
import type { Invoker } from './invoker.js';
import type { LintRun } from './lint-run.js';
import { dropOutranked, holdsWinner } from './precedence.js';
import type { RuleSet } from './rule-set.js';

/** The rules that judge a message. */
type RulesFor = (message: SipMessage) => RuleSet;

/** A finding between messages, with the rules that judge the message to blame; the message itself is not kept for it. */
interface Found {
  readonly finding: Finding;
  readonly rules: RuleSet;
  readonly index: number;
  readonly offset: number;
}

/** Shows what lies between the messages of a file to the rules that look at it. */
export class FlowRun {
  readonly #builder: FlowBuilder;
  readonly #found: Found[] = [];
  /** All of a file that is edited, by index. */
  readonly #messages: SipMessage[] = [];

  constructor(
    private readonly run: LintRun,
    private readonly invoker: Invoker,
    /** Every rule set that has judged a message so far. */
    private readonly begun: Iterable<RuleSet>,
    private readonly rulesFor: RulesFor,
    /** What is known of the file from before it was edited. */
    private readonly memory: FlowMemory | undefined,
  ) {
    const isClean = memory && ((flow: Flow) => memory.isClean(flow, this.#messagesOf(flow), [...begun]));
    this.#builder = new FlowBuilder((flow) => this.#judge(flow), undefined, isClean);
  }

  add(message: SipMessage): void {
    if (this.memory) this.#messages.push(message);
    this.#builder.add(message, this.run.file.isComplete);
  }

  /** Judges what is open, and puts the findings among those of the run. */
  end(isComplete: boolean): void {
    this.run.message = undefined;
    this.#builder.end(isComplete);
    this.#settle();
  }

  #messagesOf(flow: Flow): SipMessage[] {
    return flow.messages.flatMap(({ index }) => this.#messages[index] ?? []);
  }

  #judge(flow: Flow): void {
    const found = this.#found.length;
    const crashes = this.invoker.crashes.length;
    this.run.looksAround = false;
    this.#judgeBy(flow);
    const isClean = !this.run.looksAround && this.#found.length === found && this.invoker.crashes.length === crashes;
    if (isClean) this.memory?.add(flow, this.#messagesOf(flow), [...this.begun]);
  }

  #judgeBy(flow: Flow): void {
    this.run.message = undefined;
    for (const rules of this.begun) {
      const { flowPlan } = rules;
      if (flowPlan.isEmpty) continue;
      for (const transaction of flow.transactions) {
        this.invoker.show(transaction, flowPlan.transactionCalls(transaction));
      }
      for (const dialog of flow.dialogs) this.invoker.show(dialog, flowPlan.dialog);
      this.invoker.show(flow, flowPlan.flow);
      // Where an override selects messages, its rules report what their own messages are to blame for, and nothing else.
      for (const { finding, message } of this.run.takeFlowFindings()) {
        if (this.rulesFor(message.message) !== rules) continue;
        this.#found.push({ finding, rules, index: message.index, offset: message.offset });
      }
    }
  }

  /** One defect, one finding: between a rule of flows and another, or one that judged the message on its own. */
  #settle(): void {
    if (this.#found.length === 0) return;
    const byMessage = new Map<number, { readonly found: Found; readonly findings: Finding[] }>();
    for (const found of this.#found) {
      const known = byMessage.get(found.index);
      if (known) known.findings.push(found.finding);
      else byMessage.set(found.index, { found, findings: [found.finding] });
    }
    const others: Finding[] = [];
    for (const finding of this.run.findings) {
      const ofMessage = finding.messageIndex === undefined ? undefined : byMessage.get(finding.messageIndex);
      if (ofMessage) ofMessage.findings.push(finding);
      else others.push(finding);
    }
    this.run.findings.splice(0, this.run.findings.length);
    this.run.keep(others);
    for (const { found, findings } of byMessage.values()) this.run.keep(this.#withoutOutranked(findings, found));
  }

  #withoutOutranked(findings: readonly Finding[], { rules, index, offset }: Found): readonly Finding[] {
    if (!holdsWinner(findings, rules.winsOver)) return findings;
    const message = this.run.file.messageAt(offset, index);
    return message ? dropOutranked(findings, message, rules.winsOver) : findings;
  }
}
