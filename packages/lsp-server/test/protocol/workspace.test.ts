import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as lsp from 'vscode-languageserver-protocol/node';
import { optionsRequest } from '../service/documents.js';
import { TestClient } from './test-client.js';

const WRONG = optionsRequest((text) => text.replace('63104 OPTIONS', '63104 INVITE'));

describe('workspaces', () => {
  let folder: string;
  let client: TestClient | undefined;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'siplint-lsp-')));
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    rmSync(folder, { recursive: true });
  });

  const uriOf = (name: string): string => `file://${join(folder, name)}`;
  const codesOf = async (uri: string) => (await client?.pull(uri))?.map(({ code }) => code);
  const changed = (name: string) =>
    client?.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(name), type: lsp.FileChangeType.Changed }],
    });

  it('have the configuration of their folder, and take a changed one', async () => {
    writeFileSync(join(folder, 'siplint.config.json'), '{ "rules": { "cseq-method-mismatch": "off" } }');
    client = await TestClient.start({ folders: [folder] });
    await client.open(uriOf('a.sip'), WRONG);
    assert.deepEqual(await codesOf(uriOf('a.sip')), []);
    writeFileSync(join(folder, 'siplint.config.json'), '{ "rules": { "cseq-method-mismatch": "warning" } }');
    await changed('siplint.config.json');
    const [diagnostic] = await client.pull(uriOf('a.sip'));
    assert.equal(diagnostic?.severity, lsp.DiagnosticSeverity.Warning);
  });

  it('show a mistake in their configuration where it stands, and go on with what is recommended', async () => {
    writeFileSync(join(folder, 'siplint.config.json'), '{\n  "rules": { "cseq-method-mismath": "off" }\n}');
    client = await TestClient.start({ folders: [folder] });
    await client.open(uriOf('a.sip'), WRONG);
    assert.deepEqual(await codesOf(uriOf('a.sip')), ['cseq-method-mismatch']);
    const { diagnostics } = await client.nextPush(({ uri }) => uri === uriOf('siplint.config.json'));
    assert.equal(diagnostics[0]?.range.start.line, 1);
    assert.match(String(diagnostics[0]?.message), /cseq-method-mismatch/);
    writeFileSync(join(folder, 'siplint.config.json'), '{}');
    client.pushed.length = 0;
    await changed('siplint.config.json');
    await codesOf(uriOf('a.sip'));
    assert.deepEqual((await client.nextPush()).diagnostics, []);
  });

  it('run no code that is not trusted', async () => {
    writeFileSync(join(folder, 'siplint.config.mjs'), "throw new Error('it ran')");
    client = await TestClient.start({ folders: [folder], initializationOptions: { trusted: false } });
    await client.open(uriOf('a.sip'), WRONG);
    assert.deepEqual(await codesOf(uriOf('a.sip')), ['cseq-method-mismatch']);
    const { diagnostics } = await client.nextPush();
    assert.doesNotMatch(String(diagnostics[0]?.message), /it ran/);
  });

  it('are linted as a whole on command', async () => {
    writeFileSync(join(folder, 'wrong.sip'), WRONG);
    writeFileSync(join(folder, 'right.sip'), optionsRequest());
    writeFileSync(join(folder, 'layout.sip'), '%Module QtCore\nclass QString {};\n');
    client = await TestClient.start({ folders: [folder] });
    client.connection.onRequest(lsp.WorkDoneProgressCreateRequest.type, () => {});
    await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command: 'siplint.lintWorkspace' });
    const { uri, diagnostics } = await client.nextPush();
    assert.equal(uri, uriOf('wrong.sip'));
    assert.equal(diagnostics[0]?.code, 'cseq-method-mismatch');
    assert.equal(client.pushed.length, 1);
    client.pushed.length = 0;
    await client.open(uriOf('wrong.sip'), WRONG);
    assert.deepEqual((await client.nextPush()).diagnostics, []);
  });

  for (const [name, before, after] of [
    [
      'siplint.config.json',
      '{\n  // why\n  "rules": {}\n}\n',
      '{\n  // why\n  "rules": {\n    "cseq-method-mismatch": "off"\n  }\n}\n',
    ],
    [
      'siplint.config.yaml',
      '# why\nextends: strict\n',
      '# why\nextends: strict\nrules:\n  cseq-method-mismatch: off\n',
    ],
    [
      'package.json',
      '{\n  "siplint": {}\n}\n',
      '{\n  "siplint": {\n    "rules": {\n      "cseq-method-mismatch": "off"\n    }\n  }\n}\n',
    ],
  ] as const) {
    it(`turn a rule off in ${name}`, async () => {
      writeFileSync(join(folder, name), before);
      client = await TestClient.start({ folders: [folder] });
      let edit: lsp.WorkspaceEdit | undefined;
      client.connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, (params) => {
        edit = params.edit;
        return { applied: true };
      });
      await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, {
        command: 'siplint.disableInConfiguration',
        arguments: [uriOf('a.sip'), 'cseq-method-mismatch'],
      });
      assert.equal(edit?.changes?.[uriOf(name)]?.[0]?.newText, after);
      assert.equal(readFileSync(join(folder, name), 'utf8'), before);
    });
  }

  it('say what to do where the configuration is code', async () => {
    writeFileSync(join(folder, 'siplint.config.mjs'), 'export default {}');
    client = await TestClient.start({ folders: [folder] });
    const refusal = client.connection.sendRequest(lsp.ExecuteCommandRequest.type, {
      command: 'siplint.disableInConfiguration',
      arguments: [uriOf('a.sip'), 'missing-to'],
    });
    await assert.rejects(refusal, /siplint\.config\.mjs is code: add "missing-to": "off"/);
  });
});
