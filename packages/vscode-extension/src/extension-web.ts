import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { Extension } from './extension.js';

let extension: Extension | undefined;

/** Called by VS Code in a browser, where the server is a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js').toString(true);
  extension = new Extension(
    context,
    (options) => new LanguageClient('siplint', 'siplint', new Worker(script), options),
  );
  await extension.restart();
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
