import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type LogMessageParams,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';

const SERVER = fileURLToPath(new URL('server-process.ts', import.meta.url));

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Absolute paths. */
  readonly folders?: readonly string[];
}

/** An editor's side of the protocol, with a server process of its own. */
export class TestClient {
  readonly pushed: PublishDiagnosticsParams[] = [];
  /** What the server logged: a test that does not expect anything here says so. */
  readonly log: string[] = [];
  #arrival: (() => void) | undefined;

  private constructor(
    readonly connection: ProtocolConnection,
    private readonly process: ChildProcess,
    readonly initialized: InitializeResult,
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.pushed.push(params);
      this.#arrival?.();
    });
    connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
      this.log.push(message);
    });
  }

  /** A client that asks for diagnostics; with other `capabilities` one that does not. */
  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const { capabilities = { textDocument: { diagnostic: {} } }, initializationOptions, folders = [] } = options;
    const child = fork(SERVER, [], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
    if (!child.stdin || !child.stdout) throw new Error('the server has no pipes');
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const workspaceFolders = folders.map((folder) => ({ uri: `file://${folder}`, name: folder }));
    const initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders,
      capabilities,
      initializationOptions,
    });
    const client = new TestClient(connection, child, initialized);
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  open(uri: string, text: string, languageId = 'sip'): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  /** Asks for the diagnostics of a document. */
  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report: DocumentDiagnosticReport = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    if (report.kind !== 'full') throw new Error(`a report of kind ${report.kind} came`);
    return report.items;
  }

  /** Waits until diagnostics are pushed that fit. */
  async nextPush(fits: (params: PublishDiagnosticsParams) => boolean = () => true): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.pushed.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#arrival = resolve;
      });
    }
  }

  async stop(): Promise<void> {
    const exited = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await exited;
    this.connection.dispose();
  }
}
