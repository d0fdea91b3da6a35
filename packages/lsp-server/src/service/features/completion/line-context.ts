import type { HeaderField, SipMessage } from '@siplint/core';
import type { SipDocument } from '../../document.js';

/** What is being written at an offset: the tree tells the message, the line up to the cursor the rest, as it is half typed. */
export type LineContext =
  /** Between messages, or the first line of one. */
  | { readonly kind: 'start-line'; readonly prefix: string }
  /** `# siplint-…` between messages. */
  | { readonly kind: 'directive'; readonly prefix: string }
  | { readonly kind: 'header-name'; readonly message: SipMessage; readonly prefix: string }
  | {
      readonly kind: 'header-value';
      readonly message: SipMessage;
      readonly field: HeaderField;
      /** From the colon to the cursor, folds included. */
      readonly prefix: string;
    }
  | { readonly kind: 'session'; readonly prefix: string };

export function lineContextAt(document: SipDocument, offset: number): LineContext {
  const { text } = document;
  const lineStart = startOfLine(text, offset);
  const prefix = text.slice(lineStart, offset);
  const message = document.messageAt(offset) ?? messageBefore(document, offset);
  if (!message || lineStart <= message.offset + message.startLine.start) {
    return { kind: prefix.startsWith('#') ? 'directive' : 'start-line', prefix };
  }
  const at = offset - message.offset;
  if (at >= message.headerEnd && message.headerEnd > 0 && isBehindEmptyLine(document, message, lineStart)) {
    if (isSession(message)) return { kind: 'session', prefix };
    return { kind: prefix.startsWith('#') ? 'directive' : 'start-line', prefix };
  }
  const field = message.fields.find(({ start, end, colon }) => start <= at && at <= end && colon < at);
  if (field && !(prefix === '' && at === field.end)) {
    return { kind: 'header-value', message, field, prefix: text.slice(message.offset + field.colon + 1, offset) };
  }
  return { kind: 'header-name', message, prefix };
}

/** A message without its empty line ends with its last row; what is written below still belongs to it. */
function messageBefore(document: SipDocument, offset: number): SipMessage | undefined {
  const before = document.messages.filter((message) => message.offset <= offset).at(-1);
  if (!before) return undefined;
  const between = document.text.slice(before.offset + before.end, offset);
  return between.trim() === '' && !/\n\s*\n/.test(between) ? before : undefined;
}

function isBehindEmptyLine(document: SipDocument, message: SipMessage, lineStart: number): boolean {
  const header = document.text.slice(message.offset, lineStart);
  return /\r\n\r\n|\n\n|\r\r/.test(header);
}

function isSession(message: SipMessage): boolean {
  const type = message.field('Content-Type')?.value?.essence;
  return type === undefined || type === 'application/sdp' || type.startsWith('multipart/');
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charAt(start - 1) !== '\n' && text.charAt(start - 1) !== '\r') start--;
  return start;
}
