import type { LintFile, RuleContext, SipMessage, SyntaxIssue } from '@siplint/core';
import { perFile } from './per-file.js';

/** Header fields whose values other messages of a call copy, as a whole or as a URI (RFC 3261 §8.2.6.2, §12.1, §12.2.1). */
const COPIED_FIELDS: ReadonlySet<string> = new Set([
  'Call-ID',
  'Contact',
  'CSeq',
  'From',
  'Record-Route',
  'Route',
  'To',
  'Via',
]);

/** Far more than any value that is copied; longer ones are judged each on its own, so that none costs its length squared. */
const LONGEST = 2048;

/** By call, code and text the index of the message that showed a defect first. */
const firstSeen = perFile((_: LintFile) => new Map<string, number>());

/**
 * True for a defect of grammar in a value that an earlier message of the call has shown: the messages behind it have to copy
 * that value, whoever sends them, and the one that brought it is to blame.
 */
export function isCopiedIssue(issue: SyntaxIssue, context: Pick<RuleContext, 'file' | 'message' | 'once'>): boolean {
  const { message, file } = context;
  const copied = copiedText(issue, message);
  const callId = message.field('Call-ID')?.rawValue;
  if (copied === undefined || callId === undefined) return false;
  const key = `${issue.code} ${callId} ${copied}`;
  const first = firstSeen(file);
  if (!first.has(key)) first.set(key, message.index);
  return !context.once(key) && first.get(key) !== message.index;
}

/**
 * From the start of the value, or of the URI in its brackets, to the end of the defect: what stands behind it may differ, as
 * the tag does that a To gets.
 */
function copiedText({ field, start, end }: SyntaxIssue, { text, startLine }: SipMessage): string | undefined {
  if (!field) {
    if (startLine.kind !== 'request') return undefined;
    const { requestUri } = startLine;
    const isOfUri = start >= requestUri.start && end <= requestUri.end && end - requestUri.start <= LONGEST;
    return isOfUri ? text.slice(requestUri.start, end) : undefined;
  }
  if (!COPIED_FIELDS.has(field.canonicalName) || start < field.valueStart || end - field.valueStart > LONGEST) {
    return undefined;
  }
  const value = text.slice(field.valueStart, end);
  const bracket = start > field.valueStart ? value.lastIndexOf('<', start - field.valueStart - 1) : -1;
  return value.slice(bracket + 1);
}
