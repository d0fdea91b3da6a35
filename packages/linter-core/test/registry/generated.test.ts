import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRegisteredHeader } from '../../src/registry/index.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const iana = join(repository, '../shared/iana/2026-08-22');
const headerFields = 'sip-parameters-2.csv';

/** Runs the generator's check; it writes nothing. */
function check(...options: string[]): Promise<{ exitCode: number; stderr: string }> {
  const command = [join(repository, 'scripts/registry/generate.mjs'), '--check', ...options];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, (_error, _stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stderr }),
    );
  });
}

/** A copy of the registries with another content of one file. */
function withRegistry(file: string, content: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'siplint-iana-'));
  mkdirSync(join(copy, 'csv'));
  for (const name of readdirSync(iana)) if (name.endsWith('.xml')) symlinkSync(join(iana, name), join(copy, name));
  for (const name of readdirSync(join(iana, 'csv'))) {
    if (name === file) writeFileSync(join(copy, 'csv', name), content);
    else symlinkSync(join(iana, 'csv', name), join(copy, 'csv', name));
  }
  return copy;
}

describe('registry/generated', () => {
  const copies: string[] = [];
  let registry = '';

  before(function () {
    if (existsSync(iana)) {
      registry = readFileSync(join(iana, 'csv', headerFields), 'utf8');
      return;
    }
    const notice = `IANA's registries are absent (${iana}): the tables are NOT checked against them`;
    assert.ok(!process.env.CI, notice);
    console.warn(`\n  !!! ${notice}\n`);
    this.skip();
  });

  after(() => {
    for (const copy of copies) rmSync(copy, { recursive: true });
  });

  it('equals what the generator makes of its sources', async () => {
    assert.deepEqual(await check(), { exitCode: 0, stderr: '' });
  });

  it('differs once a registry changes', async () => {
    const copy = withRegistry(headerFields, registry.replace('[RFC3841],a,', '[RFC3841],,'));
    copies.push(copy);
    const { exitCode, stderr } = await check('--iana', copy);
    assert.equal(exitCode, 1);
    assert.match(stderr, /header-fields\.ts/);
  });

  it('refuses a registered header field without annotation', async () => {
    const copy = withRegistry(headerFields, `${registry.trimEnd()}\nNew-Header,[RFC3261],,,,\n`);
    copies.push(copy);
    const { exitCode, stderr } = await check('--iana', copy);
    assert.equal(exitCode, 2);
    assert.match(stderr, /New-Header/);
  });

  it('says that the registries are absent', async () => {
    const { exitCode, stderr } = await check('--iana', join(repository, 'no-such-folder'));
    assert.equal(exitCode, 2);
    assert.match(stderr, /no-such-folder/);
  });

  it('has every header field of the registry', () => {
    const [, ...lines] = registry.trim().split('\n');
    const names = lines.map((line) => /^[\w-]+/.exec(line)?.[0] ?? line);
    assert.equal(names.length, 134);
    assert.deepEqual(
      names.filter((name) => !isRegisteredHeader(name)),
      [],
    );
  });
});
