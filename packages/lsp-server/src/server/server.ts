import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../service/index.js';
import { Answers, inBackground } from './answer.js';
import { COMMANDS, registerCommands } from './commands.js';
import { ConfigProblems } from './config-problems.js';
import { DiagnosticsPush } from './diagnostics-push.js';
import type { Environment } from './environment.js';
import { FEATURE_CAPABILITIES, registerFeatures } from './features.js';
import { OpenDocuments } from './open-documents.js';
import { WorkspaceDiagnostics } from './workspace-diagnostics.js';

/** Serves a client: transport and order of things; what there is to know about SIP documents is the service's. */
export function startServer(connection: Connection, enter: (params: InitializeParams) => Environment): void {
  let environment: Environment | undefined;
  let capabilities: ClientCapabilities = {};
  let push: DiagnosticsPush | undefined;
  const inside = (): Environment => {
    if (!environment) throw new Error('a request came before initialize');
    return environment;
  };
  const documents = new OpenDocuments(inside);
  /** VS Code asks about a document before it opens it if it opens several, and would not ask again. */
  const askedTooEarly = new Set<string>();
  const workspace = new WorkspaceDiagnostics(connection, documents, inside);
  const configProblems = new ConfigProblems(connection);
  const answers = new Answers(connection, documents, () => configProblems.show(inside().configs.problems));

  connection.onInitialize((params): InitializeResult => {
    environment = enter(params);
    capabilities = params.capabilities;
    // One of both, never both, or every finding would stand there twice.
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    if (!pulls) push = new DiagnosticsPush(connection, documents, environment.client.rulePages);
    return {
      capabilities: {
        // Edits come at the positions of the client, so one that counts lines in its own way sends the whole text.
        textDocumentSync: {
          openClose: true,
          change: environment.client.endsLinesAtLf ? TextDocumentSyncKind.Full : TextDocumentSyncKind.Incremental,
          // A client that lints when a file is saved asks again when it has told so.
          save: true,
        },
        ...(pulls && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
        executeCommandProvider: { commands: [...COMMANDS] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...FEATURE_CAPABILITIES,
      },
      serverInfo: { name: 'siplint' },
    };
  });

  connection.onInitialized(() => {
    const { didChangeConfiguration, didChangeWatchedFiles, workspaceFolders } = capabilities.workspace ?? {};
    if (didChangeConfiguration?.dynamicRegistration) {
      inBackground(
        connection,
        'registration',
        connection.client.register(DidChangeConfigurationNotification.type, undefined),
      );
    }
    if (didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = inside().watched.map((globPattern) => ({ globPattern }));
      inBackground(
        connection,
        'registration',
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
      );
    }
    if (workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
        inside().configs.setFolders(folders.map(({ uri }) => uri));
        judgeAnew();
      });
    }
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    documents.open(uri, languageId, version, text);
    if (askedTooEarly.delete(uri) && capabilities.workspace?.diagnostics?.refreshSupport) {
      connection.languages.diagnostics.refresh();
    }
    workspace.clear(uri);
    push?.schedule(uri, 0);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.change(uri, version, contentChanges);
    push?.schedule(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    askedTooEarly.delete(uri);
    push?.clear(uri);
  });

  const report = answers.about(
    'diagnostics',
    EMPTY_REPORT,
    (document): DocumentDiagnosticReport => ({
      kind: 'full',
      items: diagnosticsOf(document, inside().client.rulePages),
    }),
  );
  connection.languages.diagnostics.on((params, token) => {
    const { uri } = params.textDocument;
    if (!documents.has(uri)) askedTooEarly.add(uri);
    return report(params, token);
  });
  registerFeatures(connection, answers, inside);
  registerCommands(connection, { documents, workspace, inside });

  function judgeAnew(): void {
    inside().configs.forget();
    documents.forgetResults();
    for (const uri of documents.uris) push?.schedule(uri, 0);
    if (!push && capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  }
  connection.onDidChangeConfiguration(judgeAnew);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => inside().configs.concerns(uri))) judgeAnew();
    for (const { uri } of changes) workspace.clear(uri);
  });

  connection.listen();
}

const EMPTY_REPORT: DocumentDiagnosticReport = { kind: 'full', items: [] };
