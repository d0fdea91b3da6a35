import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { Configs, type FileSearchOptions, findFiles } from '@siplint/core/node';
import { rules } from '../config/rules-for-tests.js';
import { inFolder } from './temporary-folder.js';

type Options = Partial<Omit<FileSearchOptions, 'configs'>>;

const files = {
  'b.sip': '',
  'a.sip': '',
  'B.sip': '',
  'notes.txt': '',
  'x/c.sip': '',
  'x/d.txt': '',
  'x/y/e.sip': '',
  'x-1/f.sip': '',
  '.hidden/g.sip': '',
  '.h.sip': '',
  'node_modules/p/h.sip': '',
  '.git/i.sip': '',
  'empty/readme.md': '',
};

/** What is found, named files with a star; then what else is told. */
async function find(names: string[], options: Options = {}, more: Record<string, string> = {}): Promise<string[]> {
  return inFolder({ ...files, ...more }, async (folder) => {
    const cwd = path.join(folder.path, options.cwd ?? '.');
    const search = await findFiles(names, { ...options, cwd, configs: new Configs({ cwd, rules }) });
    return [
      ...search.files.map((file) => {
        assert.equal(path.resolve(cwd, file.path), file.absolutePath);
        return file.isNamed ? `${file.path}*` : file.path;
      }),
      ...search.ignored.map((file) => `ignored ${file}`),
      ...search.unmatched.map((name) => `unmatched ${name}`),
      ...search.unreadable.map(({ path: name, error }) => `${codeOf(error)} ${name}`),
    ];
  });
}

