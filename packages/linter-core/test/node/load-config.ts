import assert from 'node:assert/strict';
import { ConfigFailure, formatConfigError } from '@siplint/core';
import { Configs, type ConfigsOptions } from '@siplint/core/node';
import { rules } from '../config/rules-for-tests.js';
import { inFolder, type TemporaryFolder } from './temporary-folder.js';

export type Options = Partial<ConfigsOptions>;

export function configsIn(folder: TemporaryFolder, options: Options = {}): Configs {
  return new Configs({ cwd: folder.path, rules, ...options });
}

/** The severities that the configuration in a folder of these files gives to `a.sip`, `-` for off. */
export function severities(
  files: Readonly<Record<string, string>>,
  ids: readonly string[],
  options?: Options,
): Promise<string> {
  return inFolder(files, async (folder) => {
    const { config } = await configsIn(folder, options).forFile('a.sip');
    const { active } = config.forFile(folder.at('a.sip')).selection.forFile;
    return ids.map((id) => active.find((rule) => rule.id === id)?.severity ?? '-').join(' ');
  });
}

/** The errors that it has, as they are printed. */
export function errors(files: Readonly<Record<string, string>>, options?: Options): Promise<string[]> {
  return inFolder(files, async (folder) => {
    try {
      await configsIn(folder, options).forFile('a.sip');
    } catch (error) {
      if (!(error instanceof ConfigFailure)) throw error;
      return error.errors.map(formatConfigError);
    }
    return assert.fail('the configuration was taken');
  });
}
