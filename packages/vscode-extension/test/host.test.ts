import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { missingForWorkbench } from '../../../tools/vscode-host/workbench.mjs';

const RUN = fileURLToPath(new URL('run-suite.mjs', import.meta.url));
const HOST = fileURLToPath(new URL('../../../tools/vscode-host/vscode-host.mjs', import.meta.url));

/** Runs the suite in the extension host: what `SIPLINT_VSCODE` names, or the VS Code of tools/vscode-host. */
describe('the extension in a real VS Code', () => {
  it('passes its suite', async function () {
    this.timeout(300_000);
    const missing = process.env.SIPLINT_VSCODE === undefined ? missingForWorkbench() : undefined;
    if (missing !== undefined) {
      if (process.env.CI) throw new Error(missing);
      console.warn(`!!! ${missing}; the extension is not tested in VS Code`);
      this.skip();
    }
    const { code, output } = await run(RUN, { SIPLINT_VSCODE: HOST, ...process.env });
    assert.equal(code, 0, output);
    // An empty suite passes too.
    assert.ok(Number(/(\d+) passing/.exec(output)?.[1] ?? 0) > 10, output);
  });
});

function run(script: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const { NODE_OPTIONS: _, ...rest } = env;
  const child = spawn(process.execPath, [script], { env: rest });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
