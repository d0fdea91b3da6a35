import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { SipDocument } from '../service/index.js';
import type { OpenDocuments } from './open-documents.js';

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** Answers a request about a document. */
export type Answer<Params, Result> = (document: SipDocument, params: Params) => Result;

/** Makes handlers that cannot bring the server down. */
export class Answers {
  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    /** Called when a document has got its configuration. */
    private readonly onConfigured: () => void,
  ) {}

  /**
   * A handler that works on the newest version of the document, so that no answer is older than the request; one that fails
   * is logged and answers `none`, as does a document that is not open. What a feature refuses (ResponseError) the client
   * is told.
   */
  readonly about = <Params extends OfDocument, Result>(
    feature: string,
    none: Result,
    answer: Answer<Params, Result>,
  ): ((params: Params, token: CancellationToken) => Promise<Result>) => {
    return async (params, token) => {
      const { uri } = params.textDocument;
      const document = await this.documents.get(uri);
      this.onConfigured();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (!document) return none;
      try {
        return answer(document, params);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.connection.console.error(`${feature} of ${uri} failed: ${describe(error)}`);
        return none;
      }
    };
  };
}

/** Sends what the client need not answer; a client that cannot take it must not bring the server down. */
export function inBackground(connection: Connection, what: string, sent: Promise<unknown>): void {
  sent.catch((error: unknown) => connection.console.error(`${what} failed: ${describe(error)}`));
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
