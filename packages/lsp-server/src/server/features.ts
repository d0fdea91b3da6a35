import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import { CODE_ACTION_KINDS, codeActionsOf, foldingRangesOf, selectionRangesOf, symbolsOf } from '../service/index.js';
import type { Answers } from './answer.js';

/** What the server can do besides diagnostics. */
export const FEATURE_CAPABILITIES: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
};

/** Answers the requests of all features. */
export function registerFeatures(connection: Connection, answers: Answers): void {
  connection.onCodeAction(
    answers.about('code actions', [], (document, { range, context }) => codeActionsOf(document, range, context)),
  );
  connection.onDocumentSymbol(answers.about('symbols', [], symbolsOf));
  connection.onFoldingRanges(answers.about('folding', [], foldingRangesOf));
  connection.onSelectionRanges(
    answers.about('selection', [], (document, { positions }) => selectionRangesOf(document, positions)),
  );
}
