import type { RequestLine, SipMessage, StatusLine } from '../syntax/message.js';
import type { ActiveRule } from './active-rule.js';
import { applies } from './applicability.js';
import { type Call, DispatchPlan } from './dispatch-plan.js';
import { FlowPlan } from './flow-plan.js';
import type { LintFile } from './lint-file.js';
import { RuleRunner } from './rule-runner.js';

/**
 * The active rules of one configuration, indexed: a message meets only the handlers that apply to its kind, method and
 * status. Plans are made when a kind of message first comes; their number is bounded by what the rules name.
 */
export class RuleSet {
  readonly runners: readonly RuleRunner[];
  /** For files and for messages with an unrecognised start line. */
  readonly fileCalls: readonly Call<LintFile>[];
  readonly flowPlan: FlowPlan;
  readonly #syntaxOnly: DispatchPlan;
  readonly #namedMethods: ReadonlySet<string>;
  readonly #requestPlans = new Map<string, DispatchPlan>();
  /** By method, then by status code. */
  readonly #responsePlans = new Map<string, Map<number, DispatchPlan>>();
  /** For each rule, the rules whose finding of the same defect is dropped. */
  readonly winsOver: ReadonlyMap<string, readonly string[]>;

  constructor(readonly active: readonly ActiveRule[]) {
    this.runners = active.map((rule) => new RuleRunner(rule));
    this.#namedMethods = new Set(active.flatMap(({ rule }) => rule.appliesTo?.methods ?? []));
    this.#syntaxOnly = new DispatchPlan(this.runners);
    this.flowPlan = new FlowPlan(this.runners);
    this.fileCalls = this.runners.flatMap((runner) =>
      runner.handlers.file ? [{ runner, handler: runner.handlers.file }] : [],
    );
    this.winsOver = new Map(active.flatMap(({ id, rule: { meta } }) => (meta.winsOver ? [[id, meta.winsOver]] : [])));
  }

  planFor(message: SipMessage): DispatchPlan {
    const { startLine } = message;
    if (startLine.kind === 'unrecognized') return this.#syntaxOnly;
    const { method } = message;
    const named = method !== undefined && this.#namedMethods.has(method) ? method : '';
    if (startLine.kind === 'request') {
      return this.#requestPlans.get(named) ?? this.#addPlan(this.#requestPlans, named, named, startLine);
    }
    let plans = this.#responsePlans.get(named);
    if (!plans) {
      plans = new Map();
      this.#responsePlans.set(named, plans);
    }
    return plans.get(startLine.statusCode) ?? this.#addPlan(plans, startLine.statusCode, named, startLine);
  }

  #addPlan<Key>(
    plans: Map<Key, DispatchPlan>,
    key: Key,
    method: string,
    startLine: RequestLine | StatusLine,
  ): DispatchPlan {
    const code = startLine.kind === 'response' ? startLine.statusCode : Number.NaN;
    const seeing = this.runners.filter(({ active }) =>
      applies(active.rule.appliesTo, startLine.kind, method || undefined, code),
    );
    const plan = new DispatchPlan(seeing);
    plans.set(key, plan);
    return plan;
  }
}
