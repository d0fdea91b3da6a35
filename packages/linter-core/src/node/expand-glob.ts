import path from 'node:path';
import { globby, isDynamicPattern, type Options } from 'globby';
import { withSlashes } from './paths.js';

export interface ExpandedGlob {
  /** Absolute paths, in no certain order. */
  readonly files: readonly string[];
  /** That a folder could not be read; the others were. */
  readonly error?: NodeJS.ErrnoException;
}

export function isGlob(name: string): boolean {
  return isDynamicPattern(withSlashes(name));
}

/** The files that a glob matches, hidden ones and those of packages only where it names them. */
export async function expandGlob(glob: string, cwd: string, passesOverPackages: boolean): Promise<ExpandedGlob> {
  const options: Options = {
    cwd,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore:
      passesOverPackages && !glob.includes('node_modules') ? ['**/.git/**', '**/node_modules/**'] : ['**/.git/**'],
  };
  try {
    return { files: await expand(glob, options) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { files: await expand(glob, { ...options, suppressErrors: true }), error };
  }
}

async function expand(glob: string, options: Options): Promise<readonly string[]> {
  const files = await globby(withSlashes(glob), options);
  return path.sep === '/' ? files : files.map((file) => path.normalize(file));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
