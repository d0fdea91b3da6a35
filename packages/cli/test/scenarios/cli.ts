import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
export const BINARY = join(PACKAGE, 'bin/siplint.js');
export const EXAMPLES = join(PACKAGE, '../../examples');

if (!existsSync(join(PACKAGE, 'dist/main.js'))) throw new Error('the command line is not built: npm run build');

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built binary as a user would; no colour variables of the surroundings reach it. */
export function siplint(
  args: readonly string[],
  { cwd, input = '', env = {} }: RunOptions = {},
): SpawnSyncReturns<string> {
  const { NO_COLOR: _no, FORCE_COLOR: _force, GITHUB_STEP_SUMMARY: _summary, ...inherited } = process.env;
  return spawnSync(process.execPath, [BINARY, ...args], {
    cwd,
    input,
    env: { ...inherited, ...env },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
}

/** A folder of its own with these files, taken away behind the test. */
export class Folder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'siplint-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  siplint(args: readonly string[], options: Omit<RunOptions, 'cwd'> = {}): SpawnSyncReturns<string> {
    return siplint(args, { ...options, cwd: this.path });
  }
}
