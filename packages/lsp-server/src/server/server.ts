import {
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../service/index.js';
import { Answers } from './answer.js';
import { DiagnosticsPush } from './diagnostics-push.js';
import type { Environment } from './environment.js';
import { FEATURE_CAPABILITIES, registerFeatures } from './features.js';
import { OpenDocuments } from './open-documents.js';

/** Serves a client: transport and order of things; what there is to know about SIP documents is the service's. */
export function startServer(connection: Connection, enter: (params: InitializeParams) => Environment): void {
  let environment: Environment | undefined;
  const inside = (): Environment => {
    if (!environment) throw new Error('a request came before initialize');
    return environment;
  };
  const documents = new OpenDocuments(() => inside().configs);
  const answers = new Answers(connection, documents);
  let push: DiagnosticsPush | undefined;
  let canWatchSettings = false;

  connection.onInitialize((params): InitializeResult => {
    environment = enter(params);
    const { textDocument, workspace } = params.capabilities;
    // One of both, never both, or every finding would stand there twice.
    const pulls = textDocument?.diagnostic !== undefined;
    if (!pulls) push = new DiagnosticsPush(connection, documents, environment.client.rulePages);
    canWatchSettings = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pulls && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
        ...FEATURE_CAPABILITIES,
      },
      serverInfo: { name: 'siplint' },
    };
  });

  connection.onInitialized(() => {
    if (canWatchSettings) void connection.client.register(DidChangeConfigurationNotification.type, undefined);
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    documents.open(uri, languageId, version, text);
    push?.schedule(uri, 0);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.change(uri, version, contentChanges);
    push?.schedule(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    push?.clear(uri);
  });

  connection.languages.diagnostics.on(
    answers.about('diagnostics', EMPTY_REPORT, (document): DocumentDiagnosticReport => {
      return { kind: 'full', items: diagnosticsOf(document, inside().client.rulePages) };
    }),
  );

  registerFeatures(connection, answers, () => inside().client);

  const judgeAnew = (): void => {
    inside().configs.forget();
    documents.forgetResults();
    for (const uri of documents.uris) push?.schedule(uri, 0);
    if (!push) void connection.languages.diagnostics.refresh();
  };
  connection.onDidChangeConfiguration(judgeAnew);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => inside().configs.concerns(uri))) judgeAnew();
  });

  connection.listen();
}

const EMPTY_REPORT: DocumentDiagnosticReport = { kind: 'full', items: [] };
