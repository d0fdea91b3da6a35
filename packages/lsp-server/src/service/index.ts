// What the language server knows of SIP documents, without transport and files: it runs in a browser as it is.

export * from './commands.js';
export { type OffsetRange, SipDocument } from './document.js';
export { type CallFlow, callFlowOf } from './features/call-flow.js';
export { CODE_ACTION_KINDS, codeActionsOf, fixOf, type RuleActionOptions } from './features/code-actions/index.js';
export { codeLensesOf } from './features/code-lenses.js';
export { completionsOf, TRIGGER_CHARACTERS } from './features/completion/index.js';
export { DIAGNOSTIC_SOURCE, type DiagnosticData, diagnosticsOf, type RulePages } from './features/diagnostics.js';
export { foldingRangesOf } from './features/folding.js';
export { formattingOf } from './features/formatting.js';
export { hoverOf } from './features/hover/index.js';
export { inlayHintsOf } from './features/inlay-hints.js';
export { linksOf } from './features/links.js';
export { definitionOf, highlightsOf, referencesOf } from './features/references.js';
export { prepareRename, RenameRefused, renameAt } from './features/rename.js';
export { selectionRangesOf } from './features/selection-ranges.js';
export { semanticTokensOf, TOKEN_MODIFIERS, TOKEN_TYPES } from './features/semantic-tokens/index.js';
export { symbolsOf } from './features/symbols.js';
export { LinesAtLf, type TextLines } from './text-lines.js';
