import type { FlowMessage } from '@siplint/core';

/** Header fields that list option tags. */
export type OptionField = 'Proxy-Require' | 'Require' | 'Supported';

/**
 * The option tags of a header field in lower case where its rows are written as nearly all are. It spares reading the message
 * once more; undefined for anything else, which says nothing.
 */
export function plainOptions(message: FlowMessage, field: OptionField): readonly string[] | undefined {
  if (!message.has(field)) return NONE;
  if (message.placeholders.length > 0) return undefined;
  const { text } = message;
  const { headerEnd: end } = message;
  const options: string[] = [];
  for (let at = text.indexOf('\n') + 1, next = 0; at > 0 && at < end; at = next) {
    next = text.indexOf('\n', at) + 1;
    if (!isRowOf(field, text, at)) continue;
    // Behind a fold it goes on.
    if (next === 0 || isBlank(text.charCodeAt(next))) return undefined;
    if (!addTags(text.slice(text.indexOf(':', at) + 1, next - 1), options)) return undefined;
  }
  return options.length > 0 ? options : undefined;
}

const NONE: readonly string[] = [];

function isRowOf(field: OptionField, text: string, start: number): boolean {
  return isNamed(field, text, start) || (field === 'Supported' && isNamed('k', text, start));
}

/** HCOLON = *( SP / HTAB ) ":" SWS */
function isNamed(name: string, text: string, start: number): boolean {
  if ((text.charCodeAt(start) | 0x20) !== (name.charCodeAt(0) | 0x20)) return false;
  let end = start + name.length;
  if (text.slice(start, end).toLowerCase() !== name.toLowerCase()) return false;
  while (isBlank(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) === COLON;
}

const COLON = 0x3a;

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function addTags(list: string, options: string[]): boolean {
  for (const option of list.split(',')) {
    const tag = option.trim();
    if (!TOKEN.test(tag)) return false;
    options.push(tag.toLowerCase());
  }
  return true;
}

/** RFC 3261 §25.1. */
const TOKEN = /^[\w.!%*+`'~-]+$/;
