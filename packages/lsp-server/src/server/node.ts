import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeEnvironment } from './node-environment.js';
import { startServer } from './server.js';

/** How the client of a process talks to it; more than these are in the arguments of the process. */
export type Transport = 'stdio' | 'arguments';

/** Serves the client that started this process. */
export function serve(transport: Transport): void {
  const connection =
    transport === 'stdio'
      ? createConnection(ProposedFeatures.all, process.stdin, process.stdout)
      : createConnection(ProposedFeatures.all);
  startServer(connection, nodeEnvironment);
}
