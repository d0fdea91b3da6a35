import { holdsAddresses, type OtherUri, type Uri, urisOf } from '@siplint/core';
import { DocumentLink } from 'vscode-languageserver-types';
import type { SipDocument } from '../document.js';

/** `RFC 3261`, perhaps with a section. */
const RFC = /\bRFC\s?(\d{1,5})\b(?:,?\s(?:§\s?|section\s)(\d+(?:\.\d+)*))?/gi;

/** What can be opened: pages that header fields name, and RFCs that comments cite. A SIP URI would start a call. */
export function linksOf(document: SipDocument): DocumentLink[] {
  return [...pageLinks(document), ...rfcLinks(document)];
}

function pageLinks(document: SipDocument): DocumentLink[] {
  return document.messages
    .filter(({ fields }) => fields.some(holdsAddresses))
    .flatMap((message) =>
      urisOf(message)
        .filter(({ uri }) => isPage(uri))
        .map(({ uri }) => DocumentLink.create(document.rangeIn(message, uri), uri.text)),
    );
}

function isPage(uri: Uri): uri is OtherUri {
  return uri.kind === 'other' && (uri.scheme === 'https' || uri.scheme === 'http');
}

function rfcLinks(document: SipDocument): DocumentLink[] {
  return document.file.trivia.flatMap(({ start, end }) =>
    [...document.text.slice(start, end).matchAll(RFC)].map(({ 0: cited, 1: rfc, 2: section, index }) => {
      const page = `https://www.rfc-editor.org/rfc/rfc${Number(rfc)}`;
      const range = document.rangeOf({ start: start + index, end: start + index + cited.length });
      return DocumentLink.create(range, section === undefined ? page : `${page}#section-${section}`);
    }),
  );
}
