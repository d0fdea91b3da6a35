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
  const options: string[] = [];
  for (const [, list = '', lineEnd] of message.text.slice(0, message.body.start).matchAll(ROWS[field])) {
    if (lineEnd === undefined) return undefined;
    for (const option of list.split(',')) {
      const tag = option.trim();
      if (!TOKEN.test(tag)) return undefined;
      options.push(tag.toLowerCase());
    }
  }
  return options.length > 0 ? options : undefined;
}

const NONE: readonly string[] = [];

const ROWS: Readonly<Record<OptionField, RegExp>> = {
  'Proxy-Require': rows('proxy-require'),
  Require: rows('require'),
  Supported: rows('(?:supported|k)'),
};

/** The rows of a field: what stands in them, and their line ends where no fold follows. */
function rows(name: string): RegExp {
  return new RegExp(String.raw`\n${name}[ \t]*:([^\r\n]*)(?=(\r?\n[^ \t])?)`, 'gi');
}

/** RFC 3261 §25.1. */
const TOKEN = /^[\w.!%*+`'~-]+$/;
