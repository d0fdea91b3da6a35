import type { Range } from '../text/range.js';

/** A text that was written with `<|` and `|>` around ranges, without those marks. */
export interface MarkedText {
  readonly text: string;
  /** In the order of their start marks; `<||>` is an empty range. */
  readonly ranges: readonly Range[];
}

const OPEN = '<|';
const CLOSE = '|>';

/**
 * Takes the marks out of a text and tells the ranges they enclosed.
 * @throws {Error} if a mark has no partner or a range holds another: a slip of whoever wrote the example
 */
export function parseMarkedText(marked: string): MarkedText {
  const ranges: Range[] = [];
  let text = '';
  let at = 0;
  for (;;) {
    const open = marked.indexOf(OPEN, at);
    const inside = open + OPEN.length;
    if (open < 0) break;
    text += unmarked(marked.slice(at, open));
    const close = marked.indexOf(CLOSE, inside);
    if (close < 0) throw new Error(`a mark is not closed: ${marked.slice(open, open + 40)}`);
    const marking = marked.slice(inside, close);
    if (marking.includes(OPEN)) throw new Error(`a marked range holds another: ${marked.slice(open, close + 2)}`);
    ranges.push({ start: text.length, end: text.length + marking.length });
    text += marking;
    at = close + CLOSE.length;
  }
  return { text: text + unmarked(marked.slice(at)), ranges };
}

/** The text of an example without its marks. */
export function stripMarks(marked: string): string {
  return marked.includes(OPEN) || marked.includes(CLOSE) ? parseMarkedText(marked).text : marked;
}

function unmarked(text: string): string {
  const close = text.indexOf(CLOSE);
  if (close >= 0) throw new Error(`a mark closes nothing: ${text.slice(Math.max(0, close - 40), close + 2)}`);
  return text;
}
