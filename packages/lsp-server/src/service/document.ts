import {
  type FileConfig,
  FileMemory,
  type FileResult,
  lintEdited,
  readSipFile,
  type SipFile,
  type SipMessage,
  SourceText,
  transactionKey,
} from '@siplint/core';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { TextLines } from './text-lines.js';

/** A range of offsets, half-open, in UTF-16 code units of the document. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/**
 * One version of an open document, with what linting it gives. It never changes: an edit makes another one, which takes over
 * what the edit did not touch. What features ask for is worked out when it is first asked for.
 */
export class SipDocument {
  #source: SourceText | undefined;
  #file: SipFile | undefined;
  #result: FileResult | undefined;
  #requests: Map<string, SipMessage> | undefined;
  #responses: Map<SipMessage, SipMessage[]> | undefined;

  constructor(
    readonly textDocument: TextDocument,
    /** As rules and configurations see it: relative to its workspace folder, with `/`. */
    readonly path: string,
    readonly config: FileConfig,
    /** How its editor counts lines. */
    readonly lines: TextLines = textDocument,
    /** What is known of the versions before. */
    private readonly memory = new FileMemory(),
  ) {}

  static of(uri: string, version: number, text: string, path: string, config: FileConfig): SipDocument {
    return new SipDocument(TextDocument.create(uri, 'sip', version, text), path, config);
  }

  get uri(): string {
    return this.textDocument.uri;
  }

  get version(): number {
    return this.textDocument.version;
  }

  get text(): string {
    return this.source.text;
  }

  get source(): SourceText {
    this.#source ??= SourceText.fromString(this.textDocument.getText());
    return this.#source;
  }

  /** Its messages and what stands between them. */
  get file(): SipFile {
    this.#file ??= this.#read();
    return this.#file;
  }

  get messages(): readonly SipMessage[] {
    return this.file.messages;
  }

  /** What linting gives: silent about a text in which nothing looks like SIP. */
  get result(): FileResult {
    this.#result ??= lintEdited(this.source, this.path, this.config, this.memory);
    return this.#result;
  }

  /** Linting reads all messages, those that an edit did not touch without parsing them. */
  #read(): SipFile {
    const { skipped } = this.result;
    const { file } = this.memory;
    return !skipped && file?.source === this.source ? file : readSipFile(this.source, this.config.input);
  }

  /** What ends its lines: that of the first. */
  get lineEnd(): string {
    return /\r\n|\n|\r/.exec(this.text)?.[0] ?? '\r\n';
  }

  /** The request that a response answers (RFC 3261 §17.1.3), if the document has it. */
  requestOf(response: SipMessage): SipMessage | undefined {
    this.#requests ??= requestsByKey(this.messages);
    return this.#requests.get(transactionKey(response) ?? '');
  }

  /** The responses to a request, in order. */
  responsesTo(request: SipMessage): readonly SipMessage[] {
    this.#responses ??= this.#indexResponses();
    return this.#responses.get(request) ?? [];
  }

  #indexResponses(): Map<SipMessage, SipMessage[]> {
    const index = new Map<SipMessage, SipMessage[]>();
    for (const message of this.messages) {
      const request = message.kind === 'response' ? this.requestOf(message) : undefined;
      if (!request) continue;
      const responses = index.get(request);
      if (responses) responses.push(message);
      else index.set(request, [message]);
    }
    return index;
  }

  /** The message that an offset lies in. */
  messageAt(offset: number): SipMessage | undefined {
    const { messages } = this;
    let low = 0;
    let high = messages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((messages[middle]?.offset ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const message = messages[low - 1];
    return message && offset <= message.offset + message.end ? message : undefined;
  }

  offsetAt(position: Position): number {
    return this.lines.offsetAt(position);
  }

  positionAt(offset: number): Position {
    return this.lines.positionAt(offset);
  }

  /** A range of the document as editors count it. */
  rangeOf({ start, end }: OffsetRange): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** A range that is relative to a message. */
  rangeIn(message: SipMessage, { start, end }: OffsetRange): Range {
    return this.rangeOf({ start: message.offset + start, end: message.offset + end });
  }

  offsetsOf({ start, end }: Range): OffsetRange {
    return { start: this.offsetAt(start), end: this.offsetAt(end) };
  }
}

function requestsByKey(messages: readonly SipMessage[]): Map<string, SipMessage> {
  const index = new Map<string, SipMessage>();
  for (const message of messages) {
    const key = message.kind === 'request' ? transactionKey(message) : undefined;
    // A retransmission repeats the first; what is said of the request is said of that one.
    if (key !== undefined && !index.has(key)) index.set(key, message);
  }
  return index;
}
