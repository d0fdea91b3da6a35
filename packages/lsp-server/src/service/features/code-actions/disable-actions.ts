import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import type { SipDocument } from '../../document.js';
import type { ShownFinding } from './quick-fixes.js';

/** Directives that take a finding out: for its message, or for the file. Each rule is offered once. */
export function disableActions(document: SipDocument, shown: readonly ShownFinding[]): CodeAction[] {
  return shown.filter(isFirstOfItsRule).flatMap(({ diagnostic, finding: { ruleId, messageIndex } }) => {
    const message = messageIndex === undefined ? undefined : document.messages[messageIndex];
    const action = (where: string, directive: string, offset: number): CodeAction => ({
      title: `Disable ${ruleId} for this ${where}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: { changes: { [document.uri]: [lineAt(document, offset, `# siplint-${directive} ${ruleId}`)] } },
    });
    return [
      ...(message ? [action('message', 'disable-next-message', message.offset)] : []),
      action('file', 'disable-file', 0),
    ];
  });
}

function isFirstOfItsRule({ finding }: ShownFinding, position: number, all: readonly ShownFinding[]): boolean {
  return all.findIndex((other) => other.finding.ruleId === finding.ruleId) === position;
}

/** A line above the one that begins at `offset`; behind a byte order mark, which stays where it is. */
function lineAt(document: SipDocument, offset: number, line: string): TextEdit {
  const start = document.text.startsWith('\uFEFF', offset) ? offset + 1 : offset;
  const position = document.positionAt(start);
  return { range: { start: position, end: position }, newText: line + document.lineEnd };
}
