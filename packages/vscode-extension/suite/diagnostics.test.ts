import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, Range, WorkspaceEdit, workspace } from 'vscode';
import { diagnosticsWith, fileUri, inEditor, openFile, ours, WRONG } from './editor.js';

describe('diagnostics', () => {
  inEditor();

  const misspellMethod = async (): Promise<void> => {
    const edit = new WorkspaceEdit();
    edit.replace(fileUri(WRONG), new Range(6, 12, 6, 19), 'INVITE');
    await workspace.applyEdit(edit);
  };

  it('come while somebody types', async () => {
    const { document } = await openFile(WRONG);
    const [diagnostic] = await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    assert.deepEqual(diagnostic?.range, new Range(9, 16, 9, 17));
    assert.match(
      String(typeof diagnostic?.code === 'object' && diagnostic.code.target),
      /content-length-exceeds-body\.md$/,
    );
    await misspellMethod();
    await diagnosticsWith(document.uri, 'cseq-method-mismatch', 'content-length-exceeds-body');
  });

  it('are not for files that are not SIP', async () => {
    const { document } = await openFile('layout.sip');
    await openFile(WRONG);
    await diagnosticsWith(fileUri(WRONG), 'content-length-exceeds-body');
    assert.deepEqual(ours(document.uri), []);
  });

  it('go and come with siplint.enable', async () => {
    const { document } = await openFile(WRONG);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    const settings = workspace.getConfiguration('siplint');
    await settings.update('enable', false, ConfigurationTarget.Workspace);
    await diagnosticsWith(document.uri);
    await settings.update('enable', undefined, ConfigurationTarget.Workspace);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
  });

  it('wait for the file to be saved if siplint.run says so', async () => {
    const original = await workspace.fs.readFile(fileUri(WRONG));
    const settings = workspace.getConfiguration('siplint');
    await settings.update('run', 'onSave', ConfigurationTarget.Workspace);
    const { document } = await openFile(WRONG);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    await misspellMethod();
    // As long as what is typed takes to be shown otherwise, and much more.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(ours(document.uri).length, 1);
    await document.save();
    await diagnosticsWith(document.uri, 'cseq-method-mismatch', 'content-length-exceeds-body');
    await settings.update('run', undefined, ConfigurationTarget.Workspace);
    await workspace.fs.writeFile(document.uri, original);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
  });

  it('outlive a restart of the server', async () => {
    const { document } = await openFile(WRONG);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    // Several at once leave one server, or each finding would stand there twice.
    await Promise.all([1, 2, 3].map(() => commands.executeCommand('siplint.restart')));
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
  });
});
