import { Failure } from '../failure.js';
import { DEFAULT_FORMAT, FORMATS, type FormatEntry } from '../formats/index.js';
import { didYouMean } from './did-you-mean.js';

/** A report to write: its format, and its file unless it goes to standard output. */
export interface ReportTarget {
  readonly format: FormatEntry;
  readonly file: string | undefined;
}

/**
 * Reads the values of `--format` and `--output`.
 * @throws {Failure} for an unknown format, or two reports with one destination
 */
export function parseFormatOptions(values: readonly string[], output: string | undefined): readonly ReportTarget[] {
  const targets = (values.length > 0 ? values : [DEFAULT_FORMAT]).map((value) => {
    const colon = value.indexOf(':');
    const name = colon < 0 ? value : value.slice(0, colon);
    const file = colon < 0 ? output : value.slice(colon + 1);
    if (file === '') throw new Failure(`--format "${value}" names no file behind the colon`);
    return { format: findFormat(name), file };
  });
  const destinations = new Set<string | undefined>();
  for (const { file } of targets) {
    if (destinations.has(file)) {
      throw new Failure(
        `two reports would go to ${file === undefined ? 'standard output' : `"${file}"`}`,
        'give each --format its own file, as in --format sarif:siplint.sarif',
      );
    }
    destinations.add(file);
  }
  if (output !== undefined && !targets.some(({ file }) => file === output)) {
    throw new Failure('--output has nothing to write: every --format names its own file');
  }
  return targets;
}

function findFormat(name: string): FormatEntry {
  const format = FORMATS.find((known) => known.name === name);
  if (format) return format;
  const names = FORMATS.map((known) => known.name);
  throw new Failure(`there is no format "${name}"${didYouMean(name, names)}`, `formats are ${names.join(', ')}`);
}
