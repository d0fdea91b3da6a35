import type { Reference } from '@siplint/core';
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver-types';
import { links, paragraphs } from '../hover/markdown.js';

/** A place to fill in, in the text of a snippet. */
export function blank(number: number, text: string): string {
  return `\${${number}:${text}}`;
}

const BLANK = /\$\{\d+:([^}]*)\}/g;

export interface Suggestion {
  readonly label: string;
  readonly kind?: CompletionItemKind;
  /** What is put in place of what was typed; the label if absent. */
  readonly text?: string;
  /** True if `text` has places to fill in. */
  readonly isSnippet?: boolean;
  readonly detail?: string | undefined;
  readonly references?: readonly Reference[];
  readonly deprecated?: boolean | undefined;
  /** Of two suggestions the one with the lower rank comes first. */
  readonly rank?: number;
}

/** An item that replaces what stands at the range: the word in front of the cursor. */
export function itemOf(suggestion: Suggestion, range: Range, canFillBlanks: boolean): CompletionItem {
  const {
    label,
    kind = CompletionItemKind.Value,
    text = label,
    isSnippet,
    detail,
    references,
    deprecated,
    rank = 5,
  } = suggestion;
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    ...(references && { documentation: { kind: MarkupKind.Markdown, value: paragraphs(links(references)) } }),
    ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
    sortText: `${rank}${label.toLowerCase()}`,
    filterText: label,
    insertTextFormat: isSnippet && canFillBlanks ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: isSnippet && !canFillBlanks ? text.replace(BLANK, '$1') : text },
  };
}
