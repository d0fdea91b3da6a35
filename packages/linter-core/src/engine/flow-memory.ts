import type { Flow } from '../flow/flow.js';
import type { SipMessage } from '../syntax/message.js';
import { isSameOrigin } from './judgement-memory.js';
import type { RuleSet } from './rule-set.js';

/** What decides about the findings of a flow, if nothing outside of it does. */
interface CleanFlow {
  readonly messages: readonly SipMessage[];
  readonly origins: readonly SipMessage['origin'][];
  readonly rules: readonly RuleSet[];
  readonly isComplete: boolean;
  readonly isContinued: boolean;
}

/**
 * Flows in which nothing was found, for texts that are judged again and again as they are edited: one whose messages an edit
 * did not touch is not judged anew. Where something was found it is, as what is reported once a file depends on all of it.
 */
export class FlowMemory {
  /** By the first message of each. */
  #clean = new WeakMap<SipMessage, CleanFlow>();

  clear(): void {
    this.#clean = new WeakMap();
  }

  /** True if the same rules have found nothing in a flow of the same messages. */
  isClean(flow: Flow, messages: readonly SipMessage[], rules: readonly RuleSet[]): boolean {
    const [first] = messages;
    const known = first && this.#clean.get(first);
    return (
      known !== undefined &&
      known.isComplete === flow.isComplete &&
      known.isContinued === flow.isContinued &&
      isSameList(known.rules, rules) &&
      isSameList(known.messages, messages) &&
      messages.every(({ origin }, i) => isSameOrigin(known.origins[i] ?? {}, origin)) &&
      isOnItsOwn(flow)
    );
  }

  /** Remembers a flow in which the rules found nothing, without asking for more than the flow. */
  add(flow: Flow, messages: readonly SipMessage[], rules: readonly RuleSet[]): void {
    const [first] = messages;
    if (!first || !isOnItsOwn(flow)) return;
    const { isComplete, isContinued } = flow;
    const origins = messages.map(({ origin }) => origin);
    this.#clean.set(first, { messages, origins, rules, isComplete, isContinued });
  }
}

/** True if no message of another flow has to do with this one. */
function isOnItsOwn({ isSplit, messages, transactions }: Flow): boolean {
  if (isSplit) return false;
  for (const { rebinds, sharesTagsWith, retries } of messages) {
    if (rebinds || sharesTagsWith || retries) return false;
  }
  return transactions.every(({ flow, sharesBranchWith, cancelled, cancel }) =>
    [sharesBranchWith, cancelled, cancel].every((other) => other === undefined || other.flow === flow),
  );
}

function isSameList<Element>(a: readonly Element[], b: readonly Element[]): boolean {
  return a.length === b.length && a.every((element, i) => element === b[i]);
}
