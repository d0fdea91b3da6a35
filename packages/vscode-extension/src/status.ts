import { type Disposable, LanguageStatusSeverity, languages, StatusBarAlignment, window } from 'vscode';

export type ServerState = 'starting' | 'running' | 'off' | 'failed';

const TEXTS: Readonly<Record<ServerState, { readonly icon: string; readonly text: string }>> = {
  starting: { icon: '$(sync~spin)', text: 'siplint starts' },
  running: { icon: '$(check)', text: 'siplint is running' },
  off: { icon: '$(circle-slash)', text: 'siplint is turned off in the settings' },
  failed: { icon: '$(error)', text: 'siplint could not start: see its log' },
};

/** Says of the active SIP file how the server is; a click shows the log. */
export class Status implements Disposable {
  readonly #bar = window.createStatusBarItem('siplint', StatusBarAlignment.Right, 100);
  readonly #language = languages.createLanguageStatusItem('siplint', { language: 'sip' });
  readonly #subscription = window.onDidChangeActiveTextEditor(() => this.#place());

  constructor() {
    this.#bar.name = 'siplint';
    this.#bar.command = 'siplint.showLog';
    this.#language.name = 'siplint';
    this.#language.command = { command: 'siplint.restart', title: 'Restart' };
  }

  show(state: ServerState): void {
    const { icon, text } = TEXTS[state];
    this.#bar.text = `${icon} SIP`;
    this.#bar.tooltip = text;
    this.#language.text = text;
    this.#language.busy = state === 'starting';
    this.#language.severity = state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#place();
  }

  dispose(): void {
    this.#bar.dispose();
    this.#language.dispose();
    this.#subscription.dispose();
  }

  #place(): void {
    if (window.activeTextEditor?.document.languageId === 'sip') this.#bar.show();
    else this.#bar.hide();
  }
}
