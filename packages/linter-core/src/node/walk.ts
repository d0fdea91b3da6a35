import path from 'node:path';
import { convertPathToPattern, globby, type Options } from 'globby';

export interface WalkOptions {
  /** False: take what ignore files leave out. */
  readonly ignore: boolean;
  /** A file with patterns, as in `.gitignore`, absolute. */
  readonly ignoreFile?: string | undefined;
}

export interface WalkResult {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** That a folder could not be read; the others were. */
  readonly error?: NodeJS.ErrnoException;
}

/** Never searched: neither holds files of the project. */
const GIT_FOLDER = '**/.git/**';
const PACKAGES = '**/node_modules/**';

/** The files below a folder that globs match, without those that ignore files leave out, in no certain order. */
export async function walk(globs: readonly string[], folder: string, options: WalkOptions): Promise<WalkResult> {
  const { ignore, ignoreFile } = options;
  const settings: Options = {
    cwd: folder,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    gitignore: ignore,
    ...(ignore && ignoreFile !== undefined && { ignoreFiles: convertPathToPattern(ignoreFile) }),
    ignore: ignore ? [GIT_FOLDER, PACKAGES] : [GIT_FOLDER],
  };
  try {
    return { files: await native(globs, settings) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { files: await native(globs, { ...settings, suppressErrors: true }), error };
  }
}

async function native(globs: readonly string[], settings: Options): Promise<readonly string[]> {
  const files = await globby(globs, settings);
  return path.sep === '/' ? files : files.map((file) => path.normalize(file));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
