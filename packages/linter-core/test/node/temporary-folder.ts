import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for one test, with a `.git`, so that no configuration above it counts. */
export class TemporaryFolder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'siplint-')));

  constructor(files: Readonly<Record<string, string>> = {}) {
    mkdirSync(this.at('.git'));
    this.write(files);
  }

  /** Files by their path in it. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), content);
    }
  }

  at(name: string): string {
    return path.join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Runs with a folder of these files and removes it. */
export async function inFolder<T>(
  files: Readonly<Record<string, string>>,
  run: (folder: TemporaryFolder) => T | Promise<T>,
): Promise<T> {
  const folder = new TemporaryFolder(files);
  try {
    return await run(folder);
  } finally {
    folder.remove();
  }
}
