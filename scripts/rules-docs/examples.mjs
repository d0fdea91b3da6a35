import { exampleText, parseMarkedText } from '@siplint/core';
import { lintExample, readExample, strictConfig } from '@siplint/core/testing';
import { fenced, plain } from './markdown.mjs';

const LONGEST_LINE = 1000;

/** A bad example with carets under what is reported, and what the rule says of it. */
export function badExample(rule, example) {
  const { text, ranges } = parseMarkedText(exampleText(example));
  const { findings } = lintExample(readExample(example), strictConfig([rule]));
  const messages = [...new Set(findings.map(({ message }) => `> ${plain(message)}`))];
  return [fenced('sip', withCarets(text, ranges)), ...messages].join('\n\n');
}

export function goodExample(example) {
  return fenced('sip', withCarets(parseMarkedText(exampleText(example)).text, []));
}

/** The lines of a text, each with a line of carets below it if a range begins or goes on in it. */
function withCarets(text, ranges) {
  const lines = [];
  let start = 0;
  for (const line of text.split(/\r\n|\n|\r(?![^\n]*\n)/)) {
    const carets = caretsUnder(line, start, ranges);
    lines.push(visible(carets === '' ? shortened(line) : line));
    if (carets !== '') lines.push(carets);
    start += line.length;
    if (text.startsWith('\r\n', start)) start += 2;
    else start += 1;
  }
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}

function caretsUnder(line, start, ranges) {
  const end = start + line.length;
  let carets = '';
  for (const range of ranges) {
    const isHere =
      range.start === range.end ? start <= range.start && range.start <= end : range.start < end && start < range.end;
    const from = Math.max(range.start, start) - start;
    const to = Math.max(from + 1, Math.min(range.end, end) - start);
    if (isHere)
      carets = carets.padEnd(columnsOf(line.slice(0, from))) + '^'.repeat(columnsOf(line.slice(from, to)) || 1);
  }
  return carets;
}

/** A line without marks as a page can show it. */
function shortened(line) {
  return line.length > LONGEST_LINE ? `${line.slice(0, 80)} (${line.length} characters)` : line;
}

/** What a control character looks like: its picture, so that carets stay below their text. */
function visible(line) {
  return line
    .replace(/[\0-\x08\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replaceAll('\x7f', '\u2421');
}

function columnsOf(text) {
  return [...text].length;
}
