import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type FileConfig, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import { type CorpusFile, corpusFiles } from '../../packages/linter-core/test/corpus.js';

const GOLDEN = new URL('golden.json', import.meta.url);
const UPDATE = 'npm run test:golden -- --update';

/** Findings by `rule severity`, in the order of these keys, so that a difference shows line by line. */
type Counts = Record<string, number>;

/** How far a change of a rule reaches: the findings over the whole corpus with the presets that people use. */
describe('golden count of findings over the corpus', () => {
  const files = corpusFiles();

  for (const preset of ['recommended', 'strict']) {
    it(`preset ${preset}`, function () {
      if (files.length === 0) this.skip();
      const counts = countFindings(files, resolveConfig([], rules, [], { preset }).forFile(''));
      if (process.argv.includes('--update')) writeGolden(preset, counts);
      assert.deepEqual(counts, readGolden()[preset], `counts differ; if this is meant: ${UPDATE}`);
    });
  }
});

function countFindings(files: readonly CorpusFile[], config: FileConfig): Counts {
  const counts = new Map<string, number>();
  for (const { path, bytes } of files) {
    const { findings } = lintSource(SourceText.fromBytes(bytes), path, config, { isNamed: true });
    for (const { ruleId, severity } of findings) {
      const key = `${ruleId} ${severity}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readGolden(): Record<string, Counts> {
  return existsSync(GOLDEN) ? JSON.parse(readFileSync(GOLDEN, 'utf8')) : {};
}

function writeGolden(preset: string, counts: Counts): void {
  writeFileSync(GOLDEN, `${JSON.stringify({ ...readGolden(), [preset]: counts }, undefined, 2)}\n`);
}
