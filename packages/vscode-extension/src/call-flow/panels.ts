import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { Extension } from '../extension.js';
import { CallFlowPanel } from './panel.js';

/** The command that shows the call flow of a document, in one panel a document. */
export function registerCallFlow(extension: Extension): Disposable {
  const panels = new Map<string, CallFlowPanel>();
  return commands.registerCommand('siplint.showCallFlow', async (target?: string | Uri, index?: number) => {
    const uri = typeof target === 'string' ? Uri.parse(target) : (target ?? window.activeTextEditor?.document.uri);
    if (!uri) return;
    const key = uri.toString();
    let panel = panels.get(key);
    if (!panel) {
      const document = await workspace.openTextDocument(uri);
      panel = new CallFlowPanel(
        extension.context,
        document,
        () => extension.client,
        () => panels.delete(key),
      );
      panels.set(key, panel);
    }
    panel.show(index);
  });
}
