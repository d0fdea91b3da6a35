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
  /** Methods that some rule names, numbered from 1. */
  readonly #methods: ReadonlyMap<string, number>;
  readonly #shapes = new ShapeNode();
  #plans = 0;

  constructor(runners: readonly RuleRunner[]) {
    this.#transaction = runners.flatMap((runner) => callOf(runner, runner.handlers.transaction));
    this.dialog = runners.flatMap((runner) => callOf(runner, runner.handlers.dialog));
    this.flow = runners.flatMap((runner) => callOf(runner, runner.handlers.flow));
    const named = new Set(this.#transaction.flatMap(({ runner }) => runner.active.rule.appliesTo?.methods ?? []));
    this.#methods = new Map([...named].map((method, i) => [method, i + 1]));
  }

  get isEmpty(): boolean {
    return this.#transaction.length + this.dialog.length + this.flow.length === 0;
  }

  /** The handlers that see a transaction: those of rules that apply to one of its messages, misfits among them. */
  transactionCalls(transaction: Transaction): readonly Call<Transaction>[] {
    if (this.#transaction.length === 0) return this.#transaction;
    const shape = this.#shapeOf(transaction);
    const calls = shape?.calls ?? this.#callsFor(transaction);
    if (shape) shape.calls = calls;
    return calls;
  }

  /** Where the shape of a transaction leads: what of its messages decides which rules apply. Undefined if there is no more room. */
  #shapeOf({ request, responses, acks, misfits }: Transaction): ShapeNode | undefined {
    let node = request ? this.#behind(this.#shapes, request) : this.#shapes;
    for (let i = 0; node && i < responses.length; i++) node = this.#behind(node, responses[i] as FlowMessage);
    for (let i = 0; node && i < acks.length; i++) node = this.#behind(node, acks[i] as FlowMessage);
    for (const { message } of misfits) node = node && this.#behind(node, message);
    return node;
  }

  #behind(node: ShapeNode, { method, kind, statusCode }: FlowMessage): ShapeNode | undefined {
    const status = statusCode < REQUEST ? statusCode : 0;
    const step = (this.#methods.get(method) ?? 0) * STEPS_OF_METHOD + (kind === 'request' ? REQUEST : status);
    const known = node.next.get(step);
    if (known || this.#plans === MOST_PLANS) return known;
    this.#plans++;
    const next = new ShapeNode();
    node.next.set(step, next);
    return next;
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

/** A message on the way to a plan: one more than a status code has values, and that one for a request. */
const REQUEST = 1000;
const STEPS_OF_METHOD = REQUEST + 1;

/** Transactions whose messages are alike so far, one behind the other. */
class ShapeNode {
  readonly next = new Map<number, ShapeNode>();
  calls: readonly Call<Transaction>[] | undefined;
}

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
