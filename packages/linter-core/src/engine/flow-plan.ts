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
  /** By the shapes of transactions, as far as rules tell their messages apart. */
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
    const key = this.#shapeOf(transaction);
    let calls = this.#transactionPlans.get(key);
    if (!calls) {
      calls = this.#callsFor(transaction);
      if (this.#transactionPlans.size < MOST_PLANS) this.#transactionPlans.set(key, calls);
    }
    return calls;
  }

  /** What of its messages decides which rules apply, in their order. */
  #shapeOf({ request, responses, acks, misfits }: Transaction): string {
    let shape = request ? `request ${this.#methodOf(request)}` : '';
    for (const response of responses) shape += `,${response.statusCode} ${this.#methodOf(response)}`;
    for (const ack of acks) shape += `,${this.#methodOf(ack)}`;
    for (const { message } of misfits) shape += `;${message.kind} ${message.statusCode} ${this.#methodOf(message)}`;
    return shape;
  }

  #callsFor(transaction: Transaction): readonly Call<Transaction>[] {
    const held = [...kindsIn(transaction)].map((message) => ({
      kind: message.kind,
      method: this.#methodOf(message),
      statusCode: message.statusCode,
    }));
    return this.#transaction.filter(({ runner }) => held.some((kind) => appliesTo(runner.active, kind)));
  }

  /** The method of a message, if some rule names it: those that none does are all alike. */
  #methodOf({ method }: FlowMessage): string {
    return this.#methods.has(method) ? method : '';
  }
}

/** Plans that are kept: real traffic needs few, and hostile input any number. */
const MOST_PLANS = 4096;

interface MessageKind {
  readonly kind: 'request' | 'response';
  /** Empty for one that no rule names. */
  readonly method: string;
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
