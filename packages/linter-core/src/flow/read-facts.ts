import { hasPlaceholder } from '../syntax/chars.js';
import type { HeaderField } from '../syntax/header-field.js';
import type { SipMessage } from '../syntax/message.js';
import { bodyOf, partsOf } from '../syntax/mime/body-part.js';
import { type ContactValue, type CSeq, type NameAddr, paramOf, type Via } from '../syntax/nodes.js';
import { appended } from '../text/append.js';
import { viaText } from './transaction-key.js';

/** From or To: the text of its URI, and its tag. */
export interface FlowAddress {
  readonly uri: string;
  readonly tag: string | undefined;
}

/** What a message needs to have its place in a flow. */
export interface Placing {
  readonly topmostVia: Via;
  readonly cseq: CSeq;
  readonly cseqNumber: number;
  readonly callId: string;
  readonly method: string;
}

/** Undefined where one of the fields is missing, did not parse or holds a placeholder. */
export function placingOf(message: SipMessage): Placing | undefined {
  const { startLine } = message;
  if (startLine.kind === 'unrecognized' || message.hasUnknownFields) return undefined;
  const topmostVia = message.field('Via')?.values[0]?.partial;
  const cseq = message.field('CSeq')?.values[0]?.partial;
  const callId = message.field('Call-ID')?.rawValue;
  if (!topmostVia || cseq?.number === undefined || !callId) return undefined;
  const method = startLine.kind === 'request' ? startLine.method.text : cseq.method.text;
  if (message.placeholders.length > 0 && isMasked(message)) return undefined;
  return { topmostVia, cseq, cseqNumber: cseq.number, callId, method };
}

const PLACING_FIELDS = ['Via', 'CSeq', 'Call-ID', 'From', 'To'] as const;

/** True if a placeholder leaves open which request or dialog a message belongs to. */
function isMasked(message: SipMessage): boolean {
  if (hasPlaceholder(message.text.slice(message.startLine.start, message.startLine.end))) return true;
  for (const name of PLACING_FIELDS) {
    for (const row of message.fieldsNamed(name)) if (hasPlaceholder(row.rawValue)) return true;
  }
  return false;
}

/** The value of From or To, if it parsed and has a URI. */
export function addressOf(message: SipMessage, name: 'From' | 'To'): NameAddr | undefined {
  const value = message.field(name)?.value;
  return value?.uri && value;
}

/** Undefined for a tag without a value, too. */
export function tagOf(address: NameAddr): string | undefined {
  return paramOf(address, 'tag')?.value || undefined;
}

/** Transports are few, so their names need not be made anew for each message. */
export function inLowerCase(transport: string): string {
  switch (transport) {
    case 'UDP':
      return 'udp';
    case 'TCP':
      return 'tcp';
    case 'TLS':
      return 'tls';
    default:
      return transport.toLowerCase();
  }
}

export interface ViaStack {
  /** `branch|host:port` of each value in lower case, a line each. */
  readonly text: string;
  readonly count: number;
  readonly isSound: boolean;
}

/** @param known A stack that this one is likely to be equal to: then it is the same text. */
export function viaStackOf(message: SipMessage, known: string | undefined): ViaStack {
  let text = '';
  let count = 0;
  let isSound = true;
  for (let row = message.field('Via'); row; row = row.nextOfName) {
    for (const { value, partial } of row.values) {
      if (!value) isSound = false;
      if (!partial) continue;
      text = count++ === 0 ? viaText(partial) : `${text}\n${viaText(partial)}`;
    }
  }
  const stack = text.toLowerCase();
  return { text: stack === known ? known : stack, count, isSound };
}

/** The texts of the URIs of a field, `*` for the Contact of that form; undefined where a value did not parse. */
export function uriTextsOf(
  message: SipMessage,
  name: 'Contact' | 'Record-Route' | 'Route',
): readonly string[] | undefined {
  let row: HeaderField<ContactValue> | undefined = message.field(name);
  if (!row) return NO_TEXTS;
  let texts: string[] | undefined;
  for (; row; row = row.nextOfName) {
    for (const { value } of row.values) {
      if (value?.kind === 'star') texts = appended(texts, '*');
      else if (value?.uri && !hasPlaceholder(value.uri.text)) texts = appended(texts, value.uri.text);
      else return undefined;
    }
  }
  return texts ?? NO_TEXTS;
}

const NO_TEXTS: readonly string[] = [];

/** The values of two header fields as they are written, a line each. */
export function rowsOf(message: SipMessage, name: string, other: string): string {
  let text = '';
  for (let row = message.field(name); row; row = row.nextOfName) text += `${row.rawValue}\n`;
  for (let row = message.field(other); row; row = row.nextOfName) text += `${row.rawValue}\n`;
  return text;
}

export type SessionPresence = 'present' | 'absent' | 'unknown';

/** Whether the body, or a part of it, is a session description of disposition `session`. */
export function sessionOf(message: SipMessage): SessionPresence {
  const { body } = message;
  if (body.end <= body.start) return body.lengthVerdict === 'too-long' ? 'unknown' : 'absent';
  if (body.lengthVerdict === 'too-long' || (body.surplus && body.surplusKind !== 'white-space')) return 'unknown';
  const whole = bodyOf(message);
  for (const part of partsOf(whole)) {
    if (part.essence === 'application/sdp' && part.disposition === 'session') return 'present';
  }
  if (whole.isOpaque) return 'unknown';
  for (const part of partsOf(whole)) if (mayHoldSession(part.essence)) return 'unknown';
  return 'absent';
}

/** Types whose content cannot be told here: an encrypted entity, or a whole message. */
function mayHoldSession(essence: string | undefined): boolean {
  return essence === undefined || essence.includes('pkcs7') || essence === 'message/sip' || essence === 'message/cpim';
}
