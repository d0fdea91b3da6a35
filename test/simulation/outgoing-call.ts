import { Dialog } from './dialog.js';
import { type Body, fieldOf, lists, type OtherField, type Request, type Response } from './message.js';
import { SessionSide } from './sdp.js';
import { Session } from './session.js';
import { tagOf, type Uri } from './uri.js';
import { type Draft, METHODS, type Pending, type UserAgent } from './user-agent.js';

export interface CallSettings {
  /** Sends no offer, so that the 2xx has it. */
  readonly isLate?: boolean;
  readonly draft?: Partial<Draft>;
  readonly others?: readonly OtherField[];
  readonly body?: Body | undefined;
}

/** The side that calls (RFC 3261 §13.2), with what forking may make of it. */
export class OutgoingCall {
  readonly sessions = new Map<string, Session>();
  onProgress: ((response: Response, session: Session | undefined) => void) | undefined;
  /** Told of the first 2xx. @returns the body of the ACK, or undefined for none; gives the answer by default. */
  onAnswered: ((session: Session, response: Response) => void) | undefined;
  onFailed: ((response: Response | undefined) => void) | undefined;
  /** Makes the ACK wait until `acknowledge` is called: for elements between two calls. */
  waitsForAck = false;
  answered: Session | undefined;
  pending: Pending | undefined;
  #acknowledge: ((body: Body | undefined) => void) | undefined;
  #isCancelled = false;
  readonly #lastRSeq = new Map<string, number>();
  readonly media: SessionSide;
  readonly #isLate: boolean;

  constructor(
    readonly agent: UserAgent,
    readonly target: Uri,
    readonly settings: CallSettings = {},
  ) {
    this.media = new SessionSide(agent.world.random, agent.ip);
    this.#isLate = settings.isLate === true;
    agent.strayListeners.push((response) => this.#receiveStray(response));
  }

  start(): void {
    const { reliability, sessionExpires } = this.agent.settings;
    const supported = ['replaces', ...(reliability === 'none' ? [] : ['100rel']), ...(sessionExpires ? ['timer'] : [])];
    const others: OtherField[] = [
      ['Allow', METHODS],
      ['Supported', supported.join(', ')],
    ];
    if (sessionExpires) others.push(['Session-Expires', String(sessionExpires)]);
    others.push(...(this.settings.others ?? []));
    const body = this.#isLate ? undefined : (this.settings.body ?? this.media.offer());
    const contacts = [this.agent.contact];
    this.#send(this.agent.draft('INVITE', this.target, { contacts, others, body, ...this.settings.draft }), 3);
  }

  #send(draft: Draft, redirections: number): void {
    this.pending = this.agent.request(draft, {
      onResponse: (response, request) => this.#receive(response, request, draft, redirections),
      onTimeout: () => this.onFailed?.(undefined),
    });
  }

  #receive(response: Response, request: Request, draft: Draft, redirections: number): void {
    if (response.status < 200) {
      this.#receiveProvisional(response, request);
      return;
    }
    if (response.status < 300) {
      this.#receiveSuccess(response, request);
      return;
    }
    for (const session of this.sessions.values()) if (!session.dialog.isConfirmed) session.dialog.isOver = true;
    const next = { ...draft, cseq: request.cseq + 1 };
    const [contact] = response.contacts;
    if (response.status < 400 && contact && redirections > 0 && !this.#isCancelled) {
      // RFC 3261 §8.1.3.4: the URI, without what a Request-URI must not have.
      this.#send({ ...next, uri: contact.uri, routes: this.agent.preloadedRoutes }, redirections - 1);
      return;
    }
    const minimum = fieldOf(response, 'Min-SE');
    if (response.status === 422 && minimum !== undefined && redirections > 0) {
      const kept = draft.others.filter(([name]) => name !== 'Session-Expires' && name !== 'Min-SE');
      const others: OtherField[] = [...kept, ['Session-Expires', minimum], ['Min-SE', minimum]];
      this.#send({ ...next, others }, redirections - 1);
      return;
    }
    this.onFailed?.(response);
  }

  #receiveProvisional(response: Response, request: Request): void {
    const tag = tagOf(response.to);
    const session = tag === undefined || response.status === 100 ? undefined : this.#sessionOf(response, request);
    const rseq = Number(fieldOf(response, 'RSeq') ?? Number.NaN);
    if (session && tag !== undefined && lists(response, 'Require', '100rel')) {
      const last = this.#lastRSeq.get(tag);
      // RFC 3262 §4: in order, each once.
      if (last !== undefined && rseq !== last + 1) return;
      this.#lastRSeq.set(tag, rseq);
      const body = this.#isLate && response.body ? session.media.answer(response.body) : undefined;
      session.request('PRACK', { body, others: [['RAck', `${rseq} ${response.cseq} INVITE`]] });
    }
    this.onProgress?.(response, session);
  }

  #receiveSuccess(response: Response, request: Request): void {
    const session = this.#sessionOf(response, request);
    const isRepeated = session.dialog.isConfirmed;
    const [contact] = response.contacts;
    if (contact) session.dialog.target = contact.uri;
    session.dialog.isConfirmed = true;
    if (isRepeated) {
      if (!this.#acknowledge || session !== this.answered) session.acknowledge(request);
      return;
    }
    if (this.answered || this.#isCancelled) {
      session.acknowledge(request, this.#answerTo(session, response));
      session.bye();
      return;
    }
    this.answered = session;
    if (this.waitsForAck) {
      this.#acknowledge = (body) => {
        this.#acknowledge = undefined;
        session.acknowledge(request, body ?? this.#answerTo(session, response));
      };
    } else session.acknowledge(request, this.#answerTo(session, response));
    this.onAnswered?.(session, response);
  }

  #answerTo(session: Session, { body }: Response): Body | undefined {
    return this.#isLate && body ? session.media.answer(body) : undefined;
  }

  acknowledge(body: Body | undefined): void {
    this.#acknowledge?.(body);
  }

  #sessionOf(response: Response, request: Request): Session {
    const tag = tagOf(response.to) ?? '';
    let session = this.sessions.get(tag);
    if (!session) {
      const media = this.#isLate ? new SessionSide(this.agent.world.random, this.agent.ip) : this.media;
      session = new Session(this.agent, Dialog.ofCaller(request, response), media);
      this.sessions.set(tag, session);
      this.agent.use(session);
    }
    return session;
  }

  cancel(): void {
    if (this.answered) return;
    this.#isCancelled = true;
    this.pending?.transaction?.cancel();
  }

  /** RFC 3261 §15: the caller may send BYE on an early dialog; the other side ends the INVITE then. */
  byeEarly(): void {
    for (const session of this.sessions.values()) if (!session.dialog.isConfirmed) session.bye();
  }

  #receiveStray(response: Response): void {
    const request = this.pending?.transaction?.request;
    const isOwn = request?.callId === response.callId && response.cseq === request.cseq && response.method === 'INVITE';
    if (isOwn && response.status >= 200 && response.status < 300) this.#receiveSuccess(response, request);
  }
}
