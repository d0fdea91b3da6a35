import { type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCallFlow } from './call-flow/panels.js';
import { clientOptions } from './client-options.js';
import { registerCommands } from './commands.js';
import { Status } from './status.js';
import { registerTasks } from './tasks.js';

/** Makes the client of the place that the extension runs in. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The extension from activation to its end: a client that comes and goes with settings and trust, and what stays. */
export class Extension {
  readonly log: LogOutputChannel = window.createOutputChannel('siplint', { log: true });
  readonly #status: Status;
  /** Restarts go one after the other, or a client could be left behind. */
  #turn: Promise<void> = Promise.resolve();
  #client: BaseLanguageClient | undefined;

  constructor(
    readonly context: ExtensionContext,
    private readonly createClient: CreateClient,
  ) {
    this.#status = new Status();
    context.subscriptions.push(
      this.log,
      this.#status,
      registerCommands(this),
      registerCallFlow(this),
      registerTasks(),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('siplint')) void this.restart();
      }),
      workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
    );
  }

  /** The running client; undefined while linting is turned off. */
  get client(): BaseLanguageClient | undefined {
    return this.#client;
  }

  async #start(): Promise<void> {
    if (!workspace.getConfiguration('siplint').get<boolean>('enable', true)) {
      this.#status.show('off');
      return;
    }
    this.#status.show('starting');
    const client = this.createClient(clientOptions(this.context.extensionUri, this.log));
    this.#client = client;
    try {
      await client.start();
      this.#status.show('running');
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.#status.show('failed');
    }
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose();
  }

  /** Starts the client, in place of the one that runs if there is one. */
  restart(): Promise<void> {
    this.#turn = this.#turn
      .then(() => this.stop())
      .catch((error: unknown) => this.log.error(String(error)))
      .then(() => this.#start());
    return this.#turn;
  }
}
