import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

/** What the client does, and what it tells the server of itself. */
export function clientOptions(context: ExtensionContext, log: LogOutputChannel): LanguageClientOptions {
  const settings = workspace.getConfiguration('siplint');
  const isOnSave = settings.get<string>('run') === 'onSave';
  return {
    documentSelector: [{ language: 'sip' }],
    outputChannel: log,
    initializationOptions: {
      trusted: workspace.isTrusted,
      rulePages: Uri.joinPath(context.extensionUri, 'rules-docs').toString(),
      callFlow: true,
      configPath: settings.get<string>('configPath', ''),
    },
    diagnosticPullOptions: { onChange: !isOnSave, onSave: isOnSave },
  };
}
