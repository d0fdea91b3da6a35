import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { codeOf, diagnosticsWith, fileUri, inEditor, WRONG } from '../editor.js';

describe('the whole workspace', () => {
  inEditor();

  it('is linted on command', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const other = fileUri('closed.sip');
    await workspace.fs.copy(fileUri(WRONG), other);
    await commands.executeCommand('siplint.lintWorkspace');
    const found = await diagnosticsWith(other, 'content-length-exceeds-body');
    assert.deepEqual(found.map(codeOf), ['content-length-exceeds-body']);
    await workspace.fs.delete(other);
  });
});
