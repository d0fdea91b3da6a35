import type { Uri } from '../../../src/syntax/nodes.js';
import { ADDRESS_URI } from '../../../src/syntax/values/absolute-uri.js';
import { Reader } from '../../../src/syntax/values/reader.js';
import { readUri } from '../../../src/syntax/values/uri.js';

/** A URI as read on its own, at offset 0, with the code and marked text of each issue. */
export function readUriText(text: string): {
  uri: Uri | undefined;
  issues: [code: string, marked: string][];
  reader: Reader;
} {
  const reader = new Reader(text, 0, text.length);
  const uri = readUri(reader, 0, text.length, ADDRESS_URI);
  return { uri, reader, issues: reader.issues.map(({ code, start, end }) => [code, text.slice(start, end)]) };
}

export type UriCase = [text: string, ...issues: [code: string, marked: string][]];
