import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { missingForWorkbench } from '../../../tools/vscode-host/workbench.mjs';

/** Skips a test where there is no VS Code, and says so loudly; in CI that is a failure. */
export function needsWorkbench(test: Mocha.Context): void {
  test.timeout(300_000);
  const missing = missingForWorkbench();
  if (missing === undefined) return;
  if (process.env.CI) throw new Error(missing);
  console.warn(`!!! ${missing}; the extension is not tested in VS Code`);
  test.skip();
}

export interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a script of this folder on its own, without the loaders of this process. */
export function runScript(name: string, env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const { NODE_OPTIONS: _, ...rest } = process.env;
  const child = spawn(process.execPath, [fileURLToPath(new URL(name, import.meta.url))], { env: { ...rest, ...env } });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
