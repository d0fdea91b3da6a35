import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** Messages that nobody in the project wrote; kept beside the repository, not in it. */
const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));

export interface CorpusFile {
  /** Path below the corpus folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The `.sip` files of a folder of the corpus, in order of their paths. Where the corpus is not at hand the list is empty and
 * says so; in CI it throws, so that a test cannot pass for want of input.
 */
export function corpusFiles(folder = ''): CorpusFile[] {
  return pathsBelow(folder, '.sip').map((path) => ({ path, bytes: readFileSync(join(CORPUS, path)) }));
}

export interface CorpusDocument {
  /** Path below the corpus folder, with `/`. */
  readonly path: string;
  readonly value: unknown;
}

/** The YAML documents of a folder of the corpus whose names end in this way; absent like its messages. */
export function corpusDocuments(folder: string, ending: string): CorpusDocument[] {
  return pathsBelow(folder, ending).map((path) => ({ path, value: parse(readFileSync(join(CORPUS, path), 'utf8')) }));
}

function pathsBelow(folder: string, ending: string): string[] {
  const root = join(CORPUS, folder);
  if (!existsSync(root)) {
    const text = `The corpus is not at hand: ${root}`;
    if (process.env.CI) throw new Error(text);
    console.warn(`!!! ${text}; tests over it see no files`);
    return [];
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => relative(CORPUS, join(root, name)).replaceAll('\\', '/'));
}
