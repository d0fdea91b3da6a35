import {
  type Connection,
  ErrorCodes,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import {
  CALL_FLOW_REQUEST,
  CODE_ACTION_KINDS,
  callFlowOf,
  codeActionsOf,
  codeLensesOf,
  completionsOf,
  definitionOf,
  foldingRangesOf,
  formattingOf,
  highlightsOf,
  hoverOf,
  inlayHintsOf,
  linksOf,
  prepareRename,
  RenameRefused,
  referencesOf,
  renameAt,
  selectionRangesOf,
  semanticTokensOf,
  symbolsOf,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  TRIGGER_CHARACTERS,
} from '../service/index.js';
import type { Answers } from './answer.js';
import type { Environment } from './environment.js';

/** What the server can do besides diagnostics. */
export const FEATURE_CAPABILITIES: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
  codeLensProvider: {},
  completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS] },
  definitionProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentHighlightProvider: true,
  documentLinkProvider: {},
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  hoverProvider: true,
  inlayHintProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  selectionRangeProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: true,
    range: true,
  },
};

/** What `siplint/callFlow` asks for. */
interface CallFlowParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly theme?: 'auto' | 'light' | 'dark';
}

/** Answers the requests of all features. */
export function registerFeatures(connection: Connection, { about }: Answers, inside: () => Environment): void {
  connection.onRequest(
    CALL_FLOW_REQUEST,
    about('call flow', null, (document, { theme }: CallFlowParams) => callFlowOf(document, theme)),
  );
  connection.onCodeAction(
    about('code actions', [], (document, { context }) => {
      const { client, configs } = inside();
      const canConfigure = configs.disableRule !== undefined;
      return codeActionsOf(document, context, { canConfigure, rulePages: client.rulePages });
    }),
  );
  connection.onCodeLens(about('code lenses', [], (document) => codeLensesOf(document, inside().client.canShowFlow)));
  connection.onCompletion(
    about('completion', [], (document, { position }) =>
      completionsOf(document, position, inside().client.canFillBlanks),
    ),
  );
  connection.onDefinition(about('definition', undefined, (document, { position }) => definitionOf(document, position)));
  connection.onDocumentHighlight(about('highlights', [], (document, { position }) => highlightsOf(document, position)));
  connection.onDocumentLinks(about('links', [], linksOf));
  connection.onDocumentSymbol(about('symbols', [], symbolsOf));
  connection.onFoldingRanges(about('folding', [], foldingRangesOf));
  connection.onDocumentFormatting(about('formatting', [], (document) => formattingOf(document)));
  connection.onDocumentRangeFormatting(about('formatting', [], (document, { range }) => formattingOf(document, range)));
  connection.onHover(about('hover', undefined, (document, { position }) => hoverOf(document, position)));
  connection.languages.inlayHint.on(about('inlay hints', [], (document, { range }) => inlayHintsOf(document, range)));
  connection.onPrepareRename(about('rename', undefined, (document, { position }) => prepareRename(document, position)));
  connection.onReferences(
    about('references', [], (document, { position, context }) =>
      referencesOf(document, position, context.includeDeclaration),
    ),
  );
  connection.onRenameRequest(
    about('rename', undefined, (document, { position, newName }) => {
      try {
        return renameAt(document, position, newName);
      } catch (error) {
        if (error instanceof RenameRefused) throw new ResponseError(ErrorCodes.InvalidParams, error.message);
        throw error;
      }
    }),
  );
  connection.onSelectionRanges(
    about('selection', [], (document, { positions }) => selectionRangesOf(document, positions)),
  );
  const { semanticTokens } = connection.languages;
  semanticTokens.on(about('colours', { data: [] }, (document) => semanticTokensOf(document)));
  semanticTokens.onRange(about('colours', { data: [] }, (document, { range }) => semanticTokensOf(document, range)));
}
