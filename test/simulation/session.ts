import type { Dialog } from './dialog.js';
import { type Body, type Request, type Response, responseTo } from './message.js';
import type { SessionSide } from './sdp.js';
import type { ServerTransaction } from './server-transaction.js';
import { T1, T2, TIMEOUT } from './timers.js';
import { tagOf, uriText } from './uri.js';
import {
  CAPABILITIES,
  type Draft,
  METHODS,
  type Pending,
  type ResponseHandlers,
  type Usage,
  type UserAgent,
} from './user-agent.js';

/** A 2xx that is repeated until its ACK comes (RFC 3261 §13.3.1.4). */
interface Unacknowledged {
  readonly cseq: number;
  isAcknowledged: boolean;
}

/** One side of a call from its INVITE on: what is sent and answered within its dialog. */
export class Session implements Usage {
  /** What to do with a request that the peer sends; true if it did all. */
  onPeerRequest: ((request: Request, transaction: ServerTransaction) => boolean) | undefined;
  /** Told when the call is over. */
  onEnd: (() => void) | undefined;
  /** Told of the ACK to a 2xx of this side. */
  onAcknowledged: ((ack: Request) => void) | undefined;
  readonly #acks = new Map<number, () => void>();
  readonly #unacknowledged: Unacknowledged[] = [];
  readonly #pendingServers = new Set<ServerTransaction>();
  #ownInvite: Pending | undefined;
  isEnding = false;

  constructor(
    readonly agent: UserAgent,
    readonly dialog: Dialog,
    readonly media: SessionSide,
  ) {}

  get isInviteUnderWay(): boolean {
    return (
      this.#ownInvite?.transaction?.isPending === true ||
      [...this.#pendingServers].some((transaction) => transaction.isInvite && transaction.isUnderWay) ||
      this.#unacknowledged.some(({ isAcknowledged }) => !isAcknowledged)
    );
  }

  get isOver(): boolean {
    return this.isEnding || this.dialog.isOver;
  }

  request(method: string, more: Partial<Draft> = {}, handlers: Partial<ResponseHandlers> = {}): Pending {
    if (this.dialog.isOver || (this.isEnding && method !== 'BYE')) return { transaction: undefined };
    return this.agent.requestIn(this.dialog, method, more, {
      onResponse: (response, request) => {
        if ((response.status === 481 || response.status === 408) && method !== 'BYE') this.bye();
        handlers.onResponse?.(response, request);
      },
      onTimeout: () => {
        handlers.onTimeout?.();
        if (method !== 'BYE') this.bye();
      },
    });
  }

  /**
   * A new offer within the dialog; tried again after 491 (RFC 3261 §14.1), unless there is somebody to be told of it.
   */
  reinvite(offer: Body | undefined, onAnswer?: (response: Response) => void): void {
    if (this.isOver || this.isInviteUnderWay) return;
    const others = [
      ['Allow', METHODS],
      ['Supported', '100rel, replaces, timer'],
    ] as const;
    this.#ownInvite = this.request(
      'INVITE',
      { contacts: [this.agent.contact], body: offer, others },
      {
        onResponse: (response, request) => {
          if (response.status < 200) return;
          if (response.status === 491 && !onAnswer) {
            const wait = this.dialog.isCaller
              ? this.agent.world.random.between(2.1, 4)
              : this.agent.world.random.between(0, 2);
            this.agent.world.after(wait, () => this.reinvite(offer, onAnswer));
          } else if (response.status < 300) {
            const target = response.contacts[0];
            if (target) this.dialog.target = target.uri;
            const answer = offer || !response.body ? undefined : this.media.answer(response.body);
            this.acknowledge(request, answer);
          }
          onAnswer?.(response);
        },
      },
    );
  }

  /** The ACK to a 2xx; sent again for each repetition of it. */
  acknowledge(invite: Request, body?: Body): void {
    const known = this.#acks.get(invite.cseq);
    if (known) {
      known();
      return;
    }
    const draft = this.dialog.request('ACK', invite.cseq, credentialsOf(invite));
    const transport = this.agent.transportTo(draft);
    const ack: Request = { ...draft, body, vias: [this.agent.newVia(transport)] };
    const to = this.agent.nextHop(ack);
    const send = (): void => {
      if (to) this.agent.transmit(ack, to, transport);
    };
    this.#acks.set(invite.cseq, send);
    send();
  }

