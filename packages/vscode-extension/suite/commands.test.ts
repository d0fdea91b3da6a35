import assert from 'node:assert/strict';
import { commands, extensions, Uri, window, workspace } from 'vscode';
import { diagnosticsWith, EXTENSION_ID, inEditor, openFile, ours, until, WRONG } from './editor.js';

describe('the manifest', () => {
  inEditor();
  const manifest = () => {
    const extension = extensions.getExtension(EXTENSION_ID);
    assert.ok(extension);
    return { root: extension.extensionUri, json: extension.packageJSON };
  };

  it('names commands that are there', async () => {
    const named: { command: string }[] = manifest().json.contributes.commands;
    const known = new Set(await commands.getCommands(true));
    assert.deepEqual(
      named.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('names files that are there', async () => {
    const { root, json } = manifest();
    const { grammars, snippets, languages, jsonValidation, yamlValidation, walkthroughs } = json.contributes;
    const paths: string[] = [
      ...grammars.map(({ path }: { path: string }) => path),
      ...snippets.map(({ path }: { path: string }) => path),
      ...[...jsonValidation, ...yamlValidation].map(({ url }: { url: string }) => url),
      ...languages.flatMap(({ configuration, icon }: LanguagePoint) => [configuration, icon.light, icon.dark]),
      ...walkthroughs.flatMap(({ steps }: WalkthroughPoint) => steps.map(({ media }) => media.markdown)),
      json.icon,
    ];
    for (const path of paths) await workspace.fs.stat(Uri.joinPath(root, path));
  });
});

interface LanguagePoint {
  readonly configuration: string;
  readonly icon: { readonly light: string; readonly dark: string };
}

interface WalkthroughPoint {
  readonly steps: readonly { readonly media: { readonly markdown: string } }[];
}

describe('commands', () => {
  inEditor();

  it('open the page of a rule', async () => {
    await commands.executeCommand('siplint.openRulePage', 'content-length-exceeds-body');
    await until('the page', () =>
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /content-length-exceeds-body/.test(label))),
    );
  });

  it('begin a new file from a template', async () => {
    const chosen = commands.executeCommand('siplint.newFile');
    await until('a new file', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return window.activeTextEditor?.document.isUntitled;
    });
    await chosen;
    const document = window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.languageId, 'sip');
    assert.match(document.getText(), /^OPTIONS sip:/);
    // It is linted, and has nothing to say of it.
    await openFile(WRONG);
    await diagnosticsWith((await openFile(WRONG)).document.uri, 'content-length-exceeds-body');
    assert.deepEqual(ours(document.uri), []);
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('show the log', async () => {
    await commands.executeCommand('siplint.showLog');
    await commands.executeCommand('workbench.action.closePanel');
  });
});
