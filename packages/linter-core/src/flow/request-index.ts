import type { SipMessage } from '../syntax/message.js';
import { transactionKey } from './transaction-key.js';

/** Which request of a file a response answers. */
export class RequestIndex {
  readonly #requests = new Map<string, SipMessage>();

  constructor(messages: Iterable<SipMessage>) {
    for (const message of messages) {
      if (message.kind !== 'request') continue;
      const key = transactionKey(message);
      // A retransmission repeats the first; what is said of the request is said of that one.
      if (key !== undefined && !this.#requests.has(key)) this.#requests.set(key, message);
    }
  }

  requestOf(response: SipMessage): SipMessage | undefined {
    const key = transactionKey(response);
    return key === undefined ? undefined : this.#requests.get(key);
  }
}
