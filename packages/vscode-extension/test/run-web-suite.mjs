// Runs the suite in the extension host of a browser, as on vscode.dev: no Node.js, the language server in a worker.
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { build } from 'esbuild';
import { openWorkbench } from '../../../tools/vscode-host/workbench.mjs';
import { EXTENSION, makeSuiteFolder } from './suite-workspace.mjs';

const TESTS = 'out/web-suite.js';
const tests = readdirSync(join(EXTENSION, 'suite')).filter((name) => name.endsWith('.test.ts'));
await build({
  absWorkingDir: EXTENSION,
  stdin: {
    resolveDir: join(EXTENSION, 'suite'),
    contents: ['web/mocha.ts', ...tests, 'web/run.ts'].map((file) => `export * from './${file}';`).join('\n'),
  },
  outfile: TESTS,
  bundle: true,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  alias: { 'node:assert/strict': join(EXTENSION, 'suite/web/assert.ts') },
  define: { global: 'globalThis' },
  logLevel: 'warning',
});

const files = await serveFiles(EXTENSION);
const { workspace, remove } = makeSuiteFolder();
const workbench = await openWorkbench();
try {
  // Through code-server's own proxy: the page takes nothing from another origin.
  const uri = (path) => ({ scheme: 'http', authority: workbench.host, path: `/proxy/${files.address().port}${path}` });
  process.exitCode = await workbench.runTests(workspace, {
    extensions: [uri('')],
    extensionTestsPath: uri(`/${TESTS}`),
  });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await workbench.close();
  files.close();
  files.closeAllConnections();
  remove();
}

function serveFiles(folder) {
  const types = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };
  const server = createServer(({ url }, response) => {
    const file = join(folder, normalize(new URL(url, 'http://localhost').pathname));
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[/\.\w+$/.exec(file)?.[0]] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type });
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}
