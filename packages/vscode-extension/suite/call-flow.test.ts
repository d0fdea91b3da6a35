import assert from 'node:assert/strict';
import { commands, Position, type Tab, TabInputWebview, window } from 'vscode';
import { openFile, until } from './editor.js';

describe('call flow', () => {
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens beside its document, once', async () => {
    await openFile('wrong.sip');
    await commands.executeCommand('siplint.showCallFlow');
    const tab = await until('the panel', () => panels()[0]);
    assert.equal(tab.label, 'Call flow: wrong.sip');
    assert.notEqual(tab.group.viewColumn, window.activeTextEditor?.viewColumn);
    await commands.executeCommand('siplint.showCallFlow', window.activeTextEditor?.document.uri.toString(), 0);
    assert.equal(panels().length, 1);
  });

  it('survives what becomes of its document', async () => {
    const editor = await openFile('wrong.sip');
    await editor.edit((edit) => edit.insert(new Position(0, 0), '### a title\r\n'));
    await commands.executeCommand('workbench.action.files.revert');
    assert.equal(panels().length, 1);
  });
});

function panels(): Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes('siplint.callFlow'));
}
