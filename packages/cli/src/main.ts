import { run } from './program.js';
import { Terminal } from './terminal/terminal.js';

// No process.exit: it would cut off what is still on its way to a pipe.
const { stdout, stderr, env: variables } = process;
process.exitCode = await run(process.argv.slice(2), new Terminal({ stdout, stderr, variables }));
