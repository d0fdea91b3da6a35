import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { followDocument } from './documented-commands.js';
import { InstalledProject } from './installed-project.js';
import { commandsOf, fencesOf } from './markdown.js';

const README = new URL('../README.md', import.meta.url);
const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url));

describe('README.md, in a project with siplint and a copy of examples', function () {
  this.timeout(60_000);
  if (!existsSync(README)) {
    it('is there');
    return;
  }
  let project: InstalledProject;

  before(() => {
    project = new InstalledProject();
    cpSync(EXAMPLES, join(project.folder, 'examples'), { recursive: true });
  });
  after(() => project.remove());

  it('shows first what siplint prints', () => {
    const [first] = fencesOf(readFileSync(README, 'utf8')).filter(({ language }) => language === 'console');
    assert.ok(first, 'there is no console block');
    assert.match(commandsOf(first)[0]?.output ?? '', /\S/);
  });

  followDocument(README, () => project);
});
