import { Dialog } from './dialog.js';
import { type Body, fieldOf, lists, type OtherField, type Request, type Response, responseTo } from './message.js';
import { SessionSide } from './sdp.js';
import type { ServerTransaction } from './server-transaction.js';
import { Session } from './session.js';
import { T1, TIMEOUT } from './timers.js';
import { type Address, withParam } from './uri.js';
import { METHODS, type UserAgent } from './user-agent.js';

export interface Progress {
  readonly status: number;
  /** With the answer to the offer of the INVITE, or else with the offer if it is sent reliably. */
  readonly hasSession?: boolean;
  readonly isReliable?: boolean;
  readonly body?: Body | undefined;
}

interface Reliable {
  readonly response: Response;
  readonly rseq: number;
  isAcknowledged: boolean;
}

/** The side that is called (RFC 3261 §13.3, RFC 3262). */
export class IncomingCall {
  readonly session: Session;
  readonly media: SessionSide;
  onCancelled: (() => void) | undefined;
  /** Told of an answer that came in PRACK or ACK. */
  readonly #reliable: Reliable[] = [];
  readonly #waiting: (() => void)[] = [];
  #rseq: number;
  #answer: Body | undefined;
  /** True once offer and answer are both given reliably. */
  #isSettled = false;
  readonly #to: Address;

  constructor(
    readonly agent: UserAgent,
    readonly request: Request,
    readonly transaction: ServerTransaction,
  ) {
    const { random } = agent.world;
    this.#rseq = random.int(1, 1_000_000);
    this.media = new SessionSide(random, agent.ip);
    this.#to = withParam(request.to, 'tag', agent.tagFor(transaction));
    const dialog = Dialog.ofCallee(request, this.#to, random.int(0, 20000));
    this.session = new Session(agent, dialog, this.media);
    agent.use(this.session);
    this.session.keepPending(transaction);
    this.session.onPeerRequest = (other, of) => this.#receivePrack(other, of);
    transaction.onCancel = () => {
      this.refuse(487);
      this.onCancelled?.();
    };
  }

  get canBeReliable(): boolean {
    return (
      this.agent.settings.reliability !== 'none' &&
      (lists(this.request, 'Supported', '100rel') || lists(this.request, 'Require', '100rel'))
    );
  }

  progress({ status, hasSession = false, isReliable = false, body }: Progress): void {
    if (this.transaction.isFinal || this.#isWaiting(() => this.progress({ status, hasSession, isReliable, body })))
      return;
    const sends = isReliable && this.canBeReliable;
    const others: OtherField[] = [['Allow', METHODS]];
    const text = body ?? this.#bodyFor(hasSession, sends);
    if (!sends) {
      this.transaction.respond(this.#response(status, others, text));
      return;
    }
    const rseq = ++this.#rseq;
    others.push(['Require', '100rel'], ['RSeq', String(rseq)]);
    const entry = { response: this.#response(status, others, text), rseq, isAcknowledged: false };
    this.#reliable.push(entry);
    this.#sendReliably(entry, T1, this.agent.world.now + TIMEOUT);
  }

  #bodyFor(hasSession: boolean, isReliable: boolean): Body | undefined {
    if (!hasSession) return undefined;
    if (this.request.body) {
      this.#answer ??= this.media.answer(this.request.body);
      const isRepeated = this.#isSettled;
      if (isReliable) this.#isSettled = true;
      // RFC 6337 §3.1.1: once the answer went out reliably, it is not repeated.
      return isRepeated ? undefined : this.#answer;
    }
    if (!isReliable || this.#isSettled) return undefined;
    this.#isSettled = true;
    return this.media.offer();
  }

  /** What is to be sent must wait until reliable responses are acknowledged (RFC 3262 §3). */
  #isWaiting(action: () => void): boolean {
    if (this.#reliable.every(({ isAcknowledged }) => isAcknowledged)) return false;
    this.#waiting.push(action);
    return true;
  }

  #sendReliably(entry: Reliable, interval: number, until: number): void {
    if (entry.isAcknowledged || this.transaction.isFinal) return;
    if (this.agent.world.now >= until) {
      entry.isAcknowledged = true;
      this.refuse(500);
      return;
    }
    this.transaction.respond(entry.response);
    this.agent.world.after(interval, () => this.#sendReliably(entry, interval * 2, until));
  }

  #receivePrack(request: Request, transaction: ServerTransaction): boolean {
    if (request.method !== 'PRACK') return false;
    const named = Number(fieldOf(request, 'RAck')?.split(' ')[0]);
    const entry = this.#reliable.find(({ rseq, isAcknowledged }) => rseq === named && !isAcknowledged);
    if (!entry) return false;
    entry.isAcknowledged = true;
    this.agent.reply(transaction, 200);
    for (const action of this.#waiting.splice(0)) action();
    return true;
  }

  accept(more: readonly OtherField[] = [], body?: Body): void {
    if (this.transaction.isFinal || this.#isWaiting(() => this.accept(more, body))) return;
    const others: OtherField[] = [
      ['Allow', METHODS],
      ['Supported', '100rel, replaces, timer'],
      ...this.#timer(),
      ...more,
    ];
    const offered = this.request.body;
    const text =
      body ??
      (this.#isSettled ? undefined : offered ? (this.#answer ?? this.media.answer(offered)) : this.media.offer());
    this.session.dialog.isConfirmed = true;
    this.session.accept(this.transaction, this.#response(200, others, text));
  }

  /** RFC 4028 §9. */
  #timer(): OtherField[] {
    const asked = fieldOf(this.request, 'Session-Expires');
    if (asked === undefined || this.agent.settings.sessionExpires === undefined) return [];
    return [
      ['Require', 'timer'],
      ['Session-Expires', `${asked.split(';')[0]};refresher=uac`],
    ];
  }

  refuse(status: number, others: readonly OtherField[] = [], contacts: readonly Address[] = []): void {
    if (this.transaction.isFinal) return;
    this.session.dialog.isOver = true;
    this.transaction.respond(responseTo(this.request, status, { to: this.#to, others, contacts }));
  }

  #response(status: number, others: readonly OtherField[], body: Body | undefined): Response {
    const { recordRoutes } = this.request;
    return responseTo(this.request, status, {
      to: this.#to,
      contacts: [this.agent.contact],
      recordRoutes,
      others,
      body,
    });
  }
}
