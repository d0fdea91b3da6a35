import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['packages/linter-core', 'packages/rules', 'packages/lsp-server', 'packages/cli'];

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly bin?: string | Readonly<Record<string, string>>;
}

/**
 * A user's project outside the repository with the packages as they would be published: packed, unpacked, and with nothing
 * but the dependencies that they declare, which are links to those of the workspace, so that no network is needed.
 */
export class InstalledProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'siplint-project-'));

  /** @param tools packages of the workspace that the project uses besides siplint */
  constructor(tools: readonly string[] = []) {
    for (const folder of FOLDERS) {
      if (!existsSync(join(REPOSITORY, folder, 'dist'))) throw new Error(`${folder} is not built: npm run build`);
    }
    this.#unpack();
    for (const tool of tools) this.#link(tool, REPOSITORY);
  }

  write(name: string, content: string): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Runs a line of a shell there and gives all that it writes. */
  run(command: string): { readonly output: string; readonly status: number | null } {
    const {
      NO_COLOR: _no,
      FORCE_COLOR: _force,
      NODE_OPTIONS: _options,
      NODE_TEST_CONTEXT: _test,
      ...inherited
    } = process.env;
    const { stdout, status } = spawnSync(`(${command}) 2>&1`, {
      cwd: this.folder,
      shell: true,
      encoding: 'utf8',
      env: { ...inherited, npm_config_offline: 'true', npm_config_update_notifier: 'false' },
    });
    return { output: stdout, status };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #unpack(): void {
    const packed = join(this.folder, 'packed');
    mkdirSync(packed);
    const folders = FOLDERS.map((folder) => join(REPOSITORY, folder));
    const { stdout } = spawnOrThrow('npm', [
      'pack',
      '--json',
      '--ignore-scripts',
      '--pack-destination',
      packed,
      ...folders,
    ]);
    const packages: readonly { readonly name: string; readonly filename: string }[] = JSON.parse(stdout);
    for (const [i, { name, filename }] of packages.entries()) {
      const target = join(this.folder, 'node_modules', name);
      mkdirSync(target, { recursive: true });
      spawnOrThrow('tar', ['-xzf', join(packed, filename), '--strip-components=1', '-C', target]);
      this.#linkBins(target);
      for (const dependency of Object.keys(manifestOf(target).dependencies ?? {})) {
        if (!packages.some((other) => other.name === dependency)) this.#link(dependency, folders[i] ?? REPOSITORY);
      }
    }
    rmSync(packed, { recursive: true });
  }

  /** Links a package as `from` would find it. */
  #link(name: string, from: string): void {
    const target = join(this.folder, 'node_modules', name);
    if (existsSync(target)) return;
    const source = packageFolder(name, from);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(source, target, 'junction');
    this.#linkBins(source);
  }

  #linkBins(source: string): void {
    const { name, bin = {} } = manifestOf(source);
    const bins = typeof bin === 'string' ? { [name]: bin } : bin;
    mkdirSync(join(this.folder, 'node_modules/.bin'), { recursive: true });
    for (const [command, file] of Object.entries(bins)) {
      const link = join(this.folder, 'node_modules/.bin', command);
      if (existsSync(link)) continue;
      if (source.startsWith(this.folder)) chmodSync(join(source, file), 0o755); // as npm does
      symlinkSync(join(source, file), link);
    }
  }
}

function packageFolder(name: string, from: string): string {
  const folders = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'package.json')));
  if (found === undefined) throw new Error(`${name} is not installed for ${from}`);
  return found;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function spawnOrThrow(command: string, args: readonly string[]): { readonly stdout: string } {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${stderr}`);
  return { stdout };
}
