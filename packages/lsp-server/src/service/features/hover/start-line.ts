import { lookupMethod, lookupStatusCode, type SipMessage } from '@siplint/core';
import { STATUS_CLASSES } from '../../knowledge/classes.js';
import { type Explanation, touches } from './explanation.js';
import { links, paragraphs, plain } from './markdown.js';

/** What the method or the status code of a start line means. */
export function explainStartLine({ startLine }: SipMessage, at: number): Explanation | undefined {
  if (startLine.kind === 'request' && touches(startLine.method, at)) {
    const text = methodText(startLine.method.text);
    return text === undefined ? undefined : { ...rangeOf(startLine.method), text };
  }
  if (startLine.kind === 'response' && (touches(startLine.code, at) || touches(startLine.reasonPhrase, at))) {
    const text = statusText(startLine.statusCode);
    return text === undefined
      ? undefined
      : { start: startLine.code.start, end: Math.max(startLine.code.end, startLine.reasonPhrase.end), text };
  }
  return undefined;
}

export function methodText(name: string): string | undefined {
  const method = lookupMethod(name);
  return method && paragraphs(`**${plain(method.name)}**: ${plain(method.purpose)}`, links(method.references));
}

/** `**486 Busy Here**`, its class and where it is defined. */
export function statusText(statusCode: number): string | undefined {
  const meaning = STATUS_CLASSES[Math.floor(statusCode / 100)];
  if (meaning === undefined) return undefined;
  const known = lookupStatusCode(statusCode);
  const name = known ? `**${statusCode} ${plain(known.reason)}**` : `**${statusCode}**, not registered`;
  return paragraphs(
    `${name}${known?.deprecated ? ' (deprecated)' : ''}`,
    `${Math.floor(statusCode / 100)}xx, ${meaning}.`,
    known && links(known.references),
  );
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
