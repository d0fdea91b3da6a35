import { window, workspace } from 'vscode';
import { TEMPLATES } from './templates.js';

/** Opens a new SIP file that is valid as it is. */
export async function newFile(): Promise<void> {
  const chosen = await window.showQuickPick(TEMPLATES, { placeHolder: 'What shall the file begin with?' });
  if (!chosen) return;
  const document = await workspace.openTextDocument({ language: 'sip', content: chosen.content });
  await window.showTextDocument(document);
}
