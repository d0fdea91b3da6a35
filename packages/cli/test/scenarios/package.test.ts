import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXAMPLES, Folder } from './cli.js';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

describe('the package', () => {
  it('holds all that the bundle is made of, and nothing that belongs to one machine', () => {
    const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: PACKAGE,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const report: unknown = JSON.parse(output);
    const [packed] = Array.isArray(report) ? report : Object.values(report ?? {});
    const files: string[] = packed.files.map(({ path }: { path: string }) => path);
    const pieces = readdirSync(join(PACKAGE, 'dist')).filter((file) => /\.c?js$/.test(file));
    const expected = [...pieces, 'THIRD-PARTY-LICENSES.txt'].map((file) => `dist/${file}`);
    assert.deepEqual(files.filter((file) => file.startsWith('dist/')).sort(), expected.sort());
    for (const file of ['bin/siplint.js', 'schema/report.schema.json', 'schema/flow.schema.json'])
      assert.ok(files.includes(file), file);
  });

  it('runs where the bytecode of an earlier run is of no use', () => {
    const folder = new Folder();
    try {
      for (const part of ['bin', 'dist', 'package.json'])
        cpSync(join(PACKAGE, part), folder.file(part), { recursive: true });
      for (const file of readdirSync(folder.file('dist'))) {
        if (file.endsWith('.cache')) folder.write(join('dist', file), 'no bytecode');
      }
      const run = () =>
        spawnSync(process.execPath, [folder.file('bin/siplint.js'), '--format', 'unix', EXAMPLES], {
          encoding: 'utf8',
        });
      const [first, second] = [run(), run()];
      assert.equal(first.stderr, '');
      assert.equal(first.status, 1);
      assert.match(first.stdout, /content-length-exceeds-body/);
      assert.equal(second.stdout, first.stdout);
    } finally {
      folder.remove();
    }
  });
});
