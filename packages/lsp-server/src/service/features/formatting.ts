import { formatEdits } from '@siplint/core';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { SipDocument } from '../document.js';

/** The edits to the canonical layout, of the whole document or of the messages that a range touches. */
export function formattingOf(document: SipDocument, range?: Range): TextEdit[] {
  const { start, end } = range ? document.offsetsOf(range) : { start: 0, end: document.text.length };
  return formatEdits(document.file)
    .filter((edit) => edit.start <= end && start <= edit.end)
    .map((edit) => ({ range: document.rangeOf(edit), newText: edit.text }));
}
