import { existsSync, opendirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { looksLikeSip, SourceText } from '@siplint/core';

/** What a folder holds that a configuration should fit. */
export interface FolderSurvey {
  /** `.sip` files that hold SIP. */
  readonly sipFiles: number;
  /** Of these, how many end lines with CRLF, with LF, or with both. */
  readonly crlf: number;
  readonly lf: number;
  readonly mixed: number;
  /** Other suffixes, such as `.txt`, of files that hold SIP, most frequent first. */
  readonly otherSuffixes: readonly string[];
  readonly hasExpectations: boolean;
  readonly isNodeProject: boolean;
  readonly isGitRepository: boolean;
}

/** Bounds of the walk: a survey is a hint and must not take long in a large folder. */
const MOST_ENTRIES = 20_000;
const MOST_SAMPLES = 500;
const LARGEST_SAMPLE = 1 << 20;
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'build', 'coverage']);
const TEXT_SUFFIXES: ReadonlySet<string> = new Set(['.txt', '.msg', '.raw', '.dat', '.log', '.trace']);

export function surveyFolder(folder: string): FolderSurvey {
  const lineEnds = { crlf: 0, lf: 0, mixed: 0 };
  const suffixes = new Map<string, number>();
  let sipFiles = 0;
  let samples = 0;
  let hasExpectations = false;
  for (const file of walk(folder)) {
    const suffix = extname(file).toLowerCase();
    if (suffix !== '.sip' && !TEXT_SUFFIXES.has(suffix)) continue;
    if (++samples > MOST_SAMPLES) break;
    const text = sampleText(file);
    if (text === undefined || !looksLikeSip(text)) continue;
    if (suffix !== '.sip') {
      suffixes.set(suffix, (suffixes.get(suffix) ?? 0) + 1);
      continue;
    }
    sipFiles++;
    lineEnds[lineEndOf(text)]++;
    hasExpectations ||= text.includes('# siplint-expect');
  }
  return {
    sipFiles,
    ...lineEnds,
    otherSuffixes: [...suffixes].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1)).map(([suffix]) => suffix),
    hasExpectations,
    isNodeProject: existsSync(join(folder, 'package.json')),
    isGitRepository: existsSync(join(folder, '.git')),
  };
}

/** Files below a folder, without following links. */
function* walk(folder: string): Iterable<string> {
  const folders = [folder];
  let entries = 0;
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    try {
      const directory = opendirSync(next);
      try {
        for (let entry = directory.readSync(); entry; entry = directory.readSync()) {
          if (++entries > MOST_ENTRIES) return;
          const path = join(next, entry.name);
          if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) folders.push(path);
          else if (entry.isFile()) yield path;
        }
      } finally {
        directory.closeSync();
      }
    } catch {
      // A folder that cannot be read tells nothing; lint will name it.
    }
  }
}

function sampleText(file: string): string | undefined {
  try {
    return SourceText.fromBytes(readFileSync(file).subarray(0, LARGEST_SAMPLE)).text;
  } catch {
    return undefined;
  }
}

function lineEndOf(text: string): 'crlf' | 'lf' | 'mixed' {
  const total = text.split('\n').length - 1;
  const crlf = text.split('\r\n').length - 1;
  if (crlf === 0) return 'lf';
  return crlf === total ? 'crlf' : 'mixed';
}
