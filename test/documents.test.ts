import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { followDocument } from './documented-commands.js';
import { InstalledProject } from './installed-project.js';

const ROOT = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const packages = readdirSync(new URL('packages/', ROOT)).map((folder) => `packages/${folder}`);
const decisions = readdirSync(new URL('docs/decisions/', ROOT)).filter((name) => name !== 'README.md');

describe('documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/custom-rules.md',
    'docs/editors.md',
    'docs/decisions/README.md',
    ...decisions.map((name) => `docs/decisions/${name}`),
    ...packages.map((folder) => `${folder}/README.md`),
  ];
  for (const document of documents) {
    it(`${document} links to what is there`, () => {
      for (const [, target = ''] of read(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (!/^[a-z]+:/.test(target)) assert.ok(existsSync(new URL(target, new URL(document, ROOT))), target);
      }
    });
  }

  it('the index of decisions lists every page by its title', () => {
    const index = read('docs/decisions/README.md');
    for (const name of decisions) {
      const [, title] = /^# (.+)$/m.exec(read(`docs/decisions/${name}`)) ?? [];
      assert.ok(index.includes(`- [${title}](${name})`), name);
    }
  });
});

describe('packages', () => {
  for (const folder of packages) {
    const manifest = JSON.parse(read(`${folder}/package.json`));

    it(`${folder} has the licence of the repository`, () => {
      assert.equal(read(`${folder}/LICENSE`), read('LICENSE'));
      assert.equal(manifest.license, 'MIT');
    });

    // One that is private is not packed for npm.
    if (manifest.private !== true)
      it(`${folder} packs what a user needs, and nothing else`, () => {
        const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
          cwd: fileURLToPath(new URL(folder, ROOT)),
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        const [packed] = Object.values<{ files: { path: string }[] }>(JSON.parse(output));
        const files = packed?.files.map(({ path }) => path) ?? [];
        for (const name of ['README.md', 'LICENSE', 'package.json']) assert.ok(files.includes(name), name);
        const wanted =
          /^(?:README\.md|LICENSE|package\.json|bin\/[\w-]+\.js|schema\/[\w.]+\.json|dist\/(?!\.)[\w./-]+\.(?:c?js|d\.ts|txt))$/;
        const surplus = files.filter((path) => !wanted.test(path) || /\.test\./.test(path));
        assert.deepEqual(surplus, []);
      });

    it(`${folder} says what it is, and its README begins with its name`, () => {
      assert.match(manifest.description, /\S/);
      assert.ok(read(`${folder}/README.md`).startsWith(`# ${manifest.displayName ?? manifest.name}\n`));
    });
  }
});

for (const folder of packages) {
  const readme = new URL(`${folder}/README.md`, ROOT);
  if (!readFileSync(readme, 'utf8').includes('```console')) continue;
  describe(fileURLToPath(readme).slice(fileURLToPath(ROOT).length), function () {
    this.timeout(60_000);
    let project: InstalledProject;
    before(() => {
      project = new InstalledProject();
    });
    after(() => project.remove());
    followDocument(readme, () => project);
  });
}
