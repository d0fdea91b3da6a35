import type { Finding, Fix } from '@siplint/core';
import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver-types';
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

/** The edit that mends what a rule found in a message, for a command; undefined if the rule finds nothing there any more. */
export function fixOf(document: SipDocument, ruleId: string, messageIndex: number): WorkspaceEdit | undefined {
  const found = document.result.findings.find((one) => one.ruleId === ruleId && one.messageIndex === messageIndex);
  return found?.fix && workspaceEdit(document, found.fix);
}

function quickFix(document: SipDocument, diagnostic: Diagnostic, fix: Fix): CodeAction {
  const isSafe = fix.safety === 'safe';
  return {
    title: isSafe ? fix.title : `${fix.title} (changes the meaning)`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: isSafe,
    edit: workspaceEdit(document, fix),
  };
}

function workspaceEdit(document: SipDocument, { edits }: Fix): WorkspaceEdit {
  const changes = edits.map((edit) => ({ range: document.rangeOf(edit), newText: edit.text }));
  return { changes: { [document.uri]: changes } };
}
