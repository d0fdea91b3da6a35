import { lookupHeader, type SipMessage, type TextNode } from '@siplint/core';

const FIELD = /([-A-Za-z]+)[ \t]*:.*\r?\n?/y;
const FOLD = /[ \t].*\r?\n?/y;

/**
 * The header field with which a body without a Content-Type begins: an empty line too many stands before it, and has ended the
 * header section (RFC 3261 §7).
 */
export function fieldBehindEmptyLine(message: SipMessage): TextNode | undefined {
  const { body, text } = message;
  if (body.start >= body.end || message.has('Content-Type')) return undefined;
  const name = nameAt(text, body.start);
  if (name === undefined || message.has(name)) return undefined;
  return { start: body.start, end: body.start + name.length, text: name };
}

/** True if a header field that a message lacks is one of those that stand so in its body. */
export function standsBehindEmptyLine(message: SipMessage, header: string): boolean {
  if (!fieldBehindEmptyLine(message)) return false;
  const { body, text } = message;
  let at = body.start;
  for (let name = nameAt(text, at); name !== undefined && at < body.end; name = nameAt(text, at)) {
    if (lookupHeader(name)?.name === header) return true;
    at = FIELD.lastIndex;
    FOLD.lastIndex = at;
    while (FOLD.test(text)) at = FOLD.lastIndex;
  }
  return false;
}

/** The name of the registered header field that the line at an offset is; `FIELD` stands behind the line then. */
function nameAt(text: string, at: number): string | undefined {
  FIELD.lastIndex = at;
  const name = FIELD.exec(text)?.[1];
  return name !== undefined && lookupHeader(name) ? name : undefined;
}
