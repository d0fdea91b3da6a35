import type { Random } from '../../test/random.js';
import { addressOfRecord, contactOf, type Endpoint, type ProxyHop } from './endpoint.js';

const CRLF = '\r\n';
const ALLOW = 'INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, REFER, NOTIFY, MESSAGE, INFO, SUBSCRIBE';

interface RequestOptions {
  readonly branch?: string;
  readonly cseq: number;
  readonly target?: string;
  readonly rows?: readonly string[];
  readonly contact?: boolean;
  readonly body?: { readonly type: string; readonly text: string };
}

interface ResponseOptions {
  readonly rows?: readonly string[];
  readonly contact?: boolean;
  readonly body?: { readonly type: string; readonly text: string };
}

/** A request that was written, with what its responses copy. */
export interface SentRequest {
  readonly method: string;
  readonly vias: readonly string[];
  readonly to: string;
  readonly cseq: number;
  readonly branch: string;
}

/** The identifiers of a call or another exchange, and the writer of its messages. Every message is what arrives at the callee. */
export class Dialog {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly messages: string[] = [];
  isEstablished = false;

  constructor(
    readonly random: Random,
    readonly caller: Endpoint,
    readonly callee: Endpoint,
    readonly path: readonly ProxyHop[],
  ) {
    this.callId = `${random.hex(24)}@${caller.address}`;
    this.localTag = random.hex(10);
    this.remoteTag = random.hex(10);
  }

  request(method: string, options: RequestOptions): SentRequest {
    const { caller, callee } = this;
    const branch = options.branch ?? `z9hG4bK${this.random.hex(16)}`;
    const to = addressOfRecord(callee) + (this.isEstablished ? `;tag=${this.remoteTag}` : '');
    const route = [
      ...this.path
        .map(
          (proxy) =>
            `SIP/2.0/UDP ${proxy.host};branch=z9hG4bK${branch.slice(-12)}.${proxy.host[1]};received=198.51.100.${proxy.host.length}`,
        )
        .reverse(),
      `SIP/2.0/UDP ${caller.address}:${caller.port};branch=${branch};received=${caller.address};rport=${caller.port}`,
    ];
    // A CANCEL and the ACK to a failure go one hop: they have only the topmost Via of their request (RFC 3261 §9.1, §17.1.1.3).
    const vias = options.branch === undefined ? route : route.slice(0, 1);
    const isDialogCreating = method === 'INVITE' || method === 'SUBSCRIBE';
    const target =
      options.target ?? (this.isEstablished ? contactOf(callee).slice(1, -1) : `sip:${callee.user}@${callee.domain}`);
    this.#write(
      `${method} ${target} SIP/2.0`,
      [
        ...vias.map((via) => `Via: ${via}`),
        `Max-Forwards: ${70 - this.path.length}`,
        ...(isDialogCreating && !this.isEstablished ? this.#recordRoutes() : []),
        `From: ${addressOfRecord(caller)};tag=${this.localTag}`,
        `To: ${to}`,
        `Call-ID: ${this.callId}`,
        `CSeq: ${options.cseq} ${method}`,
        ...(options.contact
          ? [`Contact: ${contactOf(caller)}`, `Allow: ${ALLOW}`, 'Supported: 100rel, timer, replaces']
          : []),
        ...(method === 'INVITE'
          ? [`P-Asserted-Identity: ${addressOfRecord(caller)}`, 'Session-Expires: 1800;refresher=uac']
          : []),
        `User-Agent: ${caller.product}`,
        ...(options.rows ?? []),
      ],
      options.body,
    );
    return { method, vias, to, cseq: options.cseq, branch };
  }

  response(code: number, reason: string, request: SentRequest, options: ResponseOptions = {}): void {
    const tagged = code === 100 || request.to.includes(';tag=') ? request.to : `${request.to};tag=${this.remoteTag}`;
    this.#write(
      `SIP/2.0 ${code} ${reason}`,
      [
        ...request.vias.map((via) => `Via: ${via}`),
        ...(options.contact && !this.isEstablished ? this.#recordRoutes() : []),
        `From: ${addressOfRecord(this.caller)};tag=${this.localTag}`,
        `To: ${tagged}`,
        `Call-ID: ${this.callId}`,
        `CSeq: ${request.cseq} ${request.method}`,
        ...(options.contact ? [`Contact: ${contactOf(this.callee)}`, `Allow: ${ALLOW}`] : []),
        ...(code >= 200 ? [`Server: ${this.callee.product}`] : []),
        ...(options.rows ?? []),
      ],
      options.body,
    );
  }

  sdp(who: Endpoint): { type: string; text: string } {
    const id = 1000000000 + this.random.below(1000000000);
    const lines = [
      'v=0',
      `o=${who.user} ${id} ${id + this.random.below(9)} IN IP4 ${who.address}`,
      's=-',
      `c=IN IP4 ${who.address}`,
      't=0 0',
      `m=audio ${10000 + 2 * this.random.below(10000)} RTP/AVP 0 8 101`,
      'a=rtpmap:0 PCMU/8000',
      'a=rtpmap:8 PCMA/8000',
      'a=rtpmap:101 telephone-event/8000',
      'a=fmtp:101 0-15',
      'a=ptime:20',
      'a=sendrecv',
    ];
    return { type: 'application/sdp', text: lines.join(CRLF) + CRLF };
  }

  #recordRoutes(): string[] {
    return this.path.map((proxy) => `Record-Route: <sip:${proxy.host};lr>`).reverse();
  }

  #write(startLine: string, rows: readonly string[], body?: { type: string; text: string }): void {
    const all = [startLine, ...rows];
    if (body) all.push(`Content-Type: ${body.type}`);
    all.push(`Content-Length: ${body ? body.text.length : 0}`);
    this.messages.push(all.join(CRLF) + CRLF + CRLF + (body?.text ?? ''));
  }
}
