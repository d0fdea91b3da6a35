import path from 'node:path';

/** The path with `/`, as globs and reports have it. */
export function withSlashes(file: string): string {
  return path.sep === '/' ? file : file.replaceAll(path.sep, '/');
}

/** The path as reports show it: relative to the working directory, with `/`. */
export function displayPath(file: string, cwd: string): string {
  return withSlashes(path.relative(cwd, file)) || '.';
}
