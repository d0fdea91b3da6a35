import type { SourceView } from '@siplint/core';
import { printable } from './printable.js';
import { type Cluster, clusters, clusterWidth, displayWidth } from './width.js';

/** One line of a file as a terminal shows it, and the cells that a range takes in it. */
export interface Excerpt {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** First cell of the range in `text`, 0-based. */
  readonly markStart: number;
  /** At least one cell, so that an empty range is seen too. */
  readonly markWidth: number;
  /** Lines that the range goes on to behind this one. */
  readonly moreLines: number;
}

const TAB_STOP = 4;
const CUT = '…';
/** Code units of a line that are looked at on each side of a range: enough for any width, little for any hostile line. */
const REACH = 512;

/** The first line of `[start, end)`, cut to `width` cells around the range. */
export function excerpt(source: SourceView, start: number, end: number, width: number): Excerpt {
  const { lines } = source;
  const { line } = lines.positionAt(start);
  const lineStart = lines.startOf(line);
  const lineEnd = line < lines.count ? lines.startOf(line + 1) : source.length;
  const from = Math.max(lineStart, onBoundary(source, start - REACH));
  const to = Math.min(lineEnd, onBoundary(source, Math.max(start, Math.min(end, start + width)) + REACH));
  const cells = layOut(source.slice(from, to), from, contentEnd(source, lineStart, lineEnd), end);
  const { first, last } = markedCells(cells, start, Math.max(end, start + 1));
  const window = windowAround(cells, first, last, width, from > lineStart, to < lineEnd);
  const lastLine = lines.positionAt(Math.max(start, end - 1)).line;
  return { line, ...window, moreLines: lastLine - line };
}

interface Cell extends Cluster {
  readonly width: number;
}

/** Offset behind the last character of a line before its terminator. */
function contentEnd(source: SourceView, lineStart: number, lineEnd: number): number {
  const last = source.slice(Math.max(lineStart, lineEnd - 2), lineEnd);
  return lineEnd - (last.endsWith('\r\n') ? 2 : /[\r\n]$/.test(last) ? 1 : 0);
}

/** Offsets become those of the file; the terminator is shown only where the range reaches into it. */
function layOut(text: string, from: number, content: number, rangeEnd: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const cluster of splitTerminator(text)) {
    const start = from + cluster.start;
    if (start >= content && rangeEnd <= content) break;
    const shown = cluster.text === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : printable(cluster.text);
    const width = shown === cluster.text ? clusterWidth(shown) : displayWidth(shown);
    cells.push({ text: shown, start, end: from + cluster.end, width });
    column += width;
  }
  return cells;
}

/** CRLF is one grapheme cluster, but a range may hold just one half of it. */
function* splitTerminator(text: string): Iterable<Cluster> {
  for (const cluster of clusters(text)) {
    if (cluster.text === '\r\n') {
      yield { text: '\r', start: cluster.start, end: cluster.start + 1 };
      yield { text: '\n', start: cluster.start + 1, end: cluster.end };
    } else yield cluster;
  }
}

/** Indices of the cells that the range touches; `last` is behind the last one. Both are the end for a range behind it. */
function markedCells(cells: readonly Cell[], start: number, end: number): { first: number; last: number } {
  let first = cells.findIndex((cell) => cell.end > start);
  if (first < 0) first = cells.length;
  let last = first;
  while (last < cells.length && (cells[last]?.start ?? end) < end) last++;
  return { first, last };
}

function windowAround(
  cells: readonly Cell[],
  first: number,
  last: number,
  width: number,
  isCutBefore: boolean,
  isCutBehind: boolean,
): Pick<Excerpt, 'text' | 'markStart' | 'markWidth'> {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  let from = 0;
  let to = cells.length;
  if (isCutBefore || isCutBehind || total > width) {
    // A third of the width for what stands before the range, the rest for the range and what follows.
    from = first;
    for (let room = Math.floor(width / 3); from > 0; from--) {
      room -= cells[from - 1]?.width ?? 0;
      if (room < 0) break;
    }
    to = from;
    for (let room = width - 2 * CUT.length; to < cells.length; to++) {
      room -= cells[to]?.width ?? 0;
      if (room < 0) break;
    }
  }
  const before = from > 0 || isCutBefore ? CUT : '';
  const behind = to < cells.length || isCutBehind ? CUT : '';
  const widthOf = (a: number, b: number) => cells.slice(a, b).reduce((sum, cell) => sum + cell.width, 0);
  const text = cells.slice(from, to).map((cell) => cell.text);
  return {
    text: before + text.join('') + behind,
    markStart: before.length + widthOf(from, first),
    markWidth: Math.max(1, widthOf(first, Math.min(last, to))),
  };
}

/** An offset that does not stand inside a surrogate pair. */
function onBoundary(source: SourceView, offset: number): number {
  const at = Math.max(0, Math.min(offset, source.length));
  const code = source.slice(at, at + 1).charCodeAt(0);
  return code >= 0xdc00 && code < 0xe000 ? Math.max(0, at - 1) : at;
}
