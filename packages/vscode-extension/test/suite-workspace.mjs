// The folder that the suite runs in: a copy, since tests change their files.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const EXTENSION = join(import.meta.dirname, '..');
const REPOSITORY = join(EXTENSION, '../..');

/** Makes a folder for a run with `workspace` in it; a short path, since sockets live below it. */
export function makeSuiteFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'sl-'));
  const workspace = join(folder, 'workspace');
  cpSync(join(EXTENSION, 'suite/workspace'), workspace, { recursive: true });
  cpSync(join(REPOSITORY, 'examples/call.sip'), join(workspace, 'call.sip'));
  // A project has siplint among its packages.
  const bin = join(workspace, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(join(REPOSITORY, 'packages/cli/bin/siplint.js'), join(bin, 'siplint'));
  return { folder, workspace, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
