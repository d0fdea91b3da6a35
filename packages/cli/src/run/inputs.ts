import { resolve } from 'node:path';
import type { ResolvedFileConfig, SourceText } from '@siplint/core';
import {
  type Configs,
  type FileSearch,
  FileTooLarge,
  findFiles,
  type LoadedConfig,
  type OpenText,
  openText,
  readFileBytes,
  textOf,
  wholeTextOf,
  withSlashes,
  writeFileAtomically,
} from '@siplint/core/node';
import { Failure } from '../failure.js';
import type { LintOptions } from '../options/lint-options.js';
import type { Problems } from './problems.js';

/** A text to lint: a file, or what standard input gave. */
export interface Input {
  /** As reports show it. */
  readonly path: string;
  /** True if the user named it, so that it is judged whatever it holds. */
  readonly isNamed: boolean;
  readonly config: ResolvedFileConfig;
  /** The whole configuration that `config` is of. */
  readonly loaded: LoadedConfig;
  /** Opens the text, to be closed behind its reports. @throws the error of the system, or FileTooLarge */
  open(): OpenText;
  /** The whole text at once, for fixes. @throws the error of the system, or FileTooLarge */
  read(): SourceText;
  /** Replaces the text; absent for standard input. @throws the error of the system */
  readonly write?: (source: SourceText) => void;
}

/** The options that say what is linted. */
export type InputOptions = Partial<
  Pick<LintOptions, 'ext' | 'ignore' | 'ignorePath' | 'errorOnUnmatched' | 'stdinFilename'>
>;

const STANDARD_INPUT = '-';

/**
 * Finds what is to be linted; what is not there becomes a problem.
 * @throws {Failure} if nothing was named
 */
export async function findInputs(
  names: readonly string[],
  options: InputOptions,
  configs: Configs,
  problems: Problems,
): Promise<readonly Input[]> {
  const { ext = [], ignore = true, ignorePath, stdinFilename } = options;
  const files = names.filter((name) => name !== STANDARD_INPUT);
  const hasStandardInput = files.length < names.length || (names.length === 0 && stdinFilename !== undefined);
  if (files.length === 0 && !hasStandardInput) {
    throw new Failure('nothing to lint', 'name files, folders, globs, or "-" for standard input; see siplint --help');
  }
  const inputs = hasStandardInput ? [await standardInput(stdinFilename ?? '<stdin>', configs)] : [];
  const search = await findFiles(files, { cwd: process.cwd(), configs, suffixes: ext, ignore, ignorePath });
  for (const path of search.ignored) problems.note(`${path} is left out, as "ignores" says; --no-ignore lints it`);
  addUnmatched(search, options, problems);
  for (const { path, absolutePath, isNamed, config, loaded } of search.files) {
    inputs.push({
      path,
      isNamed,
      config,
      loaded,
      open: () => openText(absolutePath, config.limits.fileBytes),
      read: () => wholeTextOf(readFileBytes(absolutePath, config.limits.fileBytes)),
      write: (source) => writeFileAtomically(absolutePath, source.encode(source.text)),
    });
  }
  return inputs;
}

/** Standard input, which has the configuration that a file of its name would have. */
async function standardInput(path: string, configs: Configs): Promise<Input> {
  const loaded = await configs.forFile(path);
  const config = loaded.config.forFile(withSlashes(resolve(path)));
  const bytes = await readStandardInput(config.limits.fileBytes);
  const octets = () => {
    if (bytes instanceof Error) throw bytes;
    return bytes;
  };
  return { path, isNamed: true, config, loaded, open: () => textOf(octets()), read: () => wholeTextOf(octets()) };
}

/** Not by its file descriptor: that one does not wait where standard input is a socket. */
async function readStandardInput(limit: number): Promise<Uint8Array | Error> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of process.stdin) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > limit) return new FileTooLarge(limit);
      chunks.push(bytes);
    }
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return Buffer.concat(chunks);
}

/** What was named and is not there, or holds nothing to lint. */
function addUnmatched({ unmatched, unreadable }: FileSearch, options: InputOptions, problems: Problems): void {
  const { errorOnUnmatched = true, ext = [] } = options;
  for (const { path, error } of unreadable) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) problems.addFile(path, 'read', error);
    else if (errorOnUnmatched) problems.add({ path, message: 'there is no such file or folder' }, error);
  }
  if (!errorOnUnmatched) return;
  const suffixes = ['.sip', ...ext].join(' or ');
  for (const path of unmatched) {
    const advice = 'name the files, or add their suffix by --ext or "files" in the configuration';
    problems.add(
      { path, message: `nothing to lint there: no ${suffixes} file that is not ignored`, advice },
      undefined,
    );
  }
}
