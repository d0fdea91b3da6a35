import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  extensions,
  LogLevel,
  languages,
  window,
  workspace,
} from 'vscode';
import { clientOptions } from '../../src/client-options.js';
import { actionsAt, diagnosticsWith, EXTENSION_ID, fileUri, inEditor, openFile, until, WRONG } from '../editor.js';

const OFF = '{ "rules": { "content-length-exceeds-body": "off" } }\n';
const write = (name: string, text: string) => workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

describe('configuration files', () => {
  inEditor();
  afterEach(async () => {
    const names = (await workspace.fs.readDirectory(fileUri('.'))).map(([name]) => name);
    for (const name of names) if (/siplint.*config|^other/.test(name)) await workspace.fs.delete(fileUri(name));
    await diagnosticsWith((await openFile(WRONG)).document.uri, 'content-length-exceeds-body');
  });

  it('hold as soon as they are written', async () => {
    const { document } = await openFile(WRONG);
    await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    await write('siplint.config.json', OFF);
    await diagnosticsWith(document.uri);
  });

  it('may be TypeScript, in a folder that is trusted', async () => {
    const { document } = await openFile(WRONG);
    await write('siplint.config.ts', `export default ${OFF.trim()} satisfies object;\n`);
    await diagnosticsWith(document.uri);
  });

  it('are written by a quick fix', async () => {
    const { document } = await openFile(WRONG);
    const [diagnostic] = await diagnosticsWith(document.uri, 'content-length-exceeds-body');
    assert.ok(diagnostic);
    const action = (await actionsAt(document, diagnostic)).find(({ title }) => /in the configuration$/.test(title));
    assert.ok(action?.command);
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    const config = await until('the configuration', () =>
      workspace.textDocuments.find(({ fileName }) => fileName.includes('siplint.config')),
    );
    assert.match(config.getText(), /content-length-exceeds-body["']?: ["']?off/);
    await config.save();
    await diagnosticsWith(document.uri);
  });

  it('are checked by their schema', async () => {
    await write('siplint.config.json', '{ "extends": "recommended", "rulez": {} }\n');
    const { document } = await openFile('siplint.config.json');
    const wrong = document.positionAt(document.getText().indexOf('"rulez"'));
    await until('the word of the schema', () =>
      languages
        .getDiagnostics(document.uri)
        .some(({ source, range }) => source !== 'siplint' && range.start.isEqual(wrong)),
    );
  });

  it('are opened, the nearest first', async () => {
    await write('siplint.config.json', '{}\n');
    await openFile(WRONG);
    await commands.executeCommand('siplint.openConfiguration');
    assert.match(String(window.activeTextEditor?.document.fileName), /siplint\.config\.json$/);
  });
});

describe('settings', () => {
  inEditor();
  const settings = () => workspace.getConfiguration('siplint');

  it('siplint.configPath names the file that holds', async () => {
    await write('other.json', OFF.replace('"off"', '"info"'));
    const { document } = await openFile(WRONG);
    const severity = async () => (await diagnosticsWith(document.uri, 'content-length-exceeds-body'))[0]?.severity;
    await settings().update('configPath', 'other.json', ConfigurationTarget.Workspace);
    await until('the other severity', async () => (await severity()) === DiagnosticSeverity.Information);
    await settings().update('configPath', undefined, ConfigurationTarget.Workspace);
    await until('the usual severity', async () => (await severity()) === DiagnosticSeverity.Error);
    await workspace.fs.delete(fileUri('other.json'));
  });

  it('siplint.trace.server writes the talk with the server to the log, whatever its level', async () => {
    const log = window.createOutputChannel('a log', { log: true });
    const written: string[] = [];
    const channelOf = () =>
      clientOptions(fileUri('.'), { ...log, info: (text) => written.push(text) }).traceOutputChannel;
    assert.equal(channelOf(), undefined);
    await settings().update('trace.server', 'messages', ConfigurationTarget.Workspace);
    const channel = channelOf();
    assert.equal(channel && 'logLevel' in channel && channel.logLevel, LogLevel.Trace);
    channel?.trace('a message');
    assert.deepEqual(written, ['a message']);
    await settings().update('trace.server', undefined, ConfigurationTarget.Workspace);
    log.dispose();
  });

  it('are all tried by these tests', () => {
    const { properties } = extensions.getExtension(EXTENSION_ID)?.packageJSON.contributes.configuration ?? {};
    const tried = ['siplint.enable', 'siplint.run', 'siplint.configPath', 'siplint.trace.server'];
    assert.deepEqual(Object.keys(properties), tried);
  });
});
