import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { SipDocument } from '../../document.js';
import { headerNames } from './header-names.js';
import { headerValues } from './header-values.js';
import { lineContextAt } from './line-context.js';
import { sessionLines } from './session-lines.js';
import { directives, startLines } from './start-lines.js';
import { itemOf, type Suggestion } from './suggestion.js';

/** What separates words, so that a client asks again behind them. */
export const TRIGGER_CHARACTERS: readonly string[] = [':', ';', '=', ' ', '<', '/', '#'];

/** What can be written at a position; `canFillBlanks` is false for a client that knows no snippets. */
export function completionsOf(document: SipDocument, position: Position, canFillBlanks: boolean): CompletionItem[] {
  const offset = document.offsetAt(position);
  const context = lineContextAt(document, offset);
  const typed = wordBefore(context.kind, context.prefix);
  const range = document.rangeOf({ start: offset - typed.length, end: offset });
  return suggestions(document, context).map((suggestion) => itemOf(suggestion, range, canFillBlanks));
}

function suggestions(document: SipDocument, context: ReturnType<typeof lineContextAt>): readonly Suggestion[] {
  switch (context.kind) {
    case 'start-line':
      return startLines(context.prefix);
    case 'directive':
      return directives(context.prefix);
    case 'header-name':
      return headerNames(context.message);
    case 'header-value':
      return headerValues(document, context.message, context.field, context.prefix);
    case 'session':
      return sessionLines(context.prefix);
  }
}

/** What of the line is replaced: a whole line that is just begun, or the word behind the last separator. */
function wordBefore(kind: ReturnType<typeof lineContextAt>['kind'], prefix: string): string {
  switch (kind) {
    case 'header-name':
      return prefix;
    case 'session':
      return /^[a-z]?$/.test(prefix) ? prefix : (/[^\s=:]*$/.exec(prefix)?.[0] ?? '');
    case 'directive':
      return /[\w-]+(?:=[\w-]*)?$/.exec(prefix)?.[0] ?? '';
    case 'start-line':
      return /\S*$/.exec(prefix.replace(/^SIP\/2\.0\s+/i, ''))?.[0] ?? '';
    case 'header-value':
      return /[^\s;,=<>"]*$/.exec(prefix)?.[0] ?? '';
  }
}
