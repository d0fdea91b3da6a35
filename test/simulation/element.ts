import { type ClientHandlers, ClientTransaction } from './client-transaction.js';
import { type Message, type Request, type Response, responseTo, type Via } from './message.js';
import { render, type Style } from './render.js';
import { ServerTransaction } from './server-transaction.js';
import { hasParam, type Uri, withParam } from './uri.js';
import type { Host, Packet, World } from './world.js';

export interface ElementSettings {
  readonly name: string;
  /** What it calls itself in Via and Contact: a host name, or its address. */
  readonly host: string;
  readonly ip: string;
  readonly port: number;
  readonly transport: string;
  readonly style: Style;
  /** Asks for rport (RFC 3581). */
  readonly usesRport: boolean;
  /** Branches without the cookie, as RFC 2543 has them. */
  readonly isOld: boolean;
}

/** A user agent, proxy or registrar: it sends and takes in messages through transactions. */
export abstract class Element implements Host {
  readonly #clients = new Map<string, ClientTransaction>();
  readonly #servers = new Map<string, ServerTransaction>();

  constructor(
    readonly world: World,
    readonly settings: ElementSettings,
  ) {
    const { host, ip, port } = settings;
    world.register(this, host, ip, `${host}:${port}`, `${ip}:${port}`);
  }

  get name(): string {
    return this.settings.name;
  }

  get ip(): string {
    return this.settings.ip;
  }

  get port(): number {
    return this.settings.port;
  }

  /** The port to write down: none where it is the default. */
  get writtenPort(): number | undefined {
    return this.port === 5060 || this.port === 5061 ? undefined : this.port;
  }

  newBranch(): string {
    return (this.settings.isOld ? '' : 'z9hG4bK') + this.world.random.hex(12);
  }

  newVia(transport: string, branch = this.newBranch()): Via {
    const { host, usesRport } = this.settings;
    const params = usesRport ? ([['branch', branch], ['rport']] as const) : ([['branch', branch]] as const);
    return { transport, host, port: this.writtenPort, params };
  }

  /** Where a request goes: to the first Route, else to the Request-URI (RFC 3261 §8.1.2). */
  nextHop({ routes, uri, hop }: Pick<Request, 'routes' | 'uri' | 'hop'>): Host | undefined {
    return this.world.resolve(hop ?? routes[0]?.uri ?? uri);
  }

  transportTo({ routes, uri, hop }: Pick<Request, 'routes' | 'uri' | 'hop'>): string {
    const target: Uri = hop ?? routes[0]?.uri ?? uri;
    const named = target.params.find(([name]) => name === 'transport')?.[1];
    const own = this.settings.transport;
    if (target.scheme === 'sips') return named === 'ws' || own === 'WSS' ? 'WSS' : 'TLS';
    return named?.toUpperCase() ?? own;
  }

  transmit(message: Message, to: Host, transport: string): void {
    this.world.send(this, to, transport, message, render(message, this.settings.style));
  }

  startTransaction(request: Request, to: Host, transport: string, handlers: ClientHandlers): ClientTransaction {
    const transaction = new ClientTransaction(this, request, to, transport, handlers);
    this.#clients.set(clientKey(request), transaction);
    transaction.start();
    return transaction;
  }

  receive(packet: Packet): void {
    const { message } = packet;
    if (message.kind === 'response') {
      const transaction = this.#clients.get(clientKey(message));
      if (transaction) transaction.receive(message);
      else this.onStrayResponse(message);
    } else this.#receiveRequest(withSource(message, packet.from), packet);
  }

  #receiveRequest(request: Request, { from, transport }: Packet): void {
    const key = serverKey(request);
    const known = this.#servers.get(key);
    if (request.method === 'ACK') {
      if (known?.hasFailed) known.receiveAck();
      else this.onAck(request, from);
      return;
    }
    if (known && known.request.method === request.method) {
      known.receiveAgain();
      return;
    }
    if (request.method === 'CANCEL') {
      this.#receiveCancel(request, from, transport, known);
      return;
    }
    const transaction = new ServerTransaction(this, request, from, transport);
    this.#servers.set(key, transaction);
    this.onRequest(request, transaction);
  }

  #receiveCancel(request: Request, from: Host, transport: string, invite: ServerTransaction | undefined): void {
    const key = `${serverKey(request)} CANCEL`;
    const again = this.#servers.get(key);
    if (again) {
      again.receiveAgain();
      return;
    }
    const transaction = new ServerTransaction(this, request, from, transport);
    this.#servers.set(key, transaction);
    const { to: asked } = request;
    const to = hasParam(asked, 'tag') ? asked : withParam(asked, 'tag', this.tagFor(invite ?? transaction));
    transaction.respond(responseTo(request, invite ? 200 : 481, { to }));
    invite?.cancel();
  }

  /** The To tag of responses of its own to a request. */
  abstract tagFor(transaction: ServerTransaction): string;
  abstract onRequest(request: Request, transaction: ServerTransaction): void;
  /** The ACK to a 2xx, which belongs to no transaction. */
  abstract onAck(request: Request, from: Host): void;
  abstract onStrayResponse(response: Response): void;
}

/** RFC 3261 §18.2.1 and RFC 3581 §4. */
function withSource(request: Request, { ip, port }: Host): Request {
  const [via, ...others] = request.vias;
  if (!via) return request;
  const asksForPort = via.params.some(([name]) => name === 'rport');
  if (via.host === ip && !asksForPort) return request;
  const noted = withParam(via, 'received', ip.replace(/[[\]]/g, ''));
  return { ...request, vias: [asksForPort ? withParam(noted, 'rport', String(port)) : noted, ...others] };
}

function clientKey({ vias: [via], method, callId, cseq }: Message): string {
  return `${via?.params.find(([name]) => name === 'branch')?.[1]} ${method} ${callId} ${cseq}`;
}

/** RFC 3261 §17.2.3: ACK and CANCEL have the branch of their INVITE. */
function serverKey({ vias: [via], callId, cseq }: Message): string {
  return `${via?.host}:${via?.port} ${via?.params.find(([name]) => name === 'branch')?.[1]} ${callId} ${cseq}`;
}
