// What the extension host runs: VS Code requires the bundle of this file and calls `run`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const { SUITE_GREP } = process.env;
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, ...(SUITE_GREP && { grep: SUITE_GREP }) });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.sort()) if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests failed`);
}
