import type { ClientTransaction } from './client-transaction.js';
import type { Dialog } from './dialog.js';
import { type Challenger, Credentials } from './digest.js';
import { Element, type ElementSettings } from './element.js';
import { type OtherField, type Request, type Response, responseTo } from './message.js';
import type { ServerTransaction } from './server-transaction.js';
import { type Address, address, tagOf, type Uri, uri, withParam } from './uri.js';
import type { World } from './world.js';

export interface UserAgentSettings extends ElementSettings {
  readonly user: string;
  readonly domain: string;
  readonly display?: string | undefined;
  /** What provisional responses can be reliable for it (RFC 3262). */
  readonly reliability: 'none' | 'supported';
  /** Session timers of so many seconds (RFC 4028). */
  readonly sessionExpires?: number | undefined;
  readonly sessionDirection?: string;
}

/** A request that has no Via and no credentials yet. */
export type Draft = Omit<Request, 'vias'>;

/** What takes in the requests of a dialog. */
export interface Usage {
  readonly dialog: Dialog;
  onRequest(request: Request, transaction: ServerTransaction): void;
  onAck(request: Request): void;
}

export type RequestServer = (request: Request, transaction: ServerTransaction) => void;

/** A request that is under way, with what may follow upon a challenge. */
export interface Pending {
  transaction: ClientTransaction | undefined;
}

export interface ResponseHandlers {
  onResponse(response: Response, request: Request): void;
  onTimeout?(): void;
}

export class UserAgent extends Element {
  readonly credentials: Credentials;
  readonly #usages = new Map<string, Usage>();
  readonly #awaited = new Map<string, RequestServer>();
  readonly #seen = new Map<string, string>();
  readonly #tags = new Map<ServerTransaction, string>();
  /** Preloaded Route: an outbound proxy, or the Service-Route of a registration. */
  preloadedRoutes: readonly Address[] = [];
  /** Asks for credentials, if it does. */
  challenger: Challenger | undefined;
  /** What to do with requests outside dialogs, by method. */
  readonly servers = new Map<string, RequestServer>();
  /** Told of 2xx responses that no transaction waits for any more. */
  readonly strayListeners: ((response: Response) => void)[] = [];

  constructor(
    world: World,
    override readonly settings: UserAgentSettings,
  ) {
    super(world, settings);
    this.credentials = new Credentials(world.random, settings.user);
  }

  get aor(): Uri {
    return uri(this.settings.user, this.settings.domain, { scheme: this.isSecure ? 'sips' : 'sip' });
  }

  get isSecure(): boolean {
    return this.settings.transport === 'TLS' || this.settings.transport === 'WSS';
  }

  get contact(): Address {
    const { user, host, transport } = this.settings;
    const scheme = this.isSecure ? 'sips' : 'sip';
    const named = transport === 'TCP' ? 'tcp' : transport.startsWith('WS') ? 'ws' : undefined;
    const params = named === undefined ? [] : ([['transport', named]] as const);
    return address(uri(user, host, { scheme, port: this.writtenPort, params }));
  }

  newTag(): string {
    return this.world.random.hex(10);
  }

  newCallId(): string {
    return this.world.random.chance(0.5)
      ? this.world.random.hex(20)
      : `${this.world.random.hex(16)}@${this.settings.host}`;
  }

  /** A request outside a dialog (RFC 3261 §8.1.1). */
  draft(method: string, to: Uri, more: Partial<Draft> = {}): Draft {
    return {
      kind: 'request',
      method,
      uri: to,
      from: address(this.aor, [['tag', this.newTag()]], this.settings.display),
      to: address(to),
      callId: this.newCallId(),
      cseq: this.world.random.int(1, 40000),
      maxForwards: 70,
      routes: this.preloadedRoutes,
      contacts: [],
      recordRoutes: [],
      others: [],
      ...more,
    };
  }

  /**
   * Sends a request, and again with credentials if it is challenged.
   * @param renew what changes for the next attempt; by default the CSeq number grows by one.
   */
  request(
    draft: Draft,
    handlers: ResponseHandlers,
    renew = (of: Draft): Draft => ({ ...of, cseq: of.cseq + 1 }),
  ): Pending {
    const pending: Pending = { transaction: undefined };
    const send = (of: Draft, attempts: number): void => {
      const others = [...of.others, ...this.credentials.answer(of)];
      const to = this.nextHop(of);
      const transport = this.transportTo(of);
      const request = { ...of, others, vias: [this.newVia(transport)] };
      if (!to) {
        handlers.onTimeout?.();
        return;
      }
      pending.transaction = this.startTransaction(request, to, transport, {
        onResponse: (response) => {
          const isChallenge = response.status === 401 || response.status === 407;
          if (isChallenge && attempts > 0 && this.credentials.learn(response)) send(renew(of), attempts - 1);
          else handlers.onResponse(response, request);
        },
        onTimeout: () => handlers.onTimeout?.(),
      });
    };
    send(draft, 3);
    return pending;
  }

