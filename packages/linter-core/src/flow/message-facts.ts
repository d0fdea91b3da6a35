import { type Body, isSoundBody, type MessageOrigin, type SipMessage, soundBody } from '../syntax/message.js';
import { paramOf } from '../syntax/nodes.js';
import type { Range } from '../text/range.js';
import { type FlowField, fieldBit, fieldBits, hasFieldBit } from './flow-fields.js';
import {
  addressOf,
  type FlowAddress,
  inLowerCase,
  type Placing,
  rowsOf,
  type SessionPresence,
  sessionOf,
  tagOf,
  uriTextsOf,
  type ViaStack,
  viaStackOf,
} from './read-facts.js';
import { topmostViaKey } from './transaction-key.js';

/** What can be asked of a message of a flow without reading it again. Texts are as written unless said otherwise. */
export abstract class MessageFacts {
  /** Position among the messages of the file, from 0. */
  readonly index: number;
  /** Offset of the message in its file: ranges in a report are relative to it. */
  readonly offset: number;
  /** The message as it was parsed, placeholders masked. */
  readonly text: string;
  /** Time, direction, addresses, as far as a directive or a trace tells. */
  readonly origin: MessageOrigin;
  readonly placeholders: readonly Range[];
  readonly kind: 'request' | 'response';
  /** The method of a request, the CSeq method of a response. */
  readonly method: string;
  /** 0 for a request, and for a response whose code cannot be read. */
  readonly statusCode: number;
  readonly callId: string;
  readonly cseqNumber: number;
  /** Undefined where there is none, and where the field is absent or did not parse. */
  readonly fromTag: string | undefined;
  readonly toTag: string | undefined;
  /** Of the topmost Via, or of the origin, which overrides it; lower case. */
  readonly transport: string;
  /** The received parameter of the topmost Via. */
  readonly received: string | undefined;
  /** Texts of the URIs in Contact, `*` among them; undefined where a value did not parse. */
  readonly contacts: readonly string[] | undefined;
  /** Texts of the URIs in Route, in order; undefined where a value did not parse. */
  readonly routes: readonly string[] | undefined;
  readonly recordRoutes: readonly string[] | undefined;
  /** Undefined where the field is absent or did not parse, as are the next two. */
  readonly maxForwards: number | undefined;
  readonly expires: number | undefined;
  readonly rseq: number | undefined;
  /** The values of Authorization and Proxy-Authorization, a line each; empty if there are none. */
  readonly credentials: string;
  /** The same of WWW-Authenticate and Proxy-Authenticate. */
  readonly challenges: string;
  /** `type/subtype` in lower case; undefined where it is not given or did not parse. */
  readonly contentType: string | undefined;
  /**
   * Whether the body, or a part of it, is a session description of disposition `session`; `unknown` where it was cut, or
   * nothing can be told of it (no type, encrypted, a multipart that is coded).
   */
  readonly session: SessionPresence;

  // Offsets instead of texts: a text is a small object of its own, and very many messages are at hand at once.
  readonly #vias: ViaStack;
  readonly #viaStart: number;
  readonly #viaEnd: number;
  readonly #bodyStart: number;
  readonly #bodyEnd: number;
  /** Undefined for a sound one, which nearly all are. */
  readonly #oddBody: Body | undefined;
  readonly #anchorStart: number;
  readonly #anchorEnd: number;
  readonly #requestUriStart: number;
  readonly #requestUriEnd: number;
  readonly #fromUriStart: number;
  readonly #fromUriEnd: number;
  readonly #fromEnd: number;
  readonly #toUriStart: number;
  readonly #toUriEnd: number;
  readonly #fields: number;

  /** @param kin A message of the same call, whose texts are held once where the two have the same. */
  protected constructor(message: SipMessage, placing: Placing, kin: MessageFacts | undefined) {
    const { startLine, origin, body } = message;
    const { topmostVia } = placing;
    const via = message.field('Via');
    const fields = fieldBits(message.fields);
    const { anchor } = message;
    const requestUri = startLine.kind === 'request' ? startLine.requestUri.value : undefined;
    const from = addressOf(message, 'From');
    const to = addressOf(message, 'To');
    this.index = message.index;
    this.offset = message.offset;
    this.text = message.text;
    this.origin = origin;
    this.placeholders = message.placeholders.length > 0 ? message.placeholders : NO_RANGES;
    this.kind = startLine.kind === 'request' ? 'request' : 'response';
    this.method = placing.method;
    this.statusCode = message.statusCode || 0;
    this.callId = held(placing.callId, kin?.callId);
    this.cseqNumber = placing.cseqNumber;
    this.fromTag = held(from && tagOf(from), kin?.fromTag, kin?.toTag);
    this.toTag = held(to && tagOf(to), kin?.toTag, kin?.fromTag);
    this.transport = origin.transport ?? inLowerCase(topmostVia.transport.text);
    this.received = paramOf(topmostVia, 'received')?.value;
    this.contacts = fields & CONTACT ? uriTextsOf(message, 'Contact') : NO_TEXTS;
    this.routes = fields & ROUTE ? uriTextsOf(message, 'Route') : NO_TEXTS;
    this.recordRoutes = fields & RECORD_ROUTE ? uriTextsOf(message, 'Record-Route') : NO_TEXTS;
    this.maxForwards = fields & MAX_FORWARDS ? message.field('Max-Forwards')?.value?.value : undefined;
    this.expires = fields & EXPIRES ? message.field('Expires')?.value?.value : undefined;
    this.rseq = fields & RSEQ ? message.field('RSeq')?.value?.value : undefined;
    this.credentials = fields & CREDENTIALS ? rowsOf(message, 'Authorization', 'Proxy-Authorization') : '';
    this.challenges = fields & CHALLENGES ? rowsOf(message, 'WWW-Authenticate', 'Proxy-Authenticate') : '';
    this.contentType = fields & CONTENT_TYPE ? message.field('Content-Type')?.value?.essence : undefined;
    this.session = sessionOf(message);
    this.#fields = fields;
    this.#viaStart = via?.valueStart ?? 0;
    this.#viaEnd = (via?.lastOfName ?? via)?.valueEnd ?? 0;
    this.#vias = kin?.viaText === this.viaText ? kin.#vias : viaStackOf(message, kin?.viaStack);
    this.#bodyStart = body.start;
    this.#bodyEnd = body.end;
    this.#oddBody = isSoundBody(body) ? undefined : body;
    this.#anchorStart = anchor.start;
    this.#anchorEnd = anchor.end;
    this.#requestUriStart = requestUri?.start ?? 0;
    this.#requestUriEnd = requestUri?.end ?? 0;
    this.#fromUriStart = from?.uri?.start ?? 0;
    this.#fromUriEnd = from?.uri?.end ?? 0;
    this.#fromEnd = message.field('From')?.valueEnd ?? 0;
    this.#toUriStart = to?.uri?.start ?? 0;
    this.#toUriEnd = to?.uri?.end ?? 0;
  }

