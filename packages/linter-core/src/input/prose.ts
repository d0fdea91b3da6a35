import { byteOrderMarkLength } from '../syntax/frame-text.js';
import { isStartLineAt } from './body-end.js';
import type { FileText } from './file-text.js';
import { readMark } from './marks.js';
import { beginsWithKnownHeader } from './sniff.js';

/**
 * The end of the paragraph of text at `at`; -1 if two of its lines begin with names of well-known header fields, so that
 * it is a message with a broken start line.
 */
export function endOfProse(file: FileText, at: number): number {
  let known = 0;
  let start = at + byteOrderMarkLength(file.text, at);
  while (start < file.length) {
    const next = file.nextLine(start);
    const end = file.contentEnd(start, next);
    if (file.isBlank(start, end) || isStartLineAt(file, start, end)) return start;
    if (start > at && readMark(file.text, start, end)) return start;
    if (beginsWithKnownHeader(file.text, start, end) && ++known === 2) return -1;
    start = next;
  }
  return start;
}
