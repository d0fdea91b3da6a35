import {
  type CodeAction,
  commands,
  type Diagnostic,
  extensions,
  languages,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** The name of a file whose Content-Length is wrong. */
export const WRONG = 'wrong.sip';
export const EXTENSION_ID = 'siplint.siplint-vscode';

/** Begins the tests of a `describe` with the extension at work, and takes back what each of them typed. */
export function inEditor(): void {
  before(async () => {
    await openFile(WRONG);
    await until('activation', () => extensions.getExtension(EXTENSION_ID)?.isActive);
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
  });
}

/** A file of the workspace folder. */
export function fileUri(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('the workspace has no folder');
  return Uri.joinPath(folder.uri, name);
}

export async function openFile(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(fileUri(name)));
}

/** Waits until something holds; the language server works in its own time. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it did not come: ${what}`);
}

/** The diagnostics of siplint as soon as they are these. */
export function diagnosticsWith(uri: Uri, ...codes: readonly string[]): Promise<readonly Diagnostic[]> {
  return until(`diagnostics ${codes.join()}`, () => {
    const found = ours(uri);
    return found.map(codeOf).join() === codes.join() && found;
  });
}

export function ours(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'siplint');
}

export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function actionsAt(document: TextDocument, { range }: Diagnostic): Thenable<readonly CodeAction[]> {
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
}
