import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isRegisteredHeader } from '../../src/registry/index.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const iana = join(repository, '../shared/iana/2026-08-22');

describe('registry/generated', () => {
  before(function () {
    if (existsSync(iana)) return;
    const notice = `IANA's registries are absent (${iana}): the tables are NOT checked against them`;
    assert.ok(!process.env.CI, notice);
    console.warn(`\n  !!! ${notice}\n`);
    this.skip();
  });

  it('equals what the generator makes of its sources', async () => {
    await promisify(execFile)(process.execPath, [join(repository, 'scripts/registry/generate.mjs'), '--check']);
  });

  it('has every header field of the registry', () => {
    const [, ...lines] = readFileSync(join(iana, 'csv/sip-parameters-2.csv'), 'utf8').trim().split('\n');
    const names = lines.map((line) => /^[\w-]+/.exec(line)?.[0] ?? line);
    assert.equal(names.length, 134);
    assert.deepEqual(
      names.filter((name) => !isRegisteredHeader(name)),
      [],
    );
  });
});
