import { ClosedCalls } from './closed-calls.js';
import { Flow } from './flow.js';

/** How much of a file is kept at once, in messages. */
export interface FlowLimits {
  /** Of all open flows; beyond it the flows that rested longest are closed. */
  readonly messages: number;
  /** Of one flow; beyond it what is there is closed, and a flow that continues it begins. */
  readonly messagesOfFlow: number;
  /** How many others pass before a flow is closed in which nothing is left open: every request answered, the call over. */
  readonly rest: number;
  /** The same where the last answer was a success, so that only retransmissions can follow: behind a failure one tries again. */
  readonly restOfEnded: number;
}

export const DEFAULT_FLOW_LIMITS: FlowLimits = {
  messages: 16_384,
  messagesOfFlow: 1_024,
  rest: 256,
  restOfEnded: 32,
};

/** A flow counts as active again when this many messages have passed since it did last: exact order would cost more. */
const STEP = 256;

/** Passed entries of the queue that are kept before it is cut. */
const SLACK = 1024;

/** The flows of a file that are not judged yet, and which of them are to be closed for the sake of memory. */
export class OpenFlows {
  /** By Call-ID; roughly, the one that rested longest comes first. */
  readonly #flows = new Map<string, Flow>();
  readonly #settled: SettledFlows;
  readonly #ended: SettledFlows;
  readonly #closed = new ClosedCalls();
  /** Messages that passed, and those among them that are kept. */
  #count = 0;
  #kept = 0;

  constructor(private readonly limits: FlowLimits) {
    this.#settled = new SettledFlows(limits.rest);
    this.#ended = new SettledFlows(limits.restOfEnded);
  }

  find(callId: string): Flow | undefined {
    return this.#flows.get(callId);
  }

  /** The flow of a Call-ID, a new one if there is none. */
  of(callId: string): Flow {
    return this.#flows.get(callId) ?? this.#open(new Flow(callId, this.#closed.has(callId)));
  }

  /** Notes that a flow has got a message. */
  touch(flow: Flow): void {
    this.#count++;
    this.#kept++;
    flow.touchedAt = this.#count;
    if (flow.isSettled) (flow.endedWell ? this.#ended : this.#settled).add(flow);
    if (this.#count - flow.placedAt < STEP) return;
    flow.placedAt = this.#count;
    this.#flows.delete(flow.callId);
    this.#flows.set(flow.callId, flow);
  }

  /**
   * Takes out the next flow that is to be closed now; undefined if none is.
   * @param keepsSettled True if settled flows are to stay as long as there is room.
   */
  takeDue(touched: Flow, keepsSettled: boolean): Flow | undefined {
    if (touched.messages.length >= this.limits.messagesOfFlow && this.#flows.get(touched.callId) === touched) {
      this.#remove(touched);
      this.#open(new Flow(touched.callId, true));
      return touched;
    }
    const settled = keepsSettled ? undefined : (this.#ended.takeDue(this.#count) ?? this.#settled.takeDue(this.#count));
    if (settled) this.#remove(settled);
    return settled ?? (this.#kept > this.limits.messages ? this.#takeOldest() : undefined);
  }

  /** Takes out all flows. */
  takeAll(): Flow[] {
    const flows = [...this.#flows.values()];
    this.#flows.clear();
    return flows;
  }

  #open(flow: Flow): Flow {
    flow.placedAt = this.#count;
    this.#flows.set(flow.callId, flow);
    return flow;
  }

  #remove(flow: Flow): void {
    this.#flows.delete(flow.callId);
    this.#closed.add(flow.callId);
    this.#kept -= flow.messages.length;
    flow.isClosed = true;
  }

  #takeOldest(): Flow | undefined {
    const [oldest] = this.#flows.values();
    if (oldest) this.#remove(oldest);
    return oldest;
  }
}

interface SettledFlow {
  readonly flow: Flow;
  readonly at: number;
}

/** Flows in which nothing was left open, each with the count of messages at that time, in its order. */
class SettledFlows {
  #flows: (SettledFlow | undefined)[] = [];
  #passed = 0;

  constructor(private readonly rest: number) {}

  add(flow: Flow): void {
    this.#flows.push({ flow, at: flow.touchedAt });
  }

  /** The next flow that has rested long enough when so many messages have come; undefined if none has. */
  takeDue(count: number): Flow | undefined {
    for (;;) {
      const settled = this.#flows[this.#passed];
      if (!settled || settled.at + this.rest >= count) return undefined;
      this.#flows[this.#passed] = undefined;
      if (++this.#passed === SLACK) {
        this.#flows = this.#flows.slice(SLACK);
        this.#passed = 0;
      }
      const { flow, at } = settled;
      if (flow.touchedAt === at && !flow.isClosed) return flow;
    }
  }
}
