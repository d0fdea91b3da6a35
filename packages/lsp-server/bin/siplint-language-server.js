#!/usr/bin/env node
import { serve } from '../dist/server/node.js';

const HELP = `siplint-language-server: the language server of siplint

  --stdio               talk on standard input and output (the default)
  --node-ipc, --socket=PORT, --pipe=NAME
                        other ways to talk, as editors ask for them
`;

const args = process.argv.slice(2);
if (args.includes('--help')) process.stdout.write(HELP);
else serve(args.some((arg) => /^--(?:node-ipc|socket|pipe)/.test(arg)) ? 'arguments' : 'stdio');
