import { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { SipDocument } from '../document.js';
import { type OutlineKind, type OutlineNode, outlineOf } from '../outline.js';

const KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  request: SymbolKind.Function,
  response: SymbolKind.Event,
  unrecognized: SymbolKind.Null,
  header: SymbolKind.Field,
  session: SymbolKind.Module,
  media: SymbolKind.Object,
  line: SymbolKind.Property,
};

/** The outline of a document: breadcrumbs and the list of symbols. */
export function symbolsOf(document: SipDocument): DocumentSymbol[] {
  return outlineOf(document).map((node) => symbolOf(node, document));
}

function symbolOf(node: OutlineNode, document: SipDocument): DocumentSymbol {
  const { kind, name, detail, selection, children } = node;
  return DocumentSymbol.create(
    // Clients refuse a symbol without a name.
    name === '' ? '?' : name,
    detail,
    KINDS[kind],
    document.rangeOf(node),
    document.rangeOf(selection),
    children.map((child) => symbolOf(child, document)),
  );
}
