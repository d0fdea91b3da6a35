import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const SERVER = path.resolve('packages/lsp-server/bin/siplint-language-server.js');
const URI = 'file:///bench/traffic.sip';

/** An editor with one document open in the built server. */
export class LanguageClient {
  #version = 1;
  #onPublished: ((version: number | undefined) => void) | undefined;

  private constructor(
    private readonly connection: ProtocolConnection,
    private readonly server: ChildProcess,
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, ({ version }) => this.#onPublished?.(version));
  }

  /** @param pulls whether it asks for diagnostics, or waits for them */
  static async open(text: string, pulls: boolean): Promise<LanguageClient> {
    const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: pulls ? { textDocument: { diagnostic: {} } } : {},
    });
    await connection.sendNotification(InitializedNotification.type, {});
    const client = new LanguageClient(connection, server);
    const opened = pulls ? undefined : client.#published(1);
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: URI, languageId: 'sip', version: 1, text },
    });
    await opened;
    return client;
  }

  /** Types a character, asks for the diagnostics, and takes the character back: milliseconds to the answer. */
  async pullAfterEdit(line: number): Promise<number> {
    const start = performance.now();
    await this.#type(line);
    await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: URI } });
    const elapsed = performance.now() - start;
    await this.#untype(line);
    return elapsed;
  }

  /** The same for a client that waits until diagnostics come. */
  async pushAfterEdit(line: number): Promise<number> {
    const start = performance.now();
    const published = this.#published(this.#version + 1);
    await this.#type(line);
    await published;
    const elapsed = performance.now() - start;
    const restored = this.#published(this.#version + 1);
    await this.#untype(line);
    await restored;
    return elapsed;
  }

  /** Octets of memory that the server takes now. */
  get serverMemory(): number {
    const status = readFileSync(`/proc/${this.server.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  }

  async close(): Promise<void> {
    const exited = new Promise((resolve) => this.server.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await exited;
    this.connection.dispose();
  }

  #type(line: number): Promise<void> {
    return this.#change(line, 0, 'x');
  }

  #untype(line: number): Promise<void> {
    return this.#change(line, 1, '');
  }

  #change(line: number, length: number, text: string): Promise<void> {
    const range = { start: { line, character: 0 }, end: { line, character: length } };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: URI, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
  }

  #published(version: number): Promise<void> {
    return new Promise((resolve) => {
      this.#onPublished = (arrived) => {
        if (arrived === version) resolve();
      };
    });
  }
}
