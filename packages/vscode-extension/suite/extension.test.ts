import assert from 'node:assert/strict';
import {
  type CompletionList,
  ConfigurationTarget,
  commands,
  type DocumentSymbol,
  extensions,
  type Hover,
  MarkdownString,
  Position,
  Range,
  type TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { actionsAt, codeOf, diagnosticsWith, fileUri, openFile, ours, until } from './editor.js';

const WRONG = 'wrong.sip';

describe('siplint in VS Code', () => {
  before(async () => {
    await openFile(WRONG);
    await until('activation', () => extensions.getExtension('siplint.siplint-vscode')?.isActive);
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('knows SIP files', async () => {
    const { document } = await openFile(WRONG);
    assert.equal(document.languageId, 'sip');
    const untitled = await workspace.openTextDocument({ content: 'SIP/2.0 200 OK\r\n' });
    assert.equal(untitled.getText().slice(0, 7), 'SIP/2.0');
  });

  it('shows diagnostics while somebody types', async () => {
    const { document } = await openFile(WRONG);
    const [diagnostic] = await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    assert.deepEqual(diagnostic?.range, new Range(9, 16, 9, 17));
    assert.match(
      String(typeof diagnostic?.code === 'object' && diagnostic.code.target),
      /content-length-exceeds-body\.md$/,
    );
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(6, 12, 6, 19), 'INVITE');
    await workspace.applyEdit(edit);
    await diagnosticsWith(document.uri, 'cseq-method-mismatch', 'content-length-exceeds-body');
  });

  it('says nothing about files that are not SIP', async () => {
    const { document } = await openFile('layout.sip');
    await openFile(WRONG);
    await diagnosticsWith(fileUri(WRONG), 'content-length-exceeds-body');
    assert.deepEqual(ours(document.uri), []);
  });

  it('fixes at the light bulb', async () => {
    const { document } = await openFile(WRONG);
    const [diagnostic] = await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    assert.ok(diagnostic);
    const actions = await actionsAt(document, diagnostic);
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(preferred?.edit, actions.map(({ title }) => title).join());
    await workspace.applyEdit(preferred.edit);
    assert.match(document.getText(), /Content-Length: 0\r\n/);
    await diagnosticsWith(document.uri);
  });

  it('fixes all', async () => {
    const { document } = await openFile(WRONG);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    await commands.executeCommand('siplint.fixAll');
    await until('the fixed text', () => /Content-Length: 0\r\n/.test(document.getText()));
  });

  it('disables a rule for a message', async () => {
    const { document } = await openFile(WRONG);
    const [diagnostic] = await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    assert.ok(diagnostic);
    const disable = (await actionsAt(document, diagnostic)).find(({ title }) => /for this message$/.test(title));
    assert.ok(disable?.edit);
    await workspace.applyEdit(disable.edit);
    await diagnosticsWith(document.uri);
  });

  it('explains on hover', async () => {
    const { document } = await openFile(WRONG);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(2, 3),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
      .join('\n');
    assert.match(text, /Max\\-Forwards[\s\S]*mandatory/);
  });

  it('completes', async () => {
    const { document } = await openFile(WRONG);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new Position(8, 3),
    );
    assert.ok(items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'Supported'));
  });

  it('knows symbols, renames and formats', async () => {
    const { document } = await openFile(WRONG);
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.equal(symbols[0]?.name, 'OPTIONS');
    const rename = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('a84b4c76e66710')),
      'another@call',
    );
    assert.equal(rename.size, 1);
    const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['0'],
    );
  });

  it('takes a changed configuration', async () => {
    const { document } = await openFile(WRONG);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    const config = fileUri('siplint.config.json');
    const write = (text: string) => workspace.fs.writeFile(config, new TextEncoder().encode(text));
    await write('{ "rules": { "content-length-exceeds-body": "off" } }');
    await diagnosticsWith(document.uri);
    await workspace.fs.delete(config);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
  });

  it('is turned off and on by its setting', async () => {
    const { document } = await openFile(WRONG);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    const settings = workspace.getConfiguration('siplint');
    await settings.update('enable', false, ConfigurationTarget.Workspace);
    await diagnosticsWith(document.uri);
    await settings.update('enable', undefined, ConfigurationTarget.Workspace);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
  });

  it('lints the whole workspace on command', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const other = fileUri('closed.sip');
    const text = await workspace.fs.readFile(fileUri(WRONG));
    await workspace.fs.writeFile(other, text);
    await commands.executeCommand('siplint.lintWorkspace');
    const found = await diagnosticsWith(other, 'content-length-exceeds-body');
    assert.deepEqual(found.map(codeOf), ['content-length-exceeds-body']);
    await workspace.fs.delete(other);
  });

  it('opens the page of a rule', async () => {
    await openFile(WRONG);
    await commands.executeCommand('siplint.openRulePage', 'content-length-exceeds-body');
    await until('the page', () =>
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /content-length-exceeds-body/.test(label))),
    );
  });

  it('has its resources where the manifest says', async () => {
    const extension = extensions.getExtension('siplint.siplint-vscode');
    assert.ok(extension);
    const contributes = extension.packageJSON.contributes;
    const paths = [
      ...contributes.grammars.map(({ path }: { path: string }) => path),
      ...contributes.snippets.map(({ path }: { path: string }) => path),
      ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
      extension.packageJSON.icon,
    ];
    for (const path of paths) await workspace.fs.stat(Uri.joinPath(extension.extensionUri, path));
  });
});
