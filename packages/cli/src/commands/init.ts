import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_NAMES, reasonOf } from '@siplint/core/node';
import { EXIT, type ExitCode, Failure } from '../failure.js';
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
  const file = CONFIG_NAMES.find((name) => existsSync(join(folder, name)));
  if (file !== undefined) return file;
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const isConfigured = typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, 'siplint');
    return isConfigured ? 'the member "siplint" of package.json' : undefined;
  } catch {
    return undefined; // none, or none that could hold a configuration
  }
}

/** Where npm puts the schema; editors complete and check by it. */
const SCHEMA = './node_modules/siplint/schema/config.schema.json';

function jsonConfig({ otherSuffixes, isNodeProject }: FolderSurvey): string {
  const schema = isNodeProject ? { $schema: SCHEMA } : {};
  const files = otherSuffixes.length > 0 ? { files: patterns(otherSuffixes) } : {};
  return `${JSON.stringify({ ...schema, root: true, extends: 'recommended', ...files, rules: {} }, null, 2)}\n`;
}

function yamlConfig({ otherSuffixes }: FolderSurvey): string {
  const files =
    otherSuffixes.length > 0
      ? `
# Besides *.sip, a folder search takes:
files:
${patterns(otherSuffixes)
  .map((pattern) => `  - "${pattern}"`)
  .join('\n')}
`
      : '';
  return `# Configuration of siplint. "siplint rules" lists the rules, "siplint explain RULE" tells of one.
root: true
extends: recommended
${files}
# A rule by its id, or several by category:NAME or rfc:NUMBER: off, hint, info, warning or error.
rules: {}
`;
}

function patterns(suffixes: readonly string[]): readonly string[] {
  return suffixes.map((suffix) => `**/*${suffix}`);
}

/** What was found and written, and what to do next. */
function report(name: string, survey: FolderSurvey): string {
  const { sipFiles, crlf, lf, mixed, otherSuffixes, hasExpectations, isGitRepository } = survey;
  const ends = [crlf > 0 && `${crlf} with CRLF`, lf > 0 && `${lf} with LF`, mixed > 0 && `${mixed} with both`];
  const detail = sipFiles > 0 ? ` (line ends: ${ends.filter(Boolean).join(', ')})` : '';
  const others = otherSuffixes.length > 0 ? `; SIP also in ${otherSuffixes.join(', ')}` : '';
  const lines = [`Found ${plural(sipFiles, '.sip file')}${detail}${others}`, `Wrote ${name}`];
  if (isGitRepository && crlf + mixed > 0) lines.push('Put "*.sip -text" into .gitattributes, so that git keeps CRLF');
  lines.push(hasExpectations ? 'Next: siplint . and siplint verify .' : 'Next: siplint .');
  return `${lines.join('\n')}\n`;
}
