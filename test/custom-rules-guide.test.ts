import { followDocument } from './documented-commands.js';
import { InstalledProject } from './installed-project.js';

/** The packages that the guide installs besides siplint's own. */
const TOOLS = ['tsx', 'mocha', 'typescript', '@types/mocha', '@types/node'];

describe('docs/custom-rules.md, followed step by step outside of the repository', function () {
  this.timeout(60_000);
  let project: InstalledProject;

  before(() => {
    project = new InstalledProject(TOOLS);
  });
  after(() => project.remove());

  followDocument(new URL('../docs/custom-rules.md', import.meta.url), () => project);
});
