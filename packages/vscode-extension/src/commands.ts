import { commands, Disposable, window } from 'vscode';
import { openConfiguration } from './configuration.js';
import type { Extension } from './extension.js';
import { newFile } from './new-file.js';

/** The commands that the extension carries out itself; others are the server's. */
export function registerCommands(extension: Extension): Disposable {
  const fixAll = () =>
    commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.siplint', apply: 'first' });
  return Disposable.from(
    commands.registerCommand('siplint.restart', () => extension.restart()),
    commands.registerCommand('siplint.showLog', () => extension.log.show()),
    commands.registerCommand('siplint.fixAll', fixAll),
    commands.registerCommand('siplint.newFile', newFile),
    commands.registerCommand('siplint.openConfiguration', () =>
      openConfiguration(window.activeTextEditor?.document.uri),
    ),
  );
}
