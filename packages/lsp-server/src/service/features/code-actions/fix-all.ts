import { fixSource } from '@siplint/core';
import { diffArrays } from 'diff';
import { type CodeAction, Range, type TextEdit } from 'vscode-languageserver-types';
import type { SipDocument } from '../../document.js';

export const FIX_ALL = 'source.fixAll.siplint';

/** All safe fixes of a document, applied and judged again until none is left. Undefined if there is nothing to fix. */
export function fixAllAction(document: SipDocument): CodeAction | undefined {
  const edits = fixAllEdits(document);
  if (edits.length === 0) return undefined;
  return {
    title: 'Fix all that siplint can fix safely',
    kind: FIX_ALL,
    edit: { changes: { [document.uri]: edits } },
  };
}

/** The edits of lines that lead to the fixed text. */
export function fixAllEdits(document: SipDocument): TextEdit[] {
  if (!document.result.findings.some(({ fix }) => fix?.safety === 'safe')) return [];
  const { source } = fixSource(document.source, document.path, document.config, { safety: 'safe' });
  return source.text === document.text ? [] : lineEdits(document.text, source.text);
}

/** The lines that differ, so that the marks and folds of an editor elsewhere stay where they are. */
function lineEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let line = 0;
  for (const { added, removed, value, count } of diffArrays(linesOf(before), linesOf(after))) {
    const last = edits.at(-1);
    if (removed) edits.push({ range: Range.create(line, 0, line + count, 0), newText: '' });
    else if (added && last?.range.end.line === line && last.newText === '') last.newText = value.join('');
    else if (added) edits.push({ range: Range.create(line, 0, line, 0), newText: value.join('') });
    if (!added) line += count;
  }
  return edits;
}

/** Lines as editors count them, each with what ends it. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
