import { displayWidth } from './width.js';

/** Breaks text at blanks into lines of at most `width` cells behind an indent; a longer word stands alone. */
export function wrap(text: string, width: number, indent = ''): string {
  const words = text.split(/\s+/).filter(Boolean);
  return fill(words, width - indent.length)
    .map((line) => indent + line)
    .join('\n');
}

/** The same for one line that quotes what it speaks of: all of its blanks stay, but those at which it breaks. */
export function fold(line: string, width: number): readonly string[] {
  return displayWidth(line) <= width ? [line] : fill(line.split(' '), width);
}

function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of words) {
    if (line !== undefined && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === undefined ? word : `${line} ${word}`;
  }
  if (line !== undefined) lines.push(line);
  return lines;
}
