import type { Element } from './element.js';
import type { Request, Response } from './message.js';
import { LONGEST_INVITE, T1, T2, TIMEOUT } from './timers.js';
import type { Host } from './world.js';

export interface ClientHandlers {
  onResponse(response: Response): void;
  /** No final response came. */
  onTimeout?(): void;
}

/** RFC 3261 §17.1, with the Accepted state of RFC 6026. */
export class ClientTransaction {
  #state: 'calling' | 'proceeding' | 'accepted' | 'completed' | 'over' = 'calling';
  #wantsCancel = false;
  #hasCancelled = false;

  constructor(
    private readonly element: Element,
    readonly request: Request,
    private readonly to: Host,
    private readonly transport: string,
    private readonly handlers: ClientHandlers,
  ) {}

  get isInvite(): boolean {
    return this.request.method === 'INVITE';
  }

  get isPending(): boolean {
    return this.#state === 'calling' || this.#state === 'proceeding';
  }

  start(): void {
    this.#send(this.request);
    if (this.transport === 'UDP') this.#retransmitAfter(T1);
    this.element.world.after(TIMEOUT, () => this.#timeOut());
    if (this.isInvite) this.element.world.after(LONGEST_INVITE, () => this.#giveUp());
  }

  receive(response: Response): void {
    const isFinal = response.status >= 200;
    if (this.#state === 'over') return;
    if (this.#state === 'completed') {
      if (this.isInvite && response.status >= 300) this.#acknowledge(response);
      return;
    }
    if (this.#state === 'accepted') {
      if (isFinal && response.status < 300) this.handlers.onResponse(response);
      return;
    }
    if (!isFinal) {
      this.#state = 'proceeding';
      if (this.#wantsCancel && !this.#hasCancelled) this.#sendCancel();
    } else if (this.isInvite && response.status < 300) {
      this.#state = 'accepted';
    } else {
      this.#state = 'completed';
      if (this.isInvite) this.#acknowledge(response);
    }
    this.handlers.onResponse(response);
  }

  /** RFC 3261 §9.1: not before a provisional response, not after the final one. */
  cancel(): void {
    if (!this.isInvite || this.#wantsCancel) return;
    this.#wantsCancel = true;
    if (this.#state === 'proceeding') this.#sendCancel();
  }

  #sendCancel(): void {
    this.#hasCancelled = true;
    const { to, others } = this.request;
    const cancel = this.#sameHop(
      'CANCEL',
      to,
      others.filter(([name]) => name === 'User-Agent'),
    );
    this.element.startTransaction(cancel, this.to, this.transport, { onResponse: () => undefined });
  }

  /** §17.1.1.3. */
  #acknowledge({ to }: Response): void {
    this.#send(this.#sameHop('ACK', to, []));
  }

  /** What goes the way of the request, one hop (§9.1, §17.1.1.3). */
  #sameHop(method: 'ACK' | 'CANCEL', to: Request['to'], others: Request['others']): Request {
    const { uri, vias, from, callId, cseq, routes } = this.request;
    return {
      kind: 'request',
      method,
      uri,
      vias: vias.slice(0, 1),
      from,
      to,
      callId,
      cseq,
      routes,
      maxForwards: 70,
      contacts: [],
      recordRoutes: [],
      others,
    };
  }

  #send(request: Request): void {
    this.element.transmit(request, this.to, this.transport);
  }

  #retransmitAfter(interval: number): void {
    this.element.world.after(interval, () => {
      const isOver = this.isInvite ? this.#state !== 'calling' : !this.isPending;
      if (isOver) return;
      this.#send(this.request);
      const doubled = interval * 2;
      if (this.isInvite) this.#retransmitAfter(doubled);
      else this.#retransmitAfter(this.#state === 'proceeding' ? T2 : Math.min(doubled, T2));
    });
  }

  #giveUp(): void {
    if (!this.isPending) return;
    this.cancel();
    this.handlers.onTimeout?.();
  }

  #timeOut(): void {
    const hasFailed = this.isInvite ? this.#state === 'calling' : this.isPending;
    if (hasFailed) {
      this.#state = 'over';
      this.handlers.onTimeout?.();
    } else if (this.#state !== 'proceeding') {
      this.element.world.after(TIMEOUT, () => {
        this.#state = 'over';
      });
    }
  }
}
