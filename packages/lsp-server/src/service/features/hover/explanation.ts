import type { OffsetRange } from '../../document.js';

/** What is to be said about a stretch of a message, in Markdown. Offsets are relative to the message. */
export interface Explanation extends OffsetRange {
  readonly text: string;
}

/** True if an offset lies in a stretch, or at its end, where a cursor behind it stands. */
export function touches({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
