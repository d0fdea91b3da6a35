import { FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { OffsetRange, SipDocument } from '../document.js';
import { type OutlineNode, outlineOf } from '../outline.js';

/** Messages, bodies, media sections, folded header fields, and comments in a row. */
export function foldingRangesOf(document: SipDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (range: OffsetRange, kind?: FoldingRangeKind): void => {
    const startLine = document.positionAt(range.start).line;
    const endLine = document.positionAt(lastCharacter(document.text, range)).line;
    if (endLine > startLine) ranges.push(FoldingRange.create(startLine, endLine, undefined, undefined, kind));
  };
  const addNode = (node: OutlineNode): void => {
    add(node);
    for (const child of node.children) addNode(child);
  };
  for (const node of outlineOf(document)) addNode(node);
  for (const range of document.file.trivia) add(range, FoldingRangeKind.Comment);
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** The last character that is not white space, so that blank lines behind a message stay visible. */
function lastCharacter(text: string, { start, end }: OffsetRange): number {
  let last = end - 1;
  while (last > start && text.charCodeAt(last) <= 0x20) last--;
  return Math.max(start, last);
}
