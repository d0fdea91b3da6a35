import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseXml } from '@rgrove/parse-xml';
import { parse } from 'yaml';
import { followDocument } from './documented-commands.js';
import { InstalledProject } from './installed-project.js';
import { commandsOf, type Fence, fencesOf } from './markdown.js';

const README = new URL('../README.md', import.meta.url);
const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url));
const fences = fencesOf(readFileSync(README, 'utf8'));

function fenceOf(matches: (fence: Fence) => boolean): Fence {
  const fence = fences.find(matches);
  assert.ok(fence, 'the block is not there');
  return fence;
}

describe('README.md, in a project with siplint and a copy of examples', function () {
  this.timeout(60_000);
  let project: InstalledProject;

  before(() => {
    project = new InstalledProject();
    cpSync(EXAMPLES, join(project.folder, 'examples'), { recursive: true });
  });
  after(() => project.remove());

  it('shows first what siplint prints', () => {
    const first = fenceOf(({ language }) => language === 'console');
    assert.match(commandsOf(first)[0]?.output ?? '', /\S/);
  });

  followDocument(README, () => project);

  describe('the configuration', () => {
    const rule = fenceOf(({ language }) => language === 'ts').content;
    const config = fenceOf(({ title }) => title === 'siplint.config.yaml').content;

    before(() => {
      project.write('carrier-id.ts', `import { defineRule } from '@siplint/core';\n\n${rule}`);
      project.write(
        'house.ts',
        `import carrierId from './carrier-id.js';
export default { meta: { name: 'house', version: '1.0.0', apiVersion: 1 }, rules: { 'carrier-id': carrierId } };\n`,
      );
    });

    it('holds', () => {
      const { output, status } = project.run('npx siplint print-config torture/a.sip');
      assert.equal(status, 0, output);
      assert.match(output, /^ {2}via-branch-magic-cookie: error # siplint\.config\.yaml$/m);
      assert.match(output, /^expectations: "required"$/m);
    });

    it('takes the rule of one’s own', () => {
      project.write('siplint.config.yaml', config.replace('\nrules:\n', '\nrules:\n  house/carrier-id: error\n'));
      const { output } = project.run('npx siplint --format unix examples/invite.sip');
      assert.match(output, /INVITE has no X-Carrier-Id.*house\/carrier-id/);
    });
  });

  describe('the commands to copy', () => {
    const block = fenceOf(({ content }) => content.startsWith('siplint fixtures'));

    before(() => {
      rmSync(join(project.folder, 'siplint.config.yaml'));
      for (const copy of ['fixtures', 'traces', 'captures/call', '.']) {
        cpSync(join(EXAMPLES, 'call.sip'), join(project.folder, copy, 'call.sip'), { recursive: true });
      }
    });

    for (const line of block.content.trim().split('\n')) {
      const command = line.replace(/\s+# .*$/, '');
      it(command, () => {
        const { output, status } = project.run(`PATH="$PWD/node_modules/.bin:$PATH"; ${command}`);
        assert.equal(status, 0, output);
        assert.doesNotMatch(output, /^siplint: /m);
      });
    }
  });

  it('shows a library at work', () => {
    const { output, status } = project.run('node lint.mjs');
    assert.equal(status, 0, output);
    assert.match(output, /^error missing-call-id /m);
  });

  it('shows directives that siplint takes', () => {
    const clean = readFileSync(join(EXAMPLES, 'call.sip'), 'utf8');
    const directives = fenceOf(({ content }) => content.includes('siplint-disable-file')).content;
    project.write('directives.sip', `${directives}\n${clean}`);
    const { output, status } = project.run('npx siplint --no-config --fail-on info directives.sip');
    assert.equal(status, 0, output);
  });

  describe('the recipe for GitHub Actions', () => {
    const { jobs } = parse(fenceOf(({ title }) => title?.startsWith('.github/') ?? false).content);
    const steps: readonly { run?: string; if?: string; with?: Record<string, unknown> }[] = jobs.siplint.steps;

    it('runs as printed', () =>
      runsAsPrinted(
        project,
        steps.flatMap(({ run }) => run ?? []),
      ));

    it('uploads the SARIF that it writes, also when siplint found something', () => {
      const upload = steps.find((step) => step.with?.sarif_file !== undefined);
      assert.equal(upload?.if, 'always()');
      const file = join(project.folder, String(upload?.with?.sarif_file));
      assert.equal(JSON.parse(readFileSync(file, 'utf8')).version, '2.1.0');
    });

    it('may read what it checks out', () => assert.equal(jobs.siplint.permissions.contents, 'read'));
  });

  describe('the recipe for GitLab', () => {
    const { siplint } = parse(fenceOf(({ title }) => title?.startsWith('.gitlab') ?? false).content);

    it('runs as printed', () => runsAsPrinted(project, siplint.script));

    it('reports the JUnit file that it writes, also when siplint found something', () => {
      assert.equal(siplint.artifacts.when, 'always');
      parseXml(readFileSync(join(project.folder, siplint.artifacts.reports.junit), 'utf8'));
    });
  });
});

/** The project is installed already; all other lines have to find what is wrong with the examples. */
function runsAsPrinted(project: InstalledProject, lines: readonly string[]): void {
  assert.equal(lines[0], 'npm ci');
  assert.ok(lines.length > 1);
  for (const line of lines.slice(1)) {
    const { output, status } = project.run(line);
    assert.match(output, /content-length-exceeds-body/);
    assert.equal(status, 1, output);
  }
}
