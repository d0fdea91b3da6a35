import { printable } from '../../text/printable.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text as XML character data or attribute value; what XML cannot hold is written out. */
export function xml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Pixels that a text takes at most, whatever sans-serif the reader has: no font can be measured here. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character.codePointAt(0) ?? 0);
  return ems * size;
}

function emsOf(code: number): number {
  if (code > 0x2e7f) return 1.05;
  if (code > 0x7e) return 0.7;
  const character = String.fromCharCode(code);
  if ("ijl.,:;|!'`()[]{}ftr /".includes(character)) return 0.36;
  if ('mwMW@%'.includes(character)) return 0.97;
  if ('0123456789+'.includes(character)) return 0.65;
  return code >= 0x41 && code <= 0x5a ? 0.7 : 0.58;
}

/** How much wider bold text is. */
export const BOLD = 1.08;

/** The beginning of a text that fits, with an ellipsis where something was cut off. */
export function clipText(text: string, width: number, size: number): string {
  const shown = printable(text);
  if (textWidth(shown, size) <= width) return shown;
  let clipped = '';
  let room = width - textWidth('…', size);
  for (const character of shown) {
    room -= textWidth(character, size);
    if (room < 0) break;
    clipped += character;
  }
  return `${clipped.trimEnd()}…`;
}

/** Breaks a text at blanks into lines that fit, and a word that is too long anywhere; the last line is cut off. */
export function wrapText(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
    if (lines.length === most) break;
  }
  if (lines.length < most && line !== '') lines.push(line);
  else if (line !== '' && lines.length > 0) lines.push(`${lines.pop()} ${line}`);
  return lines.map((each) => clipText(each, width, size));
}
