import type { Body, MessageOrigin, SipMessage } from '../syntax/message.js';
import { paramOf } from '../syntax/nodes.js';
import type { Range } from '../text/range.js';
import type { Dialog } from './dialog.js';
import { type FlowField, fieldBits, hasFieldBit } from './flow-fields.js';
import type { MessageRecall } from './message-recall.js';
import {
  addressOf,
  credentialsOf,
  type FlowAddress,
  type Placing,
  placingOf,
  type SessionPresence,
  sessionOf,
  uriTextsOf,
  viaStackOf,
} from './read-facts.js';
import type { Transaction } from './transaction.js';
import { branchOf, sentByOf } from './transaction-key.js';

/**
 * A message of a flow: what can be asked of it without reading it again, and its place among the others. Texts are as
 * written unless said otherwise. `message` gives all of it, read once more from its text: ask for it where these facts do
 * not decide, and for ranges to report.
 */
export class FlowMessage {
  /** Position among the messages of the file, from 0. */
  readonly index: number;
  /** Offset of the message in its file: ranges in a report are relative to it. */
  readonly offset: number;
  /** The message as it was parsed, placeholders masked. */
  readonly text: string;
  /** Method or status code: the place to report what concerns the message as a whole. */
  readonly anchor: Range;
  readonly body: Body;
  /** Time, direction, addresses, as far as a directive or a trace tells. */
  readonly origin: MessageOrigin;
  readonly placeholders: readonly Range[];
  readonly kind: 'request' | 'response';
  /** The method of a request, the CSeq method of a response. */
  readonly method: string;
  /** NaN for a request, and for a response whose code is unreadable. */
  readonly statusCode: number;
  /** Empty for a response, and where it did not parse. */
  readonly requestUri: string;
  readonly callId: string;
  readonly cseqNumber: number;
  /** Undefined where the field is absent or did not parse. */
  readonly from: FlowAddress | undefined;
  readonly to: FlowAddress | undefined;
  /** `branch|host:port` of each Via value in lower case, from the topmost on, a line each. */
  readonly viaStack: string;
  readonly viaCount: number;
  /** False if a Via value did not parse, so that the stack is only what could be read of it. */
  readonly isViaSound: boolean;
  /** Branch of the topmost Via in lower case; empty where there is none. */
  readonly branch: string;
  /** `host:port` of the topmost Via in lower case; the port is empty where none is given. */
  readonly sentBy: string;
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
  /** `type/subtype` in lower case; undefined where it is not given or did not parse. */
  readonly contentType: string | undefined;
  /**
   * Whether the body, or a part of it, is a session description of disposition `session`; `unknown` where it was cut, is
   * encoded or is of an unknown type.
   */
  readonly session: SessionPresence;

  /** Absent in a message whose flow was judged and released. */
  transaction: Transaction | undefined;
  /** The dialog that the request is sent in, or that the response creates or belongs to. */
  dialog: Dialog | undefined;
  /** The message that this one repeats: the first of its kind in its transaction. */
  copyOf: FlowMessage | undefined;
  /** The same message one hop earlier on its way: what was wrong there already is not to be reported again here. */
  forwards: FlowMessage | undefined;
  /** Of a REGISTER: the latest one of another Call-ID that bound the same Contact with the same From and To. */
  rebinds: FlowMessage | undefined;
  /** Of a request with both tags: a message of another Call-ID with the same two. */
  sharesTagsWith: FlowMessage | undefined;
  /** Of a request outside a dialog: the failure response of another Call-ID or From tag that it seems to follow up. */
  retries: FlowMessage | undefined;

  #copies: FlowMessage[] | undefined;
  readonly #recall: MessageRecall;
  readonly #fields: number;

  private constructor(message: SipMessage, placing: Placing, recall: MessageRecall) {
    const { startLine, origin } = message;
    const { topmostVia } = placing;
    const vias = viaStackOf(message);
    const fields = fieldBits(message.fields);
    const has = (name: FlowField) => hasFieldBit(fields, name);
    this.index = message.index;
    this.offset = message.offset;
    this.text = message.text;
    this.anchor = message.anchor;
    this.body = message.body;
    this.origin = origin;
    this.placeholders = message.placeholders;
    this.kind = startLine.kind === 'request' ? 'request' : 'response';
    this.method = placing.method;
    this.statusCode = message.statusCode;
    this.requestUri = startLine.kind === 'request' ? (startLine.requestUri.value?.text ?? '') : '';
    this.callId = placing.callId;
    this.cseqNumber = placing.cseqNumber;
    this.from = addressOf(message, 'From');
    this.to = addressOf(message, 'To');
    this.viaStack = vias.text;
    this.viaCount = vias.count;
    this.isViaSound = vias.isSound;
    this.branch = branchOf(topmostVia);
    this.sentBy = sentByOf(topmostVia);
    this.transport = origin.transport ?? topmostVia.transport.text.toLowerCase();
    this.received = paramOf(topmostVia, 'received')?.value;
    this.contacts = uriTextsOf(message, 'Contact');
    this.routes = uriTextsOf(message, 'Route');
    this.recordRoutes = uriTextsOf(message, 'Record-Route');
    this.maxForwards = message.field('Max-Forwards')?.value?.value;
    this.expires = has('Expires') ? message.field('Expires')?.value?.value : undefined;
    this.rseq = has('RSeq') ? message.field('RSeq')?.value?.value : undefined;
    this.credentials = has('Authorization') || has('Proxy-Authorization') ? credentialsOf(message) : '';
    this.contentType = has('Content-Type') ? message.field('Content-Type')?.value?.essence : undefined;
    this.session = sessionOf(message);
    this.#fields = fields;
    this.#recall = recall;
  }

  /** Undefined for a message that has no place in a flow: one of the fields that say where it belongs cannot be read. */
  static of(message: SipMessage, recall: MessageRecall): FlowMessage | undefined {
    const placing = placingOf(message);
    if (!placing) return undefined;
    recall.keep(message);
    return new FlowMessage(message, placing, recall);
  }

  /** The whole message, read again if it passed too long ago. */
  get message(): SipMessage {
    return this.#recall.messageOf(this);
  }

  /** Seconds on the clock of the trace. */
  get time(): number | undefined {
    return this.origin.time;
  }

  get isProvisional(): boolean {
    return this.statusCode < 200;
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

  get bodyText(): string {
    return this.text.slice(this.body.start, this.body.end);
  }

  /** The retransmissions of this message in order. */
  get copies(): readonly FlowMessage[] {
    return this.#copies ?? NONE;
  }

  /** Notes a retransmission of this message. */
  addCopy(copy: FlowMessage): void {
    copy.copyOf = this;
    this.#copies ??= [];
    this.#copies.push(copy);
  }

  /** Lets go of the other messages, so that who still holds this one holds no more. */
  release(): void {
    this.transaction = undefined;
    this.dialog = undefined;
    this.copyOf = undefined;
    this.#copies = undefined;
    this.forwards = undefined;
    this.rebinds = undefined;
    this.sharesTagsWith = undefined;
    this.retries = undefined;
  }
}

const NONE: readonly FlowMessage[] = [];
