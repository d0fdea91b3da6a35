import { DocumentHighlight, DocumentHighlightKind, type Location, type Position } from 'vscode-languageserver-types';
import type { SipDocument } from '../document.js';
import { namesOf } from '../names/name-index.js';
import type { Occurrence } from '../names/occurrence.js';

/** Where the name at a position comes from: its definition, or the first place that has it. */
export function definitionOf(document: SipDocument, position: Position): Location | undefined {
  const [first, ...others] = placesOf(document, position);
  const definition = first?.isDefinition ? first : (others.find(({ isDefinition }) => isDefinition) ?? first);
  return definition && locationOf(document, definition);
}

/** All places of the name at a position. */
export function referencesOf(document: SipDocument, position: Position, includeDeclaration: boolean): Location[] {
  const places = placesOf(document, position);
  const declaration = places.find(({ isDefinition }) => isDefinition) ?? places[0];
  return places
    .filter((place) => includeDeclaration || place !== declaration)
    .map((place) => locationOf(document, place));
}

export function highlightsOf(document: SipDocument, position: Position): DocumentHighlight[] {
  return placesOf(document, position).map((place) =>
    DocumentHighlight.create(
      document.rangeOf(place),
      place.isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    ),
  );
}

function placesOf(document: SipDocument, position: Position): readonly Occurrence[] {
  const names = namesOf(document);
  const name = names.at(document.offsetAt(position));
  return name ? names.sameAs(name) : [];
}

function locationOf(document: SipDocument, place: Occurrence): Location {
  return { uri: document.uri, range: document.rangeOf(place) };
}
