import assert from 'node:assert/strict';

/** A fenced block of a Markdown document. */
export interface Fence {
  /** The first word of the info string. */
  readonly language: string;
  /** `title="…"` of the info string: the file that the block shows. */
  readonly title: string | undefined;
  readonly content: string;
  /** The number of its first line in the document. */
  readonly line: number;
}

/** A command of a `console` block with the output that the document shows for it. */
export interface Command {
  readonly command: string;
  /** Empty where the document shows none, and any will do. */
  readonly output: string;
  readonly line: number;
}

/** The fenced blocks of a document in order; a fence of more backticks may hold others. */
export function fencesOf(markdown: string): Fence[] {
  const fences: Fence[] = [];
  const lines = markdown.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const [, ticks, info = ''] = /^(`{3,})(.*)$/.exec(lines[at] ?? '') ?? [];
    if (ticks === undefined) continue;
    const end = lines.indexOf(ticks, at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: a fence is not closed`);
    const [language = ''] = info.trim().split(/\s/, 1);
    const [, title] = /\btitle="([^"]+)"/.exec(info) ?? [];
    fences.push({ language, title, content: `${lines.slice(at + 1, end).join('\n')}\n`, line: at + 2 });
    at = end;
  }
  return fences;
}

/** The commands of a `console` block: lines that begin with `$ `, each with its output up to the next one. */
export function commandsOf({ content, line }: Fence): Command[] {
  const commands: { command: string; output: string[]; line: number }[] = [];
  content.split('\n').forEach((text, i) => {
    if (text.startsWith('$ ')) commands.push({ command: text.slice(2), output: [], line: line + i });
    else commands.at(-1)?.output.push(text);
  });
  return commands.map(({ output, ...rest }) => ({ ...rest, output: output.join('\n').trimEnd() }));
}

/** Checks what a command did: without shown output it has to succeed, else its output has to be as shown. */
export function assertShown(
  { output, status }: { readonly output: string; readonly status: number | null },
  shown: string,
): void {
  if (shown === '') assert.equal(status, 0, output);
  else if (!isAsShown(output, shown)) assert.equal(output, shown);
}

/** Compares line by line; a line `...` stands for any lines. */
function isAsShown(output: string, shown: string): boolean {
  const lines = trimmedLines(output);
  const parts = shown.split(/^\.\.\.$/m).map(trimmedLines);
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const last = lines.length - part.length;
    let place = i === parts.length - 1 && part.length > 0 ? Math.max(at, last) : at;
    while (place <= last && part.some((line, k) => line !== lines[place + k])) place++;
    if (place > last || (i === 0 && place > 0)) return false;
    at = place + part.length;
  }
  return at === lines.length || parts.at(-1)?.length === 0;
}

/** The lines of a text without blanks at their ends, and without empty lines around them. */
function trimmedLines(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}
