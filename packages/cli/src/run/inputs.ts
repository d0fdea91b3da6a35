import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { SourceText } from '@siplint/core';
import { Failure } from '../failure.js';
import type { LintOptions } from '../options/lint-options.js';
import type { Problems } from './problems.js';
import type { Workspace } from './workspace.js';

export interface Input {
  readonly path: string;
  readonly isNamed: boolean;
  readonly isStandardInput: boolean;
  read(): SourceText;
  write(text: SourceText): void | Promise<void>;
}

export async function findInputs(
  paths: readonly string[],
  options: Partial<LintOptions>,
  _workspace: Workspace,
  _problems: Problems,
): Promise<Input[]> {
  if (paths.length === 0) throw new Failure('nothing to lint', 'name files, folders, globs, or "-" for standard input');
  const inputs: Input[] = [];
  const add = (path: string, isNamed: boolean) =>
    inputs.push({
      path,
      isNamed,
      isStandardInput: false,
      read: () => SourceText.fromBytes(readFileSync(path)),
      write: (text) => writeFileSync(path, text.encode(text.text)),
    });
  for (const path of paths) {
    if (path === '-') {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      const source = SourceText.fromBytes(Buffer.concat(chunks));
      inputs.push({
        path: options.stdinFilename ?? '<stdin>',
        isNamed: true,
        isStandardInput: true,
        read: () => source,
        write() {},
      });
    } else if (statSync(path).isDirectory()) {
      for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
        if (file.endsWith('.sip')) add(path === '.' ? file : `${path}/${file}`, false);
      }
    } else add(path, true);
  }
  return inputs;
}
