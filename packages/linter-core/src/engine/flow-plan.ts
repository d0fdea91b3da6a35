import type { Dialog } from '../flow/dialog.js';
import type { Flow } from '../flow/flow.js';
import type { FlowMessage } from '../flow/flow-message.js';
import type { Transaction } from '../flow/transaction.js';
import type { ActiveRule } from './active-rule.js';
import { applies } from './applicability.js';
import type { Call } from './dispatch-plan.js';
import type { RuleRunner } from './rule-runner.js';

/** The handlers of a rule set that look at what lies between messages. */
export class FlowPlan {
  readonly dialog: readonly Call<Dialog>[];
  readonly flow: readonly Call<Flow>[];
  readonly #transaction: readonly Call<Transaction>[];
  /** Methods that some rule names. */
  readonly #methods: ReadonlySet<string>;
  /** By the kinds of messages that transactions hold, as far as rules tell them apart. */
  readonly #transactionPlans = new Map<string, readonly Call<Transaction>[]>();

  constructor(runners: readonly RuleRunner[]) {
    this.#transaction = runners.flatMap((runner) => callOf(runner, runner.handlers.transaction));
    this.dialog = runners.flatMap((runner) => callOf(runner, runner.handlers.dialog));
    this.flow = runners.flatMap((runner) => callOf(runner, runner.handlers.flow));
    this.#methods = new Set(this.#transaction.flatMap(({ runner }) => runner.active.rule.appliesTo?.methods ?? []));
  }

  get isEmpty(): boolean {
    return this.#transaction.length + this.dialog.length + this.flow.length === 0;
  }

  /** The handlers that see a transaction: those of rules that apply to one of its messages, misfits among them. */
  transactionCalls(transaction: Transaction): readonly Call<Transaction>[] {
    if (this.#transaction.length === 0) return this.#transaction;
    const kinds = new Map<string, MessageKind>();
    for (const message of kindsIn(transaction)) {
      const method = this.#methods.has(message.method) ? message.method : undefined;
      const kind = { kind: message.kind, method, statusCode: message.statusCode };
      kinds.set(`${kind.statusCode} ${method ?? ''}`, kind);
    }
    const key = [...kinds.keys()].sort().join();
    let calls = this.#transactionPlans.get(key);
    if (!calls) {
      const held = [...kinds.values()];
      calls = this.#transaction.filter(({ runner }) => held.some((kind) => appliesTo(runner.active, kind)));
      if (this.#transactionPlans.size < MOST_PLANS) this.#transactionPlans.set(key, calls);
    }
    return calls;
  }
}

/** Plans that are kept: real traffic needs few, and hostile input any number. */
const MOST_PLANS = 512;

interface MessageKind {
  readonly kind: 'request' | 'response';
  /** Undefined for one that no rule names. */
  readonly method: string | undefined;
  readonly statusCode: number;
}

function* kindsIn({ request, responses, acks, misfits }: Transaction): Generator<FlowMessage> {
  if (request) yield request;
  yield* responses;
  yield* acks;
  for (const { message } of misfits) yield message;
}

function appliesTo({ rule }: ActiveRule, { kind, method, statusCode }: MessageKind): boolean {
  return applies(rule.appliesTo, kind, method, statusCode);
}

function callOf<Node>(runner: RuleRunner, handler: Call<Node>['handler'] | undefined): Call<Node>[] {
  return handler ? [{ runner, handler }] : [];
}
