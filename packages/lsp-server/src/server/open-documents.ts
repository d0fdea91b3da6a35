import { FileMemory } from '@siplint/core';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LinesAtLf, SipDocument } from '../service/index.js';
import type { Environment } from './environment.js';

/** The documents that the client has open, each in its newest version. */
export class OpenDocuments {
  readonly #texts = new Map<string, TextDocument>();
  readonly #documents = new Map<string, SipDocument>();
  /** What is known of each document from its earlier versions. */
  readonly #memories = new Map<string, FileMemory>();

  constructor(private readonly inside: () => Environment) {}

  get uris(): readonly string[] {
    return [...this.#texts.keys()];
  }

  has(uri: string): boolean {
    return this.#texts.has(uri);
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.#texts.set(uri, TextDocument.create(uri, languageId, version, text));
    this.#documents.delete(uri);
  }

  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const text = this.#texts.get(uri);
    if (!text) return;
    // A document keeps its text, since features may still be asked about it while they wait for its configuration.
    const copy = TextDocument.create(uri, text.languageId, text.version, text.getText());
    this.#texts.set(uri, TextDocument.update(copy, changes, version));
    this.#documents.delete(uri);
  }

  close(uri: string): void {
    this.#texts.delete(uri);
    this.#documents.delete(uri);
    this.#memories.delete(uri);
  }

  /** Lets every document be judged anew, by the configurations that hold now. */
  forgetResults(): void {
    this.#documents.clear();
  }

  /** The newest version of a document; undefined if it is not open, or was closed meanwhile, or is to be left alone. */
  async get(uri: string): Promise<SipDocument | undefined> {
    if (!this.#texts.has(uri)) return undefined;
    const { path, config, isIgnored } = await this.inside().configs.forDocument(uri);
    const text = this.#texts.get(uri);
    if (!text || isIgnored) return undefined;
    const known = this.#documents.get(uri);
    if (known && known.textDocument === text && known.config === config) return known;
    const lines = this.inside().client.endsLinesAtLf ? new LinesAtLf(text.getText()) : text;
    const document = new SipDocument(text, path, config, lines, this.#memoryOf(uri));
    this.#documents.set(uri, document);
    return document;
  }

  #memoryOf(uri: string): FileMemory {
    let memory = this.#memories.get(uri);
    if (!memory) {
      memory = new FileMemory();
      this.#memories.set(uri, memory);
    }
    return memory;
  }
}