  bye(): void {
    if (this.isOver) return;
    this.isEnding = true;
    this.request('BYE', {}, { onResponse: ({ status }) => this.#endAfter(status), onTimeout: () => this.#end() });
  }

  #endAfter(status: number): void {
    if (status >= 200) this.#end();
  }

  #end(): void {
    if (this.dialog.isOver) return;
    for (const transaction of this.#pendingServers) if (!transaction.isFinal) this.agent.reply(transaction, 487);
    this.agent.release(this);
    this.onEnd?.();
  }

  /** Sends a 2xx until it is acknowledged, and hangs up if it never is. */
  accept(transaction: ServerTransaction, response: Response): void {
    const entry = { cseq: response.cseq, isAcknowledged: false };
    this.#unacknowledged.push(entry);
    const { world } = this.agent;
    const until = world.now + TIMEOUT;
    const repeat = (interval: number): void => {
      world.after(interval, () => {
        if (entry.isAcknowledged) return;
        if (world.now < until) {
          if (!this.dialog.isOver) transaction.respond(response);
          return repeat(Math.min(interval * 2, T2));
        }
        entry.isAcknowledged = true;
        this.bye();
      });
    };
    transaction.respond(response);
    repeat(T1);
  }

  onAck(request: Request): void {
    const entry = this.#unacknowledged.find(({ cseq, isAcknowledged }) => cseq === request.cseq && !isAcknowledged);
    if (!entry) return;
    entry.isAcknowledged = true;
    this.onAcknowledged?.(request);
  }

  onRequest(request: Request, transaction: ServerTransaction): void {
    if (this.onPeerRequest?.(request, transaction)) return;
    switch (request.method) {
      case 'BYE':
        this.agent.reply(transaction, 200);
        this.#end();
        return;
      case 'INVITE':
      case 'UPDATE':
        this.#receiveOffer(request, transaction);
        return;
      case 'OPTIONS':
        this.agent.reply(transaction, 200, { others: CAPABILITIES });
        return;
      case 'PRACK':
        this.agent.reply(transaction, 481);
        return;
      default:
        this.agent.reply(transaction, 200);
    }
  }

  /** Keeps a request to be refused should the call end before its answer. */
  keepPending(transaction: ServerTransaction): void {
    this.#pendingServers.add(transaction);
  }

  #receiveOffer(request: Request, transaction: ServerTransaction): void {
    const isBusy = this.isInviteUnderWay;
    if (request.method === 'INVITE') this.keepPending(transaction);
    if (this.#ownInvite?.transaction?.isPending) {
      this.agent.reply(transaction, 491);
      return;
    }
    if (isBusy) {
      const wait = String(this.agent.world.random.int(0, 10));
      this.agent.reply(transaction, 500, { others: [['Retry-After', wait]] });
      return;
    }
    const target = request.contacts[0];
    if (target) this.dialog.target = target.uri;
    const isInvite = request.method === 'INVITE';
    const body = request.body ? this.media.answer(request.body) : isInvite ? this.media.offer() : undefined;
    const { to } = request;
    const others = [
      ['Allow', METHODS],
      ['Supported', '100rel, replaces, timer'],
    ] as const;
    const response = responseTo(request, 200, { to, contacts: [this.agent.contact], body, others });
    if (!isInvite) {
      transaction.respond(response);
      return;
    }
    this.agent.world.after(this.agent.world.random.between(0, 0.4), () => {
      if (!transaction.isFinal) this.accept(transaction, response);
    });
  }

  /** For Replaces and Refer-To (RFC 3891): Call-ID and tags as the peer sees them. */
  replaces(): string {
    const { callId, local, remote } = this.dialog;
    return `${callId};to-tag=${tagOf(remote)};from-tag=${tagOf(local)}`;
  }

  get peerUri(): string {
    return uriText(this.dialog.target);
  }
}

/** RFC 3261 §13.2.2.4: the ACK carries the credentials of the INVITE. */
function credentialsOf({ others }: Request): Request['others'] {
  return others.filter(([name]) => name === 'Authorization' || name === 'Proxy-Authorization');
}