describe('file search', () => {
  const cases: { names: string[]; options?: Options; more?: Record<string, string>; expected: string[] }[] = [
    { names: ['a.sip'], expected: ['a.sip*'] },
    { names: ['notes.txt'], expected: ['notes.txt*'] },
    { names: ['./x/../a.sip', 'a.sip', './a.sip'], expected: ['a.sip*'] },
    { names: ['.'], expected: ['B.sip', 'a.sip', 'b.sip', 'x-1/f.sip', 'x/c.sip', 'x/y/e.sip'] },
    { names: ['x', 'a.sip', 'x/c.sip'], expected: ['a.sip*', 'x/c.sip*', 'x/y/e.sip'] },
    { names: ['x/c.sip', 'x'], expected: ['x/c.sip*', 'x/y/e.sip'] },
    { names: ['x/'], options: { suffixes: ['.txt'] }, expected: ['x/c.sip', 'x/d.txt', 'x/y/e.sip'] },
    { names: ['..'], options: { cwd: 'x/y' }, expected: ['../c.sip', 'e.sip'] },
    { names: ['../../a.sip'], options: { cwd: 'x/y' }, expected: ['../../a.sip*'] },
    { names: ['.hidden', '.h.sip', 'node_modules/p'], expected: ['.h.sip*', '.hidden/g.sip', 'node_modules/p/h.sip'] },
    { names: ['node_modules'], expected: ['node_modules/p/h.sip'] },
    { names: ['empty'], expected: ['unmatched empty'] },
    { names: ['gone.sip', 'a.sip', 'gone/'], expected: ['a.sip*', 'ENOENT gone.sip', 'ENOENT gone/'] },
    { names: ['a.sip/b.sip'], expected: ['ENOTDIR a.sip/b.sip'] },
    { names: ['*.sip'], expected: ['B.sip', 'a.sip', 'b.sip'] },
    { names: ['**/*.txt'], expected: ['notes.txt', 'x/d.txt'] },
    { names: ['x/{c,q}.sip', 'x/?.txt'], expected: ['x/c.sip', 'x/d.txt'] },
    { names: ['../*.sip'], options: { cwd: 'x' }, expected: ['../B.sip', '../a.sip', '../b.sip'] },
    { names: ['*.pcap', 'a.sip'], expected: ['a.sip*', 'unmatched *.pcap'] },
    { names: [], expected: [] },
    // .gitignore
    { names: ['x'], more: { '.gitignore': 'y/\n' }, expected: ['x/c.sip'] },
    { names: ['x/**'], more: { '.gitignore': 'y/\n*.txt\n' }, expected: ['x/c.sip'] },
    {
      names: ['.'],
      more: { 'x/.gitignore': '*.sip\n!c.sip\n' },
      expected: ['B.sip', 'a.sip', 'b.sip', 'x-1/f.sip', 'x/c.sip'],
    },
    { names: ['x'], more: { '.gitignore': '/c.sip\n/x/y/e.sip\n' }, expected: ['x/c.sip'] },
    { names: ['x'], more: { '.gitignore': '*.sip\n', 'x/y/.gitignore': '!e.sip\n' }, expected: ['x/y/e.sip'] },
    { names: ['x'], more: { '.gitignore': 'x/\n' }, expected: ['unmatched x'] },
    { names: ['x'], options: { ignore: false }, more: { '.gitignore': 'x/\n' }, expected: ['x/c.sip', 'x/y/e.sip'] },
    { names: ['x/c.sip'], more: { '.gitignore': 'x/\n' }, expected: ['x/c.sip*'] },
    { names: ['x'], options: { ignorePath: 'mine' }, more: { mine: 'c.sip\n' }, expected: ['x/y/e.sip'] },
    { names: ['a.sip'], options: { ignorePath: 'gone' }, expected: ['a.sip*', 'ENOENT gone'] },
    // ignores and files of the configuration
    {
      names: ['x', 'a.sip'],
      more: { 'siplint.config.yaml': 'ignores: [y/, a.sip]\n' },
      expected: ['x/c.sip', 'ignored a.sip'],
    },
    {
      names: ['x', 'a.sip'],
      options: { ignore: false },
      more: { 'siplint.config.yaml': 'ignores: [y/, a.sip]\n' },
      expected: ['a.sip*', 'x/c.sip', 'x/y/e.sip'],
    },
    { names: ['x'], more: { 'siplint.config.yaml': 'ignores: ["x/**", "!x/y/e.sip"]\n' }, expected: ['x/y/e.sip'] },
    {
      names: ['.'],
      more: { 'siplint.config.yaml': 'files: ["x/*.txt"]\nignores: ["?.sip"]\n' },
      expected: ['x/d.txt'],
    },
    {
      names: ['x'],
      more: { 'siplint.config.yaml': 'files: ["x/*.txt"]\n' },
      expected: ['x/c.sip', 'x/d.txt', 'x/y/e.sip'],
    },
    {
      names: ['.'],
      more: { 'siplint.config.yaml': 'files: [".hidden/*"]\nignores: ["?.sip", "!.hidden/*"]\n' },
      expected: ['.hidden/g.sip'],
    },
    {
      names: ['.'],
      more: { 'x/siplint.config.yaml': 'ignores: ["*"]\n' },
      expected: ['B.sip', 'a.sip', 'b.sip', 'x-1/f.sip'],
    },
  ];
  for (const { names, options = {}, more = {}, expected } of cases) {
    it(`${names.join(' ')} ${JSON.stringify(options)} ${JSON.stringify(more)}`, async () => {
      assert.deepEqual(await find(names, options, more), expected);
    });
  }

  it('gives each file the configuration that is nearest to it', () =>
    inFolder({ ...files, 'x/siplint.config.yaml': 'rules: { limit: off }\n' }, async (folder) => {
      const cwd = folder.path;
      const search = await findFiles(['.'], { cwd, configs: new Configs({ cwd, rules }) });
      const off = search.files.filter(({ config }) =>
        config.selection.forFile.active.every(({ id }) => id !== 'limit'),
      );
      assert.deepEqual(
        off.map((file) => file.path),
        ['x/c.sip', 'x/y/e.sip'],
      );
      assert.equal(new Set(search.files.map(({ config }) => config)).size, 2);
    }));

  it('follows no links in a search, and one that is named', () =>
    inFolder({ 'x/a.sip': '' }, async (folder) => {
      symlinkSync(folder.at('x'), folder.at('x/loop'));
      symlinkSync(folder.at('x/a.sip'), folder.at('link.sip'));
      symlinkSync(folder.at('gone'), folder.at('dangling.sip'));
      const cwd = folder.path;
      const search = await findFiles(['.', 'link.sip', 'dangling.sip'], { cwd, configs: new Configs({ cwd, rules }) });
      assert.deepEqual(
        search.files.map((file) => file.path),
        ['link.sip', 'x/a.sip'],
      );
      assert.deepEqual(
        search.unreadable.map((file) => file.path),
        ['dangling.sip'],
      );
    }));

  it('rejects where a configuration on the way is broken', async () => {
    await assert.rejects(find(['.'], {}, { 'x/siplint.config.json': '{' }), /x\/siplint\.config\.json:1:2/);
  });
});

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error;
}
