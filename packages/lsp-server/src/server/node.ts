import { createConnection, type InitializeParams, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
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
  const options = (params.initializationOptions ?? {}) as { trusted?: unknown; rulePages?: unknown };
  const folders = (params.workspaceFolders ?? []).map(({ uri }) => URI.parse(uri).fsPath);
  const base = typeof options.rulePages === 'string' ? options.rulePages : undefined;
  return {
    configs: new NodeConfigs({ folders, allowCode: options.trusted !== false }),
    rulePages: (id) => (base === undefined || id.includes('/') ? undefined : `${base}/${id}.md`),
  };
}
