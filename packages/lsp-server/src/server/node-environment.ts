import { readFileSync } from 'node:fs';
import { SourceText } from '@siplint/core';
import { CONFIG_NAMES, findFiles } from '@siplint/core/node';
import type { InitializeParams } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { clientOptionsOf } from './client-options.js';
import type { Environment, WorkspaceFile } from './environment.js';
import { NodeConfigs } from './node-configs.js';

/** A server on a machine with files. */
export function nodeEnvironment(params: InitializeParams): Environment {
  const client = clientOptionsOf(params);
  const folderUris = (params.workspaceFolders ?? []).map(({ uri }) => uri);
  const configs = new NodeConfigs({ folderUris, allowCode: client.isTrusted, configFile: client.configFile });
  return {
    client,
    configs,
    watched: [`**/{${[...CONFIG_NAMES, 'package.json'].join(',')}}`],
    workspaceFiles: () => filesOf(configs),
  };
}

async function* filesOf(configs: NodeConfigs): AsyncGenerator<WorkspaceFile> {
  for (const folder of configs.folders) {
    const { files } = await findFiles([folder], { cwd: folder, configs: configs.configsOf(folder) });
    for (const { absolutePath } of files) {
      const text = textOf(absolutePath);
      if (text !== undefined) yield { uri: URI.file(absolutePath).toString(), text };
    }
  }
}

/** Undefined for a file that went away meanwhile, or cannot be read. */
function textOf(file: string): string | undefined {
  try {
    return SourceText.fromBytes(readFileSync(file)).text;
  } catch {
    return undefined;
  }
}
