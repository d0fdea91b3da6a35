import type { SipMessage } from '../syntax/message.js';
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
  /** Of the methods that some rule names, and of all others. */
  readonly #plans: ReadonlyMap<string, MethodPlans>;
  readonly #otherPlans = new MethodPlans(undefined);
  /** For each rule, the rules whose finding of the same defect is dropped. */
  readonly winsOver: ReadonlyMap<string, readonly string[]>;

  constructor(readonly active: readonly ActiveRule[]) {
    this.runners = active.map((rule) => new RuleRunner(rule));
    const named = active.flatMap(({ rule }) => rule.appliesTo?.methods ?? []);
    this.#plans = new Map(named.map((method) => [method, new MethodPlans(method)]));
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
    const plans = (method !== undefined && this.#plans.get(method)) || this.#otherPlans;
    if (startLine.kind === 'request') {
      plans.request ??= this.#planOf('request', plans.method, Number.NaN);
      return plans.request;
    }
    const { statusCode } = startLine;
    // Behind 999 no rule tells one code from another.
    const place = statusCode <= LAST_CODE ? statusCode : LAST_CODE + 1;
    const known = plans.responses[place];
    if (known) return known;
    const plan = this.#planOf('response', plans.method, statusCode);
    plans.responses[place] = plan;
    return plan;
  }

  #planOf(kind: 'request' | 'response', method: string | undefined, code: number): DispatchPlan {
    return new DispatchPlan(this.runners.filter(({ active }) => applies(active.rule.appliesTo, kind, method, code)));
  }
}

/** A status code has three digits (RFC 3261 §25.1). */
const LAST_CODE = 999;

/** The plans for messages of one method. */
class MethodPlans {
  request: DispatchPlan | undefined;
  /** By status code. */
  readonly responses = new Array<DispatchPlan | undefined>(LAST_CODE + 2).fill(undefined);

  constructor(readonly method: string | undefined) {}
}
