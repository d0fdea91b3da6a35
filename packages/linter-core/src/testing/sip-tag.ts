import type { Example } from '../engine/rule.js';
import type { TextEncoding } from '../text/source-text.js';

/**
 * A message in a template literal: `` sip`…` `` takes away the common indentation and the line breaks next to the backticks,
 * turns every line end into CRLF and ends the header section with its empty line. Backslashes stay as they are written;
 * `<|` and `|>` mark ranges.
 */
export function sip(strings: TemplateStringsArray, ...values: readonly (string | number)[]): Example {
  return { text: endHeaderSection(dedent(String.raw(strings, ...values)).replaceAll('\n', '\r\n')) };
}

/** Exact text: an example whose line ends, start or end are its point, so that it is tested as it is only. */
export function exactly(text: string, encoding: TextEncoding = 'utf-8'): Example {
  return { text, isRaw: true, encoding };
}

/** An example whose characters up to U+00FF stand for single octets, so that the file is no UTF-8. */
export function octets(example: Example): Example {
  const { isRaw = false, input = {} } = typeof example === 'string' ? {} : example;
  return {
    get text() {
      return exampleText(example);
    },
    encoding: 'bytes',
    isRaw,
    input,
  };
}

/** The text of an example with its marks. */
export function exampleText(example: Example): string {
  return typeof example === 'string' ? example : example.text;
}

function dedent(literal: string): string {
  const lines = literal
    .replaceAll('\r\n', '\n')
    .replace(/^[ \t]*\n/, '')
    .split('\n');
  if (lines.at(-1)?.trim() === '') lines.pop();
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, width) => Math.min(least, width), Number.POSITIVE_INFINITY);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(indent))).join('\n');
}

/** A text without an empty line is a header section that nothing ends yet; one with a body ends as it was written. */
function endHeaderSection(text: string): string {
  if (text.includes('\r\n\r\n')) return text;
  return `${text.endsWith('\r\n') ? text : `${text}\r\n`}\r\n`;
}
