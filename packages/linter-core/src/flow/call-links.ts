import { BoundedMap } from './bounded-map.js';
import type { Flow } from './flow.js';
import type { FlowMessage } from './flow-message.js';

/** How many bindings, tag pairs and failures of a file are remembered. */
const CAPACITY = 1024;

/** Contacts of one REGISTER that are looked at. */
const MOST_CONTACTS = 8;

/** Finds messages of other Call-IDs that a message has to do with: what no flow can tell on its own. */
export class CallLinks {
  readonly #bindings = new BoundedMap<FlowMessage>(CAPACITY);
  readonly #tagPairs = new BoundedMap<FlowMessage>(CAPACITY);
  readonly #failures = new BoundedMap<FlowMessage>(CAPACITY);

  /** @param flow Of the Call-ID of the message. */
  add(message: FlowMessage, flow: Flow): void {
    const { method, fromTag, toTag } = message;
    const isRequest = message.kind === 'request';
    if (fromTag !== undefined && toTag !== undefined && (isRequest || createsDialog(message))) {
      this.#linkTags(message, fromTag, toTag, flow);
    }
    if (method === 'ACK' || method === 'CANCEL') return;
    if (isRequest && method === 'REGISTER') this.#linkBindings(message);
    if (isRequest ? toTag !== undefined || this.#failures.isEmpty : !asksForRetry(message.statusCode)) return;
    const users = usersOf(message);
    if (users === undefined) return;
    if (isRequest) this.#linkFailure(message, `${method}\n${users}`);
    else this.#failures.set(`${method}\n${users}`, message);
  }

  /** Forgets the tags of a call that is over: nothing that has them is to come, and its messages need not be kept for it. */
  forget({ tagged }: Flow): void {
    const { fromTag, toTag } = tagged ?? {};
    if (fromTag === undefined || toTag === undefined) return;
    const key = pairKey(fromTag, toTag);
    if (this.#tagPairs.get(key) === tagged) this.#tagPairs.delete(key);
  }

  /** The tags of a dialog, whoever of the two is speaking. */
  #linkTags(message: FlowMessage, fromTag: string, toTag: string, flow: Flow): void {
    // Most requests have the tags of the one before in their flow, which is remembered already.
    if (flow.tagged && hasTags(flow.tagged, fromTag, toTag)) return;
    const key = pairKey(fromTag, toTag);
    const known = this.#tagPairs.get(key);
    if (known && known.callId !== message.callId && message.kind === 'request') message.sharesTagsWith = known;
    // A request says more of the hop than the response that created the dialog.
    if (known && (known.kind === 'request' || known.callId !== message.callId)) return;
    this.#tagPairs.set(key, message);
    if (message.kind === 'request' && flow.callId === message.callId) flow.tagged = message;
  }

  #linkBindings(message: FlowMessage): void {
    const users = usersOf(message);
    if (users === undefined) return;
    for (const contact of message.contacts?.slice(0, MOST_CONTACTS) ?? []) {
      const key = `${users}\n${contact}`;
      const known = this.#bindings.get(key);
      if (known && known.callId !== message.callId) message.rebinds = known;
      this.#bindings.set(key, message);
    }
  }

  /** Only the request that follows directly is a retry. */
  #linkFailure(message: FlowMessage, key: string): void {
    const failure = this.#failures.get(key);
    if (!failure) return;
    if (failure.callId !== message.callId || failure.fromTag !== message.fromTag) message.retries = failure;
    this.#failures.delete(key);
  }
}

/** Who the two parties are, as the messages of a call and its retries name them. */
function usersOf({ fromUri, toUri }: FlowMessage): string | undefined {
  return fromUri === undefined || toUri === undefined ? undefined : `${fromUri}\n${toUri}`;
}

function pairKey(a: string, b: string): string {
  return isBefore(a, b) ? `${a}\n${b}` : `${b}\n${a}`;
}

/** Some order of two texts. The first characters of two tags mostly decide it, for which an engine does more than it takes. */
function isBefore(a: string, b: string): boolean {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const difference = a.charCodeAt(at) - b.charCodeAt(at);
    if (difference !== 0) return difference < 0;
  }
  return a.length < b.length;
}

function hasTags(message: FlowMessage, a: string, b: string): boolean {
  const { fromTag, toTag } = message;
  return (fromTag === a && toTag === b) || (fromTag === b && toTag === a);
}

function createsDialog({ method, isSuccess }: FlowMessage): boolean {
  return isSuccess && (method === 'INVITE' || method === 'SUBSCRIBE');
}

/** Challenges, redirections, and refusals that say what to change (RFC 3261 §8.1.3.4, §8.1.3.5). */
function asksForRetry(status: number): boolean {
  switch (status) {
    case 401:
    case 407:
    case 413:
    case 415:
    case 416:
    case 420:
      return true;
    default:
      return status >= 300 && status < 400;
  }
}
