import { resolveConfig } from '@siplint/core';
import { rules } from '@siplint/rules';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  type InitializeParams,
} from 'vscode-languageserver/browser';
import { clientOptionsOf } from './client-options.js';
import type { Environment } from './environment.js';
import { startServer } from './server.js';

/** Serves the page that started this worker. */
export function serveWorker(worker: DedicatedWorkerGlobalScope): void {
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  startServer(connection, browserEnvironment);
}

/** Without files: what siplint recommends holds for every document. */
function browserEnvironment(params: InitializeParams): Environment {
  const config = resolveConfig([], rules).forFile('');
  return {
    client: clientOptionsOf(params),
    watched: [],
    configs: {
      problems: [],
      forDocument: async (uri) => ({ path: uri, config, isIgnored: false }),
      forget: () => {},
      concerns: () => false,
      setFolders: () => {},
    },
  };
}
