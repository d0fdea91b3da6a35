import { createConnection, type InitializeParams, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { clientOptionsOf } from './client-options.js';
import type { Environment } from './environment.js';
import { NodeConfigs } from './node-configs.js';
import { startServer } from './server.js';

/** How the client of a process talks to it; more than these are in the arguments of the process. */
export type Transport = 'stdio' | 'arguments';

/** Serves the client that started this process. */
export function serve(transport: Transport): void {
  const connection =
    transport === 'stdio'
      ? createConnection(ProposedFeatures.all, process.stdin, process.stdout)
      : createConnection(ProposedFeatures.all);
  startServer(connection, environmentOf);
}

function environmentOf(params: InitializeParams): Environment {
  const client = clientOptionsOf(params);
  const folders = (params.workspaceFolders ?? []).map(({ uri }) => URI.parse(uri).fsPath);
  return { client, configs: new NodeConfigs({ folders, allowCode: client.isTrusted }) };
}
