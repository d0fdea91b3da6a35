import { type Position, SelectionRange } from 'vscode-languageserver-types';
import type { OffsetRange, SipDocument } from '../document.js';
import { type OutlineNode, outlineOf } from '../outline.js';

/** What an editor selects when it is asked for more and more: word, value, row, section, message, document. */
export function selectionRangesOf(document: SipDocument, positions: readonly Position[]): SelectionRange[] {
  const outline = outlineOf(document);
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    const around: OffsetRange[] = [{ start: 0, end: document.text.length }, ...nodesAround(outline, offset)];
    const value = valueAt(document, offset);
    if (value) around.push(value);
    const word = wordAt(document.text, offset);
    if (word) around.push(word);
    return chain(document, around);
  });
}

/** The nodes that hold an offset, the outermost first. */
function nodesAround(nodes: readonly OutlineNode[], offset: number): OutlineNode[] {
  const found = nodes.find(({ start, end }) => start <= offset && offset < end);
  return found ? [found, ...nodesAround(found.children, offset)] : [];
}

function valueAt(document: SipDocument, offset: number): OffsetRange | undefined {
  const message = document.messageAt(offset);
  if (!message) return undefined;
  const at = offset - message.offset;
  const field = message.fields.find(({ valueStart, valueEnd }) => valueStart <= at && at <= valueEnd);
  return field && { start: message.offset + field.valueStart, end: message.offset + field.valueEnd };
}

const WORD = /[\p{L}\p{N}.!%*_+`'~-]/u;

/** The token at an offset. */
function wordAt(text: string, offset: number): OffsetRange | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && WORD.test(text.charAt(start - 1))) start--;
  while (end < text.length && WORD.test(text.charAt(end))) end++;
  return end > start ? { start, end } : undefined;
}

/** Each within the one before; equal ones once. */
function chain(document: SipDocument, ranges: readonly OffsetRange[]): SelectionRange {
  let parent: SelectionRange | undefined;
  let outer: OffsetRange | undefined;
  for (const range of ranges) {
    const isWithin = !outer || (outer.start <= range.start && range.end <= outer.end);
    const isSmaller = !outer || range.end - range.start < outer.end - outer.start;
    if (!isWithin || !isSmaller) continue;
    parent = SelectionRange.create(document.rangeOf(range), parent);
    outer = range;
  }
  return parent ?? SelectionRange.create(document.rangeOf({ start: 0, end: 0 }));
}
