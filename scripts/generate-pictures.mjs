// Makes the README's pictures from what the built command prints: `npm run generate:pictures`; with `--check` it only compares.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeGenerated } from './generated-files.mjs';
import { terminalSvg } from './terminal-svg.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));

const PICTURES = {
  'stylish.svg': ['examples'],
  'frame.svg': ['--format', 'frame', 'examples/invite.sip', 'examples/registration.sip'],
};

/** Call flows, which siplint draws itself. */
const FLOWS = ['proxied-call', 'challenged-registration', 'cancelled-call'];

const files = new Map();
for (const [file, args] of Object.entries(PICTURES)) {
  files.set(`${repository}docs/images/${file}`, terminalSvg(`npx siplint ${args.join(' ')}`, printed(args)));
}
for (const flow of FLOWS) {
  const svg = printed(['flow', '--format', 'svg', `examples/flows/${flow}.sip`]);
  files.set(`${repository}docs/images/flow-${flow}.svg`, svg);
}
writeGenerated(files, { command: 'npm run generate:pictures' });

/** @param {string[]} args */
function printed(args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['packages/cli/bin/siplint.js', ...args], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
  });
  if (status === 2) throw new Error(stderr);
  return stdout;
}
