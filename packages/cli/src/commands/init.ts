import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type ExitCode, Failure, reasonOf } from '../failure.js';
import { plural } from '../report/summary-text.js';
import { type FolderSurvey, surveyFolder } from '../run/survey.js';
import type { Terminal } from '../terminal/terminal.js';

export interface InitOptions {
  readonly type?: 'yaml' | 'json';
}

/** Writes a configuration that fits what the folder holds; never over one that is there. */
export function init({ type }: InitOptions, terminal: Terminal): ExitCode {
  const folder = process.cwd();
  const existing = existingConfiguration(folder);
  if (existing !== undefined) {
    throw new Failure(`there is a configuration already: ${existing}`, 'change that one, or take it away first');
  }
  const survey = surveyFolder(folder);
  const kind = type ?? (survey.isNodeProject ? 'json' : 'yaml');
  const name = `siplint.config.${kind}`;
  try {
    writeFileSync(join(folder, name), kind === 'json' ? jsonConfig(survey) : yamlConfig(survey), { flag: 'wx' });
  } catch (error) {
    throw new Failure(`cannot write ${name}: ${reasonOf(error)}`, undefined, { cause: error });
  }
  terminal.write(report(name, survey));
  return EXIT.clean;
}

function existingConfiguration(folder: string): string | undefined {
  const file = readdirSync(folder).find((entry) => /^siplint\.config\.(?:[mc]?[jt]s|jsonc?|ya?ml)$/.test(entry));
  if (file !== undefined) return file;
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && /"siplint"\s*:\s*\{/.test(readFileSync(manifest, 'utf8')) ? 'package.json' : undefined;
}
