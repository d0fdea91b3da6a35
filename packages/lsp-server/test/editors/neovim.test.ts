import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FileResult, lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import type { Diagnostic } from 'vscode-languageserver-types';
import { type CorpusFile, corpusFiles } from '../../../linter-core/test/corpus.js';

const SCRIPT = fileURLToPath(new URL('neovim.lua', import.meta.url));
const SERVER = fileURLToPath(new URL('../protocol/server-process.ts', import.meta.url));

/** Neovim, over standard input and output, tells what the command line tells: of every file, to the character. */
describe('Neovim', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'siplint-nvim-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('shows the findings of the command line', function () {
    this.timeout(300_000);
    if (spawnSync('nvim', ['--version']).status !== 0) {
      const problem = 'Neovim is not installed (apt-get install neovim)';
      if (process.env.CI) throw new Error(problem);
      console.warn(`!!! ${problem}; the server is not tested with it`);
      this.skip();
    }
    const files = corpusFiles();
    if (files.length === 0) this.skip();
    const shown = diagnosticsInNeovim(files, folder);
    const config = resolveConfig([], rules).forFile('');
    const differing: string[] = [];
    for (const [index, { path, bytes }] of files.entries()) {
      const source = SourceText.fromBytes(bytes);
      if (!isShownAsItIs(source.text)) continue;
      const expected = describeFindings(lintSource(source, path, config));
      const found = (shown[index] ?? []).map(describeDiagnostic);
      if (found.join('\n') !== expected.join('\n')) {
        differing.push(`${path}\n  Neovim: ${found.join('; ')}\n  siplint: ${expected.join('; ')}`);
      }
    }
    assert.deepEqual(differing, []);
  });
});

/** Neovim keeps no NUL, no byte order mark, and no CR at the end of some lines only: it lints another text then. */
function isShownAsItIs(text: string): boolean {
  return !text.includes('\0') && !text.startsWith('\uFEFF');
}

function diagnosticsInNeovim(files: readonly CorpusFile[], folder: string): Diagnostic[][] {
  const names = files.map(({ bytes }, index) => {
    const name = join(folder, `${index}.sip`);
    writeFileSync(name, bytes);
    return name;
  });
  const list = join(folder, 'list');
  const out = join(folder, 'out');
  writeFileSync(list, `${names.join('\n')}\n`);
  const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${SCRIPT}`], {
    // Where the server's loader is found.
    cwd: fileURLToPath(new URL('../../../..', import.meta.url)),
    encoding: 'utf8',
    timeout: 240_000,
    env: {
      ...process.env,
      LIST: list,
      OUT: out,
      SERVER: JSON.stringify([process.execPath, ...process.execArgv, SERVER]),
    },
  });
  assert.equal(run.status, 0, run.stderr);
  return readFileSync(out, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { diagnostics }: { diagnostics: Diagnostic[] | object } = JSON.parse(line);
      return Array.isArray(diagnostics) ? diagnostics : [];
    });
}

function describeFindings({ findings, source }: FileResult): string[] {
  return findings.map(({ ruleId, start, end }) => {
    const [from, to] = [source.lines.positionAt(start), source.lines.positionAt(end)];
    return `${ruleId} ${from.line}:${from.column}-${to.line}:${to.column}`;
  });
}

function describeDiagnostic({ code, range: { start, end } }: Diagnostic): string {
  return `${code} ${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}
