import type { IncomingCall } from './incoming-call.js';
import { type Body, type Request, responseTo } from './message.js';
import { OutgoingCall } from './outgoing-call.js';
import type { ServerTransaction } from './server-transaction.js';
import type { Session } from './session.js';
import { type Address, address, type Uri, uri } from './uri.js';
import type { UserAgent } from './user-agent.js';

export interface SbcSettings {
  /** Both legs have one Call-ID, as many SBCs do it. */
  readonly keepsCallId: boolean;
  /** Hides who calls (RFC 3323). */
  readonly hidesCaller: boolean;
  /** The second leg has the CSeq number of the first. */
  readonly keepsCSeq: boolean;
}

/** A back-to-back user agent: what one leg gets goes on in the other. */
export class Sbc {
  constructor(
    readonly agent: UserAgent,
    readonly settings: SbcSettings,
    readonly route: (request: Request) => Uri,
  ) {}

  take(incoming: IncomingCall): void {
    const { request } = incoming;
    const { agent, settings } = this;
    const from = settings.hidesCaller ? ANONYMOUS : { ...request.from, params: [] };
    const draft = {
      from: { ...from, params: [['tag', agent.newTag()] as const] },
      to: { ...request.to, params: [] },
      ...(settings.keepsCallId ? { callId: request.callId } : {}),
      ...(settings.keepsCSeq ? { cseq: request.cseq } : {}),
    };
    const outgoing = new OutgoingCall(agent, this.route(request), { isLate: !request.body, body: request.body, draft });
    outgoing.waitsForAck = true;
    const early = new Map<Session | undefined, Body>();
    outgoing.onProgress = ({ status, body }, session) => {
      if (body) early.set(session, body);
      // Those behind may be several, with an answer of each; to the caller there is but one.
      if (status > 100) incoming.progress({ status });
    };
    outgoing.onFailed = (response) => incoming.refuse(response && PASSED.has(response.status) ? response.status : 480);
    outgoing.onAnswered = (session, { body }) => this.#join(incoming, outgoing, session, body ?? early.get(session));
    incoming.onCancelled = () => outgoing.cancel();
    outgoing.start();
  }

  #join(incoming: IncomingCall, outgoing: OutgoingCall, callee: Session, body: Body | undefined): void {
    const caller = incoming.session;
    if (incoming.transaction.isFinal) {
      outgoing.acknowledge(undefined);
      callee.bye();
      return;
    }
    caller.onAcknowledged = (ack) => outgoing.acknowledge(ack.body);
    incoming.accept([], body);
    this.#relay(caller, callee);
    this.#relay(callee, caller);
    caller.onEnd = () => {
      outgoing.acknowledge(undefined);
      callee.bye();
    };
    callee.onEnd = () => caller.bye();
  }

  /** Offers within the dialog are passed on; what else comes is answered here. */
  #relay(from: Session, to: Session): void {
    from.onPeerRequest = (request, transaction) => {
      if (request.method !== 'INVITE' || !request.body) return false;
      const isBusy = from.isInviteUnderWay || to.isInviteUnderWay;
      from.keepPending(transaction);
      if (isBusy) {
        this.agent.reply(transaction, 491);
        return true;
      }
      const [contact] = request.contacts;
      if (contact) from.dialog.target = contact.uri;
      to.reinvite(request.body, (response) => this.#answer(from, request, transaction, response.status, response.body));
      return true;
    };
  }

  #answer(
    from: Session,
    request: Request,
    transaction: ServerTransaction,
    status: number,
    body: Body | undefined,
  ): void {
    if (transaction.isFinal) return;
    if (status >= 300) {
      this.agent.reply(transaction, status);
      return;
    }
    from.accept(transaction, responseTo(request, 200, { contacts: [this.agent.contact], body }));
  }
}

/** Failures that say to the caller what they say to this element. */
const PASSED: ReadonlySet<number> = new Set([404, 480, 486, 487, 488, 603]);

const ANONYMOUS: Address = address(uri('anonymous', 'anonymous.invalid'), [], 'Anonymous');
