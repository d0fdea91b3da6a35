import type { Connection } from 'vscode-languageserver';
import { diagnosticsOf, type RulePages } from '../service/index.js';
import { describe, inBackground } from './answer.js';
import type { OpenDocuments } from './open-documents.js';

/** Milliseconds of rest behind a change before its findings are worked out. */
const DEBOUNCE = 50;

/** Sends diagnostics to a client that does not ask for them. */
export class DiagnosticsPush {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly rulePages: RulePages,
  ) {}

  /** Sends the diagnostics of a document as soon as it rests. */
  schedule(uri: string, delay = DEBOUNCE): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        void this.#push(uri);
      }, delay),
    );
  }

  /** Takes the diagnostics of a closed document back. */
  clear(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    inBackground(this.connection, 'diagnostics', this.connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  async #push(uri: string): Promise<void> {
    try {
      const document = await this.documents.get(uri);
      // A change that came meanwhile has a push of its own.
      if (this.#timers.has(uri)) return;
      if (!document) return this.clear(uri);
      const { version } = document;
      await this.connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(document, this.rulePages) });
    } catch (error) {
      this.connection.console.error(`diagnostics of ${uri} failed: ${describe(error)}`);
    }
  }
}
