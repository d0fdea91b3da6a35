import {
  ColorThemeKind,
  type Disposable,
  type ExtensionContext,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pageOf } from './page.js';

const REQUEST = 'siplint/callFlow';
/** Milliseconds of rest behind a change before the flow is drawn anew. */
const DEBOUNCE = 150;

/** What the server answers. */
interface CallFlow {
  readonly svg: string;
  readonly mermaid: string;
  readonly messages: readonly { readonly index: number; readonly range: Range }[];
}

/** What the page says. */
type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly index: number }
  | { readonly type: 'export'; readonly format: 'svg' | 'mermaid' };

/** The call flow of one document beside it: drawn anew as the text changes, and each follows the other's selection. */
export class CallFlowPanel {
  readonly #panel: WebviewPanel;
  readonly #subscriptions: Disposable[] = [];
  #flow: CallFlow | undefined;
  #lit: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;

  constructor(
    context: ExtensionContext,
    private readonly document: TextDocument,
    private readonly client: () => BaseLanguageClient | undefined,
    onClose: () => void,
  ) {
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const resources = Uri.joinPath(context.extensionUri, 'dist');
    this.#panel = window.createWebviewPanel(
      'siplint.callFlow',
      `Call flow: ${name}`,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [resources], retainContextWhenHidden: false },
    );
    const { webview } = this.#panel;
    this.#subscriptions.push(
      webview.onDidReceiveMessage((message: PageMessage) => this.#hear(message)),
      this.#panel.onDidDispose(() => {
        clearTimeout(this.#timer);
        for (const subscription of this.#subscriptions) subscription.dispose();
        onClose();
      }),
      workspace.onDidChangeTextDocument((change) => {
        if (change.document === document) this.#schedule();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (textEditor.document === document && selection) this.#light(selection.active.line);
      }),
      window.onDidChangeActiveColorTheme(() => this.#schedule()),
    );
    webview.html = pageOf(webview, resources);
  }

  /** Brings the panel to the front, with a message lit. */
  show(index?: number): void {
    this.#panel.reveal(undefined, true);
    if (index !== undefined)
      this.#light(this.#flow?.messages.find((one) => one.index === index)?.range.start.line ?? -1);
    this.#lit = index ?? this.#lit;
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#draw(), DEBOUNCE);
  }

  async #draw(): Promise<void> {
    if (!this.#isReady) return;
    const theme = isDark(window.activeColorTheme.kind) ? 'dark' : 'light';
    const textDocument = { uri: this.document.uri.toString() };
    this.#flow = (await this.client()?.sendRequest<CallFlow | null>(REQUEST, { textDocument, theme })) ?? undefined;
    await this.#panel.webview.postMessage({ type: 'draw', svg: this.#flow?.svg ?? '', lit: this.#lit });
  }

  #hear(message: PageMessage): void {
    if (message.type === 'ready') {
      this.#isReady = true;
      void this.#draw();
    } else if (message.type === 'reveal') this.#reveal(message.index);
    else void this.#export(message.format);
  }

  /** Goes to the message of an arrow. */
  #reveal(index: number): void {
    const found = this.#flow?.messages.find((one) => one.index === index);
    if (!found) return;
    const { start } = found.range;
    const range = new Range(start.line, start.character, start.line, start.character);
    const editor = window.visibleTextEditors.find(({ document }) => document === this.document);
    const column = editor?.viewColumn ?? ViewColumn.One;
    void window.showTextDocument(this.document, { viewColumn: column, preserveFocus: true }).then((shown) => {
      shown.selection = new Selection(range.start, range.end);
      shown.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    });
  }

  /** Lights the arrow of the message that a line lies in. */
  #light(line: number): void {
    const found = this.#flow?.messages.find(({ range }) => range.start.line <= line && line <= range.end.line);
    if (found?.index === this.#lit) return;
    this.#lit = found?.index;
    void this.#panel.webview.postMessage({ type: 'light', index: this.#lit });
  }

  async #export(format: 'svg' | 'mermaid'): Promise<void> {
    const flow = this.#flow;
    if (!flow) return;
    if (format === 'mermaid') {
      const shown = await workspace.openTextDocument({ language: 'mermaid', content: flow.mermaid });
      await window.showTextDocument(shown, { viewColumn: ViewColumn.Beside });
      return;
    }
    const target = await window.showSaveDialog({
      defaultUri: this.document.uri.with({ path: `${this.document.uri.path.replace(/\.sip$/, '')}.svg` }),
      filters: { SVG: ['svg'] },
    });
    if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(flow.svg));
  }
}

function isDark(kind: ColorThemeKind): boolean {
  return kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast;
}
