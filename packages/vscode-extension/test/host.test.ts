import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { needsWorkbench, type Run, runScript } from './run-script.js';

const HOST = fileURLToPath(new URL('../../../tools/vscode-host/vscode-host.mjs', import.meta.url));

/** Runs the suite in extension hosts: of what `SIPLINT_VSCODE` names, or of the VS Code of tools/vscode-host. */
describe('the extension in a real VS Code', () => {
  it('passes its suite', async function () {
    this.timeout(300_000);
    const { SIPLINT_VSCODE } = process.env;
    if (SIPLINT_VSCODE === undefined) needsWorkbench(this);
    passed(await runScript('run-suite.mjs', { SIPLINT_VSCODE: SIPLINT_VSCODE ?? HOST }), 30);
  });

  it('passes its suite in a browser, with the language server in a worker', async function () {
    needsWorkbench(this);
    passed(await runScript('run-web-suite.mjs'), 20);
  });
});

/** An empty suite passes too, so it is told how many tests there are at least. */
function passed({ code, output }: Run, count: number): void {
  assert.equal(code, 0, output);
  assert.ok(Number(/(\d+) passing/.exec(output)?.[1] ?? 0) >= count, output);
}
