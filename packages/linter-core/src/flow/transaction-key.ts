import type { SipMessage } from '../syntax/message.js';
import { paramOf } from '../syntax/nodes.js';

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
  const { host, port } = topmostVia.sentBy;
  const sentBy = `${host.text.toLowerCase()}:${port?.value ?? ''}`;
  const branch = paramOf(topmostVia, 'branch')?.value;
  if (branch?.toLowerCase().startsWith(MAGIC_COOKIE)) return `${branch.toLowerCase()}|${sentBy}|${cseq.method.text}`;
  const callId = message.field('Call-ID')?.rawValue;
  const fromTag = message.field('From')?.values[0]?.partial;
  if (callId === undefined || !fromTag) return undefined;
  const tag = paramOf(fromTag, 'tag')?.value ?? '';
  return `${callId}|${tag}|${cseq.digits.text}|${cseq.method.text}|${branch ?? ''}|${sentBy}`;
}
