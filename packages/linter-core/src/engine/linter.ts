import type { SipMessage } from '../syntax/message.js';
import { cutFinding, limitFinding } from './engine-findings.js';
import type { FileMemory } from './file-memory.js';
import { compareFindings, type Finding } from './finding.js';
import { FlowRun } from './flow-run.js';
import { type Crash, Invoker, type Profiler } from './invoker.js';
import { judgeMessage } from './judge-message.js';
import type { LintFile } from './lint-file.js';
import { LintRun } from './lint-run.js';
import { dropOutranked } from './precedence.js';
import { Repeats } from './repeats.js';
import type { RuleSet } from './rule-set.js';

/** Which rules judge what: one set for a file, or other ones for messages that an override selects. */
export interface RuleSelection {
  readonly forFile: RuleSet;
  /** Absent where no override selects messages. */
  readonly forMessage?: (message: SipMessage) => RuleSet;
}

export interface Judgement {
  /** In document order, before suppression. */
  readonly findings: readonly Finding[];
  readonly crashes: readonly Crash[];
  /** Number of messages that passed. */
  readonly messages: number;
}

export interface JudgingOptions {
  readonly profiler?: Profiler | undefined;
  readonly reportsCopies?: boolean | undefined;
  /** What is known of the file from before it was edited. */
  readonly memory?: Pick<FileMemory, 'judgements' | 'flows'> | undefined;
}

/** Runs the rules over the messages of a file. Never throws: a rule that does is disabled for the rest of the file. */
export function judgeFile(
  file: LintFile,
  selection: RuleSelection,
  { profiler, reportsCopies = false, memory }: JudgingOptions = {},
): Judgement {
  const run = new LintRun(file, reportsCopies);
  const repeats = new Repeats();
  const begun = new Set<RuleSet>();
  const begin = (rules: RuleSet): RuleSet => {
    if (!begun.has(rules)) {
      begun.add(rules);
      for (const runner of rules.runners) runner.beginFile(run);
    }
    return rules;
  };
  const invoker = new Invoker(run, profiler);
  const { forFile, forMessage } = selection;
  begin(forFile);
  const flows =
    forMessage || !forFile.flowPlan.isEmpty
      ? new FlowRun(run, invoker, begun, (message) => forMessage?.(message) ?? forFile, memory?.flows)
      : undefined;
  const judge = (message: SipMessage, rules: RuleSet): readonly Finding[] => {
    run.message = message;
    run.looksAround = false;
    judgeMessage(message, rules.planFor(message), invoker);
    const findings = dropOutranked(run.takeFindings(), message, rules.winsOver);
    if (!run.looksAround) memory?.judgements.add(message, rules, findings);
    return findings;
  };
  const { limits } = file;
  let count = 0;
  for (let message = file.next(); message; message = file.next()) {
    if (++count > limits.messages) {
      run.findings.push(limitFinding('The number of messages', limits.messages, message));
      break;
    }
    const rules = forMessage ? begin(forMessage(message)) : forFile;
    const findings = memory?.judgements.findingsOf(message, rules) ?? judge(message, rules);
    run.keep(reportsCopies ? findings : repeats.drop(findings, message));
    flows?.add(message);
  }
  if (file.stoppedAt !== undefined) run.findings.push(cutFinding(file.stoppedAt));
  run.message = undefined;
  flows?.end(file.isComplete && count <= limits.messages && file.stoppedAt === undefined);
  invoker.show(file, forFile.fileCalls);
  run.keep(run.takeFindings());
  for (const [ruleId, limit] of run.limited) run.findings.push(limitFinding(`Rule "${ruleId}"`, limit, undefined));
  for (const rules of begun) for (const runner of rules.runners) runner.endFile();
  return { findings: run.findings.sort(compareFindings), crashes: invoker.crashes, messages: count };
}
