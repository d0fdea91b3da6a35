import type { SipMessage } from '@siplint/core';

/** The line terminator to write into a message: the one that its lines have, CRLF where they differ. */
export function lineTerminatorOf({ lineEnds }: SipMessage): string {
  if (lineEnds === 'lf') return '\n';
  return lineEnds === 'cr' ? '\r' : '\r\n';
}

/** The start of the line that follows the one whose text ends at `contentEnd`. */
export function nextLineStart(text: string, contentEnd: number): number {
  return text.startsWith('\r\n', contentEnd) ? contentEnd + 2 : Math.min(text.length, contentEnd + 1);
}
