import type { ClientTransaction } from './client-transaction.js';
import type { Challenger } from './digest.js';
import { Element, type ElementSettings } from './element.js';
import { fieldsOf, type OtherField, type Request, type Response, responseTo, type Via } from './message.js';
import type { ServerTransaction } from './server-transaction.js';
import { type Address, address, hasParam, hostPortText, type Uri, uri, withParam } from './uri.js';
import type { Host, World } from './world.js';

export interface ProxySettings extends ElementSettings {
  readonly recordsRoute: boolean;
  /** One that does not know RFC 3261's loose routing. */
  readonly isStrict: boolean;
  /** Follows 3xx itself. */
  readonly recurses: boolean;
  /** Takes the credentials meant for it out of what it forwards. */
  readonly consumesCredentials: boolean;
}

interface Branch {
  readonly transaction: ClientTransaction;
  final: Response | undefined;
}

/** What a proxy knows of a request that it forwarded (RFC 3261 §16.2). */
interface Context {
  readonly server: ServerTransaction;
  readonly branches: Branch[];
  readonly targets: Uri[];
  isOver: boolean;
}

export class ProxyServer extends Element {
  /** Where a Request-URI of its own domain leads to; undefined if it is not of its domain. */
  locate: (target: Uri) => readonly Uri[] | undefined = () => undefined;
  challenger: Challenger | undefined;
  /** Whether targets are tried one after the other. */
  isSequential = false;
  readonly #tags = new Map<ServerTransaction, string>();
  readonly #ackBranches = new Map<string, string>();

  constructor(
    world: World,
    override readonly settings: ProxySettings,
  ) {
    super(world, settings);
  }

  override onRequest(received: Request, server: ServerTransaction): void {
    const request = this.#withoutOwnRoute(received);
    const isInitial = !hasTag(request);
    if (request.maxForwards === 0) {
      this.#refuse(server, 483, [], 'Too Many Hops');
      return;
    }
    const challenges = isInitial ? (this.challenger?.judge(request) ?? []) : [];
    if (challenges.length > 0) {
      this.#refuse(server, this.challenger?.status ?? 407, challenges);
      return;
    }
    if (request.method === 'INVITE') server.respond(responseTo(received, 100));
    const targets = request.routes.length > 0 ? [request.uri] : (this.locate(request.uri) ?? [request.uri]);
    if (targets.length === 0) {
      this.#refuse(server, 404, []);
      return;
    }
    const context: Context = { server, branches: [], targets: [...targets], isOver: false };
    server.onCancel = () => this.#cancelBranches(context);
    const first = this.isSequential ? context.targets.splice(0, 1) : context.targets.splice(0);
    for (const target of first) this.#forward(context, request, target);
  }

  /** §16.4: a Route that names this proxy is taken out; a strict router before it may have put it into the Request-URI. */
  #withoutOwnRoute(request: Request): Request {
    const [first, ...rest] = request.routes;
    if (this.#isOwn(request.uri) && request.routes.length > 0 && !this.settings.isStrict) {
      const last = request.routes.at(-1);
      if (last) return { ...request, uri: last.uri, routes: request.routes.slice(0, -1) };
    }
    if (this.settings.isStrict && this.#isOwn(request.uri) && first)
      return { ...request, uri: first.uri, routes: rest };
    return first && this.#isOwn(first.uri) ? { ...request, routes: rest } : request;
  }

