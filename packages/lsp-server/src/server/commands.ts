import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { APPLY_FIX, DISABLE_IN_CONFIG, fixOf, LINT_WORKSPACE, OPEN_RULE_PAGE } from '../service/index.js';
import type { Environment } from './environment.js';
import type { OpenDocuments } from './open-documents.js';
import type { WorkspaceDiagnostics } from './workspace-diagnostics.js';

/** What the client may ask the server to do. */
export const COMMANDS: readonly string[] = [APPLY_FIX, DISABLE_IN_CONFIG, LINT_WORKSPACE, OPEN_RULE_PAGE];

interface Commanded {
  readonly documents: OpenDocuments;
  readonly workspace: WorkspaceDiagnostics;
  readonly inside: () => Environment;
}

/** Carries commands out. One that cannot be is answered with an error that the client shows. */
export function registerCommands(connection: Connection, { documents, workspace, inside }: Commanded): void {
  const run: Readonly<Record<string, (...args: readonly unknown[]) => Promise<void>>> = {
    async [APPLY_FIX](uri, ruleId, messageIndex) {
      const document = await documents.get(String(uri));
      const edit = document && fixOf(document, String(ruleId), Number(messageIndex));
      if (edit) await connection.workspace.applyEdit({ label: 'siplint', edit });
    },
    async [DISABLE_IN_CONFIG](uri, ruleId) {
      const edit = inside().configs.disableRule?.(String(uri), String(ruleId));
      if (edit) await connection.workspace.applyEdit({ label: `Turn ${String(ruleId)} off`, edit });
    },
    async [LINT_WORKSPACE]() {
      await workspace.lint();
    },
    async [OPEN_RULE_PAGE](ruleId) {
      const page = inside().client.rulePages(String(ruleId));
      if (page === undefined) throw new Error(`${String(ruleId)} has no page`);
      await connection.window.showDocument({ uri: page, takeFocus: true });
    },
  };
  connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
    try {
      await run[command]?.(...args);
    } catch (error) {
      throw new ResponseError(ErrorCodes.InvalidParams, error instanceof Error ? error.message : String(error));
    }
  });
}