  /** A request within a dialog; each attempt takes the next number. */
  requestIn(dialog: Dialog, method: string, more: Partial<Draft>, handlers: ResponseHandlers): Pending {
    const next = (of: Draft): Draft => ({ ...of, cseq: ++dialog.localSeq });
    return this.request({ ...dialog.request(method, ++dialog.localSeq, []), ...more }, handlers, next);
  }

  /** Takes requests of dialogs that the peers create, as a NOTIFY does: any with this Call-ID and own tag. */
  awaitDialogs(callId: string, localTag: string | undefined, server: RequestServer): void {
    this.#awaited.set(`${callId} ${localTag}`, server);
  }

  use(usage: Usage): void {
    this.#usages.set(usage.dialog.id, usage);
  }

  release(usage: Usage): void {
    usage.dialog.isOver = true;
  }

  usageOf(callId: string, localTag: string | undefined, remoteTag: string | undefined): Usage | undefined {
    return this.#usages.get(`${callId} ${localTag} ${remoteTag}`);
  }

  override onRequest(request: Request, transaction: ServerTransaction): void {
    const challenges = this.challenger?.judge(request) ?? [];
    if (challenges.length > 0) {
      this.reply(transaction, this.challenger?.status ?? 401, { others: challenges });
      return;
    }
    if (tagOf(request.to) !== undefined) {
      this.#receiveInDialog(request, transaction);
      return;
    }
    if (this.#isMerged(request)) {
      this.reply(transaction, 482, { reason: 'Loop Detected' });
      return;
    }
    const server = this.servers.get(request.method);
    if (server) server(request, transaction);
    else if (request.method === 'OPTIONS') this.reply(transaction, 200, { others: CAPABILITIES });
    else if (request.method === 'BYE' || request.method === 'UPDATE' || request.method === 'PRACK')
      this.reply(transaction, 481);
    else this.reply(transaction, 405, { others: [['Allow', METHODS]] });
  }

  #receiveInDialog(request: Request, transaction: ServerTransaction): void {
    const usage = this.usageOf(request.callId, tagOf(request.to), tagOf(request.from));
    const awaited = this.#awaited.get(`${request.callId} ${tagOf(request.to)}`);
    if (!usage && awaited) {
      awaited(request, transaction);
      return;
    }
    if (!usage || usage.dialog.isOver) {
      this.reply(transaction, 481);
      return;
    }
    const { dialog } = usage;
    if (dialog.remoteSeq !== undefined && request.cseq < dialog.remoteSeq) {
      this.reply(transaction, 500);
      return;
    }
    dialog.remoteSeq = request.cseq;
    usage.onRequest(request, transaction);
  }

  /** RFC 3261 §8.2.2.2. */
  #isMerged({ from, callId, cseq, method, vias }: Request): boolean {
    const key = `${tagOf(from)} ${callId} ${cseq} ${method}`;
    const branch = JSON.stringify(vias[0]);
    const seen = this.#seen.get(key);
    this.#seen.set(key, seen ?? branch);
    return seen !== undefined && seen !== branch;
  }

  override onAck(request: Request): void {
    this.usageOf(request.callId, tagOf(request.to), tagOf(request.from))?.onAck(request);
  }

  override onStrayResponse(response: Response): void {
    for (const listener of this.strayListeners) listener(response);
  }

  override tagFor(transaction: ServerTransaction): string {
    const tag = this.#tags.get(transaction) ?? tagOf(transaction.request.to) ?? this.newTag();
    this.#tags.set(transaction, tag);
    return tag;
  }

  /** Answers with a tag in To (RFC 3261 §8.2.6.2). */
  reply(transaction: ServerTransaction, status: number, more: Partial<Response> = {}): void {
    const { to } = transaction.request;
    const tagged = status === 100 ? to : withParam(to, 'tag', this.tagFor(transaction));
    transaction.respond(responseTo(transaction.request, status, { to: tagged, ...more }));
  }
}

export const METHODS = 'INVITE, ACK, CANCEL, OPTIONS, BYE, PRACK, UPDATE, INFO, REFER, NOTIFY, SUBSCRIBE, MESSAGE';

export const CAPABILITIES: readonly OtherField[] = [
  ['Allow', METHODS],
  ['Accept', 'application/sdp'],
  ['Accept-Encoding', 'identity'],
  ['Accept-Language', 'en'],
  ['Supported', '100rel, replaces, timer'],
];
