// Makes the README's pictures from what the built command prints: `npm run generate:pictures`.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { terminalSvg } from './terminal-svg.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));

const PICTURES = {
  'stylish.svg': ['examples'],
  'frame.svg': ['--format', 'frame', 'examples/invite.sip', 'examples/registration.sip'],
};

for (const [file, args] of Object.entries(PICTURES)) {
  const env = { ...process.env, FORCE_COLOR: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['packages/cli/bin/siplint.js', ...args], {
    cwd: repository,
    encoding: 'utf8',
    env,
  });
  if (status === 2) throw new Error(stderr);
  writeFileSync(`${repository}docs/images/${file}`, terminalSvg(`npx siplint ${args.join(' ')}`, stdout));
  console.log(`docs/images/${file}`);
}
