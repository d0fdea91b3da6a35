import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import { CODE_ACTION_KINDS, codeActionsOf } from '../service/index.js';
import type { Answers } from './answer.js';

/** What the server can do besides diagnostics. */
export const FEATURE_CAPABILITIES: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
};

/** Answers the requests of all features. */
export function registerFeatures(connection: Connection, answers: Answers): void {
  connection.onCodeAction(
    answers.about('code actions', [], (document, { range, context }) => codeActionsOf(document, range, context)),
  );
}
