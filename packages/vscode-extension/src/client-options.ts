import { type LogOutputChannel, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { traceChannel } from './trace-channel.js';

/** What the client does, and what it tells the server of itself. */
export function clientOptions(extensionUri: Uri, log: LogOutputChannel): LanguageClientOptions {
  const settings = workspace.getConfiguration('siplint');
  const isOnSave = settings.get<string>('run') === 'onSave';
  return {
    documentSelector: [{ language: 'sip' }],
    outputChannel: log,
    ...(settings.get<string>('trace.server', 'off') !== 'off' && { traceOutputChannel: traceChannel(log) }),
    initializationOptions: {
      trusted: workspace.isTrusted,
      rulePages: Uri.joinPath(extensionUri, 'rules-docs').toString(),
      callFlow: true,
      configPath: settings.get<string>('configPath', ''),
    },
    diagnosticPullOptions: { onChange: !isOnSave, onSave: isOnSave },
    // A server is started anew when a setting changes; to the one that ends nothing can be sent.
    middleware: { workspace: { didChangeConfiguration: async () => {} } },
  };
}
