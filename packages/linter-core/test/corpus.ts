import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  const root = join(CORPUS, folder);
  if (!existsSync(root)) {
    const text = `The corpus is not at hand: ${root}`;
    if (process.env.CI) throw new Error(text);
    console.warn(`!!! ${text}; tests over it see no files`);
    return [];
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sip'))
    .sort()
    .map((name) => ({
      path: relative(CORPUS, join(root, name)).replaceAll('\\', '/'),
      bytes: readFileSync(join(root, name)),
    }));
}
