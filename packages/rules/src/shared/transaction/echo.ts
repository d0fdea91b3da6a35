import type { HeaderField, LintFile, RuleContext, SipMessage, SyntaxIssue } from '@siplint/core';
import { isCopiedIssue } from '../once/copied-value.js';
import { perFile } from '../once/per-file.js';

/** The header fields that a response copies from its request (RFC 3261 §8.2.6.2). */
const COPIED_FIELDS = ['From', 'To', 'Via', 'Call-ID', 'CSeq'] as const;

/** The row of the request that a row of a response repeats, up to an offset: To gets a tag behind it, Via `received`. */
interface Copy {
  readonly original: HeaderField;
  /** Where the response begins to differ. */
  readonly end: number;
}

/** By response; an editor shows the same message in one file after the other. */
const copiesIn = perFile((_: LintFile) => new WeakMap<SipMessage, ReadonlyMap<HeaderField, Copy>>());
const NO_COPIES: ReadonlyMap<HeaderField, Copy> = new Map();

/** True for a row that a response only repeats from its request, if the file holds that: the sender of the request is to blame. */
export function isEcho(field: HeaderField, file: LintFile): boolean {
  return copyOf(field, file)?.original.rawValue === field.rawValue;
}

/** True for a response with the CSeq of a request in the file that names another method there: cseq-method-mismatch. */
export function hasMethodOfOddRequest(response: SipMessage, file: LintFile): boolean {
  return (file.requestOf(response)?.method ?? response.method) !== response.method;
}

/**
 * True for a defect of grammar that is reported elsewhere: a response repeats it from its request, or an earlier message of
 * the call brought the value.
 */
export function isEchoedIssue(issue: SyntaxIssue, context: Pick<RuleContext, 'file' | 'message' | 'once'>): boolean {
  const { field, code, start } = issue;
  const copy = field && copyOf(field, context.file);
  if (copy && start < copy.end && copy.original.issues.some((original) => original.code === code)) return true;
  return isCopiedIssue(issue, context);
}

function copyOf(field: HeaderField, file: LintFile): Copy | undefined {
  const { message } = field;
  if (message.kind !== 'response') return undefined;
  const copies = copiesIn(file);
  let known = copies.get(message);
  if (!known) {
    const request = file.requestOf(message);
    known = request ? copiesOf(message, request) : NO_COPIES;
    copies.set(message, known);
  }
  return known.get(field);
}

function copiesOf(response: SipMessage, request: SipMessage): Map<HeaderField, Copy> {
  const found = new Map<HeaderField, Copy>();
  for (const name of COPIED_FIELDS) {
    let original: HeaderField | undefined = request.field(name);
    for (let row: HeaderField | undefined = response.field(name); row && original; row = row.nextOfName) {
      found.set(row, { original, end: row.valueStart + commonLength(row.rawValue, original.rawValue) });
      original = original.nextOfName;
    }
  }
  return found;
}

function commonLength(a: string, b: string): number {
  if (a === b) return a.length;
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
