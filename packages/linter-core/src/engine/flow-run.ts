import type { Flow } from '../flow/flow.js';
import { FlowBuilder } from '../flow/flow-builder.js';
import type { FlowMessage } from '../flow/flow-message.js';
import type { SipMessage } from '../syntax/message.js';
import type { Finding } from './finding.js';
import type { Invoker } from './invoker.js';
import type { FlowFinding, LintRun } from './lint-run.js';
import { dropOutranked } from './precedence.js';
import type { RuleSet } from './rule-set.js';

/** The rules that judge a message. */
type RulesFor = (message: SipMessage) => RuleSet;

/** Shows what lies between the messages of a file to the rules that look at it. */
export class FlowRun {
  readonly #builder: FlowBuilder;
  readonly #found: FlowFinding[] = [];

  constructor(
    private readonly run: LintRun,
    private readonly invoker: Invoker,
    /** Every rule set that has judged a message so far. */
    private readonly begun: Iterable<RuleSet>,
    private readonly rulesFor: RulesFor,
  ) {
    this.#builder = new FlowBuilder((flow) => this.#judge(flow));
  }

  add(message: SipMessage): void {
    this.#builder.add(message, this.run.file.isComplete);
  }

  /** Judges what is open, and puts the findings among those of the run. */
  end(isComplete: boolean): void {
    this.run.message = undefined;
    this.#builder.end(isComplete);
    this.#settle();
  }

  #judge(flow: Flow): void {
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
      for (const found of this.run.takeFlowFindings()) {
        if (this.rulesFor(found.message.message) === rules) this.#found.push(found);
      }
    }
  }

  /** One defect, one finding: between a rule of flows and another, or one that judged the message on its own. */
  #settle(): void {
    if (this.#found.length === 0) return;
    const byMessage = new Map<number, { readonly message: FlowMessage; readonly findings: Finding[] }>();
    for (const { finding, message } of this.#found) {
      const known = byMessage.get(message.index);
      if (known) known.findings.push(finding);
      else byMessage.set(message.index, { message, findings: [finding] });
    }
    const others: Finding[] = [];
    for (const finding of this.run.findings) {
      const ofMessage = finding.messageIndex === undefined ? undefined : byMessage.get(finding.messageIndex);
      if (ofMessage) ofMessage.findings.push(finding);
      else others.push(finding);
    }
    this.run.findings.splice(0, this.run.findings.length);
    this.run.keep(others);
    for (const { message: guilty, findings } of byMessage.values()) {
      const { message } = guilty;
      this.run.keep(dropOutranked(findings, message, this.rulesFor(message).winsOver));
    }
  }
}
