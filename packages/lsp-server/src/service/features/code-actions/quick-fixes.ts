import type { Finding, Fix } from '@siplint/core';
import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import type { SipDocument } from '../../document.js';

/** A diagnostic of the client with the finding that it shows. */
export interface ShownFinding {
  readonly diagnostic: Diagnostic;
  readonly finding: Finding;
}

/** The fixes of findings. A safe one is what the client may apply without asking. */
export function quickFixes(document: SipDocument, shown: readonly ShownFinding[]): CodeAction[] {
  return shown.flatMap(({ diagnostic, finding: { fix } }) => (fix ? [quickFix(document, diagnostic, fix)] : []));
}

function quickFix(document: SipDocument, diagnostic: Diagnostic, fix: Fix): CodeAction {
  const isSafe = fix.safety === 'safe';
  return {
    title: isSafe ? fix.title : `${fix.title} (changes the meaning)`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: isSafe,
    edit: { changes: { [document.uri]: fix.edits.map((edit) => textEdit(document, edit)) } },
  };
}

export function textEdit(document: SipDocument, edit: Fix['edits'][number]): TextEdit {
  return { range: document.rangeOf(edit), newText: edit.text };
}
