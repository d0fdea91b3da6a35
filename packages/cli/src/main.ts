import { run } from './program.js';
import { Terminal } from './terminal/terminal.js';

const { stdout, stderr, env: variables } = process;

// No process.exit: it would cut off what is still on its way to a pipe. No await at the top level: pieces that are loaded
// during the run import from this module and would wait for its end.
run(process.argv.slice(2), new Terminal({ stdout, stderr, variables })).then((exitCode) => {
  process.exitCode = exitCode;
});
