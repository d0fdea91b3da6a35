import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Extension } from './extension.js';

let extension: Extension | undefined;

/** Called by VS Code on a machine with files. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(join('dist', 'server.cjs'));
  const serverOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  extension = new Extension(context, (options) => new LanguageClient('siplint', 'siplint', serverOptions, options));
  await extension.restart();
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
