import type { Element } from './element.js';
import { type Request, type Response, responseTo } from './message.js';
import { T1, T2, TIMEOUT } from './timers.js';
import type { Host } from './world.js';

/** RFC 3261 §17.2, with the Accepted state of RFC 6026. */
export class ServerTransaction {
  /** Told when a CANCEL came in time. */
  onCancel: (() => void) | undefined;
  #last: Response | undefined;
  #isAcknowledged = false;

  constructor(
    readonly element: Element,
    readonly request: Request,
    readonly from: Host,
    readonly transport: string,
  ) {
    if (this.isInvite) {
      element.world.after(0.19, () => {
        if (!this.#last) this.respond(responseTo(request, 100));
      });
    }
  }

  get isInvite(): boolean {
    return this.request.method === 'INVITE';
  }

  get isFinal(): boolean {
    return (this.#last?.status ?? 0) >= 200;
  }

  /** RFC 3261 §14.1: until it is confirmed no other INVITE may be sent. */
  get isUnderWay(): boolean {
    return !this.isFinal || (this.hasFailed && !this.#isAcknowledged);
  }

  get hasFailed(): boolean {
    return (this.#last?.status ?? 0) >= 300;
  }

  /** The response as it stands, to be sent as it is; a 2xx to INVITE is retransmitted by who made it. */
  respond(response: Response): void {
    const isFirstFinal = response.status >= 200 && !this.isFinal;
    if (this.isFinal && !(this.isInvite && response.status < 300)) return;
    this.#last = response;
    this.#send(response);
    // Timer H: the ACK is not waited for any longer.
    if (isFirstFinal && this.isInvite) this.element.world.after(TIMEOUT, () => this.receiveAck());
    const isRepeated = isFirstFinal && this.isInvite && response.status >= 300 && this.transport === 'UDP';
    if (isRepeated) this.#retransmitAfter(T1, this.element.world.now + TIMEOUT);
  }

  receiveAgain(): void {
    const isAccepted = this.isInvite && this.isFinal && (this.#last?.status ?? 0) < 300;
    if (this.#last && !isAccepted) this.#send(this.#last);
  }

  receiveAck(): void {
    this.#isAcknowledged = true;
  }

  cancel(): void {
    if (!this.isFinal) this.onCancel?.();
  }

  #send(response: Response): void {
    this.element.transmit(response, this.from, this.transport);
  }

  #retransmitAfter(interval: number, until: number): void {
    this.element.world.after(interval, () => {
      if (this.#isAcknowledged || this.element.world.now >= until || !this.#last) return;
      this.#send(this.#last);
      this.#retransmitAfter(Math.min(interval * 2, T2), until);
    });
  }
}
