import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

describe('what is generated from the rules', () => {
  for (const name of ['generate-rules-index', 'generate-rules-docs', 'generate-config-schema']) {
    it(`is up to date: ${name}`, () => {
      const node = ['--import', 'tsx', '--conditions=siplint-source', join('scripts', `${name}.mjs`), '--check'];
      const { status, stderr } = spawnSync(process.execPath, node, { cwd: ROOT, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    });
  }
});
