import assert from 'node:assert/strict';
import { type CodeLens, type Command, commands, type TextEdit, type WorkspaceEdit, workspace } from 'vscode';
import { actionsAt, diagnosticsWith, inEditor, openFile, until, WRONG } from './editor.js';

describe('what mends a message', () => {
  inEditor();

  it('is at the light bulb', async () => {
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

  it('is siplint.fixAll', async () => {
    const { document } = await openFile(WRONG);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    await commands.executeCommand('siplint.fixAll');
    await until('the fixed text', () => /Content-Length: 0\r\n/.test(document.getText()));
  });

  it('is above it', async () => {
    const { document } = await openFile(WRONG);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    const given = lenses.flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      given.map(({ title }) => title),
      ['OPTIONS, no response · show call flow', 'recompute Content-Length'],
    );
    const [, recompute] = given;
    assert.ok(recompute);
    await run(recompute);
    await until('the fixed text', () => /Content-Length: 0\r\n/.test(document.getText()));
  });

  it('is a directive, where the fault is wanted', async () => {
    const { document } = await openFile(WRONG);
    const [diagnostic] = await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    assert.ok(diagnostic);
    const disable = (await actionsAt(document, diagnostic)).find(({ title }) => /for this message$/.test(title));
    assert.ok(disable?.edit);
    await workspace.applyEdit(disable.edit);
    await diagnosticsWith(document.uri);
  });

  it('is formatting', async () => {
    const { document } = await openFile(WRONG);
    const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['0'],
    );
  });

  it('is renaming', async () => {
    const { document } = await openFile(WRONG);
    const rename = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('a84b4c76e66710')),
      'another@call',
    );
    assert.equal(rename.size, 1);
  });
});

function run({ command, arguments: args = [] }: Command): Thenable<unknown> {
  return commands.executeCommand(command, ...args);
}
