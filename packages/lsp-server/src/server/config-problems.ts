import { type Connection, DiagnosticSeverity, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { inBackground } from './answer.js';
import type { ConfigProblem } from './environment.js';

/** Shows mistakes in configurations where they stand, and says once that they count for nothing. */
export class ConfigProblems {
  #shown = new Set<string>();
  #told = '';

  constructor(private readonly connection: Connection) {}

  /** Shows these problems instead of those of before. */
  show(problems: readonly ConfigProblem[]): void {
    const byUri = new Map<string, ConfigProblem[]>([...this.#shown].map((uri) => [uri, []]));
    for (const problem of problems) byUri.set(problem.uri, [...(byUri.get(problem.uri) ?? []), problem]);
    this.#shown = new Set(problems.map(({ uri }) => uri));
    for (const [uri, list] of byUri) {
      const diagnostics = list.map(({ message, line, character }) => ({
        message,
        range: { start: { line, character }, end: { line, character: character + 1 } },
        severity: DiagnosticSeverity.Error,
        source: 'siplint',
        code: 'configuration',
      }));
      inBackground(this.connection, 'diagnostics', this.connection.sendDiagnostics({ uri, diagnostics }));
    }
    const text = problems.map(({ message, uri }) => `${uri}: ${message}`).join('\n');
    if (text !== '' && text !== this.#told) {
      const [first] = problems;
      const message = `siplint cannot use its configuration, so what it recommends holds: ${first?.message}`;
      const shown = this.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message,
      });
      inBackground(this.connection, 'message', shown);
    }
    this.#told = text;
  }
}