  /** Method or status code: the place to report what concerns the message as a whole. */
  get anchor(): Range {
    return { start: this.#anchorStart, end: this.#anchorEnd };
  }

  /** Empty for a response, and where it did not parse. */
  get requestUri(): string {
    return this.text.slice(this.#requestUriStart, this.#requestUriEnd);
  }

  /** Undefined where the field is absent or did not parse. */
  get from(): FlowAddress | undefined {
    const uri = this.fromUri;
    return uri === undefined ? undefined : { uri, tag: this.fromTag };
  }

  get to(): FlowAddress | undefined {
    const uri = this.toUri;
    return uri === undefined ? undefined : { uri, tag: this.toTag };
  }

  /** The URI of From alone. */
  get fromUri(): string | undefined {
    return this.#textOf(this.#fromUriStart, this.#fromUriEnd);
  }

  get toUri(): string | undefined {
    return this.#textOf(this.#toUriStart, this.#toUriEnd);
  }

  /** From as it is written, from its URI on; a display name is left out. Undefined as `from` is. */
  get fromText(): string | undefined {
    return this.#textOf(this.#fromUriStart, this.#fromUriStart && this.#fromEnd);
  }

  /** The Via values as they are written, with what stands between their rows. */
  get viaText(): string {
    return this.text.slice(this.#viaStart, this.#viaEnd);
  }

  /** `branch|host:port` of each Via value in lower case, from the topmost on, a line each. */
  get viaStack(): string {
    return this.#vias.text;
  }

  get viaCount(): number {
    return this.#vias.count;
  }

  /** False if a Via value did not parse, so that the stack is only what could be read of it. */
  get isViaSound(): boolean {
    return this.#vias.isSound;
  }

  /** `branch|host:port` of the topmost Via in lower case. */
  get topmostVia(): string {
    return this.viaCount === 1 ? this.viaStack : topmostViaKey(this.viaStack);
  }

  /** Branch of the topmost Via in lower case; empty where there is none. */
  get branch(): string {
    return this.viaStack.slice(0, this.viaStack.indexOf('|'));
  }

  /** `host:port` of the topmost Via in lower case; the port is empty where none is given. */
  get sentBy(): string {
    const via = this.topmostVia;
    return via.slice(via.indexOf('|') + 1);
  }

  /** Seconds on the clock of the trace. */
  get time(): number | undefined {
    return this.origin.time;
  }

  get isProvisional(): boolean {
    return this.statusCode >= 100 && this.statusCode < 200;
  }

  get isFinal(): boolean {
    return this.statusCode >= 200;
  }

  get isSuccess(): boolean {
    return this.statusCode >= 200 && this.statusCode < 300;
  }

  /** True for a final response that is no 2xx. */
  get isFailure(): boolean {
    return this.statusCode >= 300;
  }

  /** True if the message has the field at all, readable or not. */
  has(name: FlowField): boolean {
    return hasFieldBit(this.#fields, name);
  }

  #textOf(start: number, end: number): string | undefined {
    return end > start ? this.text.slice(start, end) : undefined;
  }

  get body(): Body {
    return this.#oddBody ?? soundBody(this.#bodyStart, this.#bodyEnd);
  }

  /** Offset behind the empty line that ends the header section, where a body begins. */
  get headerEnd(): number {
    return this.#bodyStart;
  }

  get hasBody(): boolean {
    return this.#bodyEnd > this.#bodyStart;
  }

  get bodyText(): string {
    return this.text.slice(this.#bodyStart, this.#bodyEnd);
  }
}

const NO_RANGES: readonly Range[] = [];
const NO_TEXTS: readonly string[] = [];

const CONTACT = fieldBit('Contact');
const ROUTE = fieldBit('Route');
const RECORD_ROUTE = fieldBit('Record-Route');
const MAX_FORWARDS = fieldBit('Max-Forwards');
const EXPIRES = fieldBit('Expires');
const RSEQ = fieldBit('RSeq');
const CREDENTIALS = fieldBit('Authorization') | fieldBit('Proxy-Authorization');
const CHALLENGES = fieldBit('WWW-Authenticate') | fieldBit('Proxy-Authenticate');
const CONTENT_TYPE = fieldBit('Content-Type');

/** A text as it is held already, if it is: very many messages are at hand at once. */
function held<Text extends string | undefined>(text: Text, known: string | undefined, other?: string): Text {
  // What is equal to a text is of its type.
  return (text === known ? known : text === other ? other : text) as Text;
}
