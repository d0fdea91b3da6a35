import type { Connection, Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf, SipDocument } from '../service/index.js';
import { inBackground } from './answer.js';
import type { Environment } from './environment.js';
import type { OpenDocuments } from './open-documents.js';

/** Diagnostics of files that are not open, when the client asks for them. An open document has its own way. */
export class WorkspaceDiagnostics {
  readonly #shown = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly inside: () => Environment,
  ) {}

  /** Lints every SIP file of the workspace once. @throws Error where files cannot be read */
  async lint(): Promise<void> {
    const { workspaceFiles, configs, client } = this.inside();
    if (!workspaceFiles) throw new Error('files cannot be read here: open them one by one');
    const progress = await this.connection.window.createWorkDoneProgress();
    progress.begin('siplint', 0, 'looks for SIP files', true);
    let count = 0;
    try {
      for await (const { uri, text } of workspaceFiles()) {
        if (progress.token.isCancellationRequested) break;
        const { path, config, isIgnored } = await configs.forDocument(uri);
        if (isIgnored || this.documents.has(uri)) continue;
        const document = SipDocument.of(uri, 0, text, path, config);
        this.#show(uri, diagnosticsOf(document, client.rulePages));
        progress.report(`${++count} files`);
      }
    } finally {
      progress.done();
    }
  }

  /** Takes back what was shown of a file: it was opened, or changed. */
  clear(uri: string): void {
    if (this.#shown.delete(uri)) this.#send(uri, []);
  }

  #show(uri: string, diagnostics: Diagnostic[]): void {
    if (diagnostics.length === 0) {
      this.clear(uri);
      return;
    }
    this.#shown.add(uri);
    this.#send(uri, diagnostics);
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    inBackground(this.connection, 'diagnostics', this.connection.sendDiagnostics({ uri, diagnostics }));
  }
}