  #isOwn({ host, user }: Uri): boolean {
    return user === undefined && (host === this.settings.host || host === this.ip);
  }

  /** §16.6. */
  #forward(context: Context, request: Request, target: Uri): void {
    const prepared = this.#prepare(request, target);
    const to = this.nextHop(prepared);
    const transport = this.transportTo(prepared);
    if (!to) {
      this.#note(context, undefined, responseTo(request, 503));
      return;
    }
    const forwarded = { ...prepared, vias: [this.newVia(transport), ...request.vias] };
    const branch: Branch = {
      final: undefined,
      transaction: this.startTransaction(forwarded, to, transport, {
        onResponse: (response) => this.#receive(context, branch, request, response),
        onTimeout: () => this.#note(context, branch, responseTo(request, 408)),
      }),
    };
    context.branches.push(branch);
  }

  #prepare(request: Request, target: Uri): Request {
    const { routes, uri: way, hop } = this.#past(request.routes, target);
    const isRecorded = hasTag(request) ? EVENTS.has(request.method) : RECORDED.has(request.method);
    const records = this.settings.recordsRoute && isRecorded;
    return {
      ...request,
      uri: way,
      routes,
      hop,
      maxForwards: request.maxForwards - 1,
      recordRoutes: records ? [this.#ownRoute(request), ...request.recordRoutes] : request.recordRoutes,
      others: this.settings.consumesCredentials ? this.#withoutOwnCredentials(request) : request.others,
    };
  }

  /** §16.6 step 6: a strict router behind this one gets its URI in the Request-URI. */
  #past(routes: readonly Address[], target: Uri): Pick<Request, 'routes' | 'uri' | 'hop'> {
    const [first, ...rest] = routes;
    if (!first || hasParam(first.uri, 'lr') || this.settings.isStrict) return { routes, uri: target, hop: undefined };
    return { uri: first.uri, routes: [...rest, address(target)], hop: first.uri };
  }

  #ownRoute({ uri: { scheme } }: Request): Address {
    const { host, isStrict } = this.settings;
    const params = isStrict ? [] : ([['lr']] as const);
    return address(uri(undefined, host, { scheme, port: this.writtenPort, params }));
  }

  #withoutOwnCredentials(request: Request): OtherField[] {
    const realm = `realm="${this.challenger?.realm}"`;
    return request.others.filter(([name, value]) => name !== 'Proxy-Authorization' || !value.includes(realm));
  }

  /** §16.7. */
  #receive(context: Context, branch: Branch, request: Request, response: Response): void {
    const { status } = response;
    if (status === 100) return;
    if (status < 200 || (status < 300 && request.method === 'INVITE')) {
      this.#pass(context, response);
      if (status >= 200) {
        branch.final = response;
        context.isOver = true;
        this.#cancelBranches(context, branch);
      }
      return;
    }
    const contacts = response.contacts.map((contact) => contact.uri);
    if (status >= 300 && status < 400 && this.settings.recurses && contacts.length > 0 && context.branches.length < 4) {
      branch.final = responseTo(request, 408);
      for (const contact of contacts) this.#forward(context, request, contact);
      return;
    }
    this.#note(context, branch, response);
  }

  #note(context: Context, branch: Branch | undefined, response: Response): void {
    if (branch) branch.final = response;
    if (context.isOver) return;
    const { status } = response;
    if (status < 300) {
      context.isOver = true;
      this.#pass(context, response);
      return;
    }
    if (status >= 600) this.#cancelBranches(context, branch);
    const next = status < 600 && !this.#isCancelled.has(context) ? context.targets.shift() : undefined;
    if (next) {
      this.#forward(context, this.#withoutOwnRoute(context.server.request), next);
      return;
    }
    if (context.branches.some(({ final }) => final === undefined)) return;
    context.isOver = true;
    this.#choose(context, response);
  }

  /** §16.7 step 6 and 7: the best response, with the challenges of all. */
  #choose(context: Context, last: Response): void {
    const finals = context.branches.flatMap(({ final }) => final ?? []);
    const best = [...finals, last].sort((a, b) => rank(a.status) - rank(b.status))[0] ?? last;
    const isOwn = best.vias.length === context.server.request.vias.length;
    const others = [...best.others];
    if (best.status === 401 || best.status === 407) {
      for (const other of finals) {
        if (other === best || (other.status !== 401 && other.status !== 407)) continue;
        for (const name of ['WWW-Authenticate', 'Proxy-Authenticate'])
          for (const value of fieldsOf(other, name)) others.push([name, value]);
      }
    }
    if (best.status === 503 || isOwn) this.#refuse(context.server, best.status === 503 ? 500 : best.status, []);
    else this.#pass(context, { ...best, others });
  }

  #pass({ server }: Context, response: Response): void {
    server.respond({ ...response, vias: response.vias.slice(1) });
  }

  readonly #isCancelled = new Set<Context>();

  /** §16.10; and §16.7 step 10, where `but` has answered. */
  #cancelBranches(context: Context, but?: Branch): void {
    this.#isCancelled.add(context);
    for (const branch of context.branches) {
      if (branch !== but && branch.final === undefined) branch.transaction.cancel();
    }
  }

  #refuse(server: ServerTransaction, status: number, others: readonly OtherField[], reason?: string): void {
    const { to } = server.request;
    const tagged = hasTag(server.request) ? to : withParam(to, 'tag', this.tagFor(server));
    server.respond(
      responseTo(server.request, status, { to: tagged, others, ...(reason === undefined ? {} : { reason }) }),
    );
  }

  override tagFor(transaction: ServerTransaction): string {
    const tag = this.#tags.get(transaction) ?? this.world.random.hex(8);
    this.#tags.set(transaction, tag);
    return tag;
  }

  /** An ACK to a 2xx is passed on without a transaction, each copy with the same branch (§16.11). */
  override onAck(received: Request): void {
    const request = this.#withoutOwnRoute(received);
    if (request.maxForwards === 0) return;
    const target = request.routes.length > 0 ? request.uri : (this.locate(request.uri)?.[0] ?? request.uri);
    const prepared = this.#prepare(request, target);
    const to = this.nextHop(prepared);
    if (!to || to === this) return;
    const key = JSON.stringify(request.vias[0]);
    const branch = this.#ackBranches.get(key) ?? this.newBranch();
    this.#ackBranches.set(key, branch);
    const transport = this.transportTo(prepared);
    this.transmit({ ...prepared, vias: [this.newVia(transport, branch), ...request.vias] }, to, transport);
  }

  /** Without a transaction the next Via says where it goes (§16.11). */
  override onStrayResponse(response: Response): void {
    const [own, next, ...others] = response.vias;
    if (!own || !next || !this.#isOwn(uri(undefined, own.host))) return;
    const to = this.#hostOf(next);
    if (to) this.transmit({ ...response, vias: [next, ...others] }, to, next.transport);
  }

  #hostOf({ host, port, params }: Via): Host | undefined {
    const received = params.find(([name]) => name === 'received')?.[1];
    const given = params.find(([name]) => name === 'rport')?.[1];
    const ip = received?.includes(':') ? `[${received}]` : received;
    return this.world.resolve({ host: hostPortText(ip ?? host, given ? Number(given) : port) });
  }
}

const RECORDED: ReadonlySet<string> = new Set(['INVITE', 'SUBSCRIBE', 'REFER']);
/** A NOTIFY may create a dialog, and looks like one that does not (RFC 6665 §4.3). */
const EVENTS: ReadonlySet<string> = new Set(['SUBSCRIBE', 'NOTIFY']);

function hasTag({ to }: Request): boolean {
  return hasParam(to, 'tag');
}

/** 6xx first, then the lowest class; in 4xx those that say how to go on. */
function rank(status: number): number {
  if (status >= 600) return 0;
  if ([401, 407, 415, 420, 484].includes(status)) return 400;
  return Math.floor(status / 100) * 100 + 50;
}
