import type { SipMessage } from '../syntax/message.js';
import { type NameAddr, paramOf, type Via } from '../syntax/nodes.js';

const MAGIC_COOKIE = 'z9hg4bk';

/**
 * The key that a request and its responses share: topmost Via branch, sent-by and CSeq method where the branch has the
 * magic cookie (RFC 3261 §17.1.3, §17.2.3), else the fields that RFC 2543 matched by. Undefined where a field that the key
 * needs is missing or did not parse.
 */
export function transactionKey(message: SipMessage): string | undefined {
  const topmostVia = message.field('Via')?.values[0]?.partial;
  const cseq = message.field('CSeq')?.values[0]?.partial;
  if (!topmostVia || !cseq) return undefined;
  const via = viaKey(topmostVia);
  const method = cseq.method.text;
  if (hasMagicCookie(via)) return `${via}|${method}`;
  const callId = message.field('Call-ID')?.rawValue;
  const from = message.field('From')?.values[0]?.partial;
  if (callId === undefined || !from) return undefined;
  return `${branchKey(via, callId, tagOf(from), cseq.digits.text)}|${method}`;
}

/**
 * What identifies a hop of a request in its Via: `branch|host:port` in lower case, for neither depends on case. The branch is
 * empty where there is none, as is the port.
 */
export function viaKey(via: Via): string {
  return viaText(via).toLowerCase();
}

/** The same as it is written. */
export function viaText(via: Via): string {
  const { host, port } = via.sentBy;
  const number = port?.value;
  const sentBy = number === undefined ? `|${host.text}:` : `|${host.text}:${number}`;
  return (paramOf(via, 'branch')?.value ?? '') + sentBy;
}

/** True if the branch of a Via key says that it is unique (RFC 3261 §8.1.1.7). */
export function hasMagicCookie(key: string): boolean {
  return key.startsWith(MAGIC_COOKIE);
}

/**
 * What the INVITE, its ACK to a non-2xx and its CANCEL share (§17.1.1.3, §9.1): the Via key where the branch is unique, else
 * with the fields that tell the request apart without it. The To tag is not among them: only the ACK has it.
 */
export function branchKey(via: string, callId: string, fromTag: string, cseqNumber: number | string): string {
  return hasMagicCookie(via) ? via : `${callId}|${fromTag}|${cseqNumber}|${via}`;
}

/** Empty where there is none, as RFC 2543 allowed. */
function tagOf(address: NameAddr): string {
  return paramOf(address, 'tag')?.value ?? '';
}

/** The key of the topmost Via in a stack of them, a line each. */
export function topmostViaKey(viaStack: string): string {
  const end = viaStack.indexOf('\n');
  return end < 0 ? viaStack : viaStack.slice(0, end);
}
