import { Uri, window, workspace } from 'vscode';

/** As the command line finds them; of one folder only one may be there. */
const CONFIG_FILES = '**/siplint.config.{json,jsonc,yaml,yml,ts,mts,js,mjs,cjs}';
const NEW_CONFIG = 'siplint.config.yaml';
const NEW_TEXT = `# Which rules judge which files: see "siplint init" and the rules' pages.
extends: recommended
rules: {}
`;

/** Opens the configuration that is nearest to a file, or offers to make one. */
export async function openConfiguration(of: Uri | undefined): Promise<void> {
  const folder = (of && workspace.getWorkspaceFolder(of)) ?? workspace.workspaceFolders?.[0];
  const found = await workspace.findFiles(CONFIG_FILES, '**/node_modules/**');
  const path = of?.path ?? folder?.uri.path ?? '';
  const above = found.filter((file) => path.startsWith(file.path.slice(0, file.path.lastIndexOf('/') + 1)));
  const nearest = above.sort((a, b) => b.path.length - a.path.length)[0] ?? found[0];
  if (nearest) {
    await window.showTextDocument(nearest);
    return;
  }
  if (!folder) {
    void window.showInformationMessage('A configuration belongs to a folder: open one first.');
    return;
  }
  const make = `Make ${NEW_CONFIG}`;
  if ((await window.showInformationMessage('This folder has no siplint configuration yet.', make)) !== make) return;
  const uri = Uri.joinPath(folder.uri, NEW_CONFIG);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(NEW_TEXT));
  await window.showTextDocument(uri);
}
