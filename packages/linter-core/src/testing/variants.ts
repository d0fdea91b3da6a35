import type { Finding } from '../engine/finding.js';
import type { ReadExample } from './example-run.js';

/** The same example in another form, and where an offset of the first is in it. */
export interface Variant {
  readonly name: string;
  readonly example: ReadExample;
  readonly offsetOf: (offset: number) => number;
}

/** Forms in which an example must give the same findings: the other line ends, and characters of several octets before it. */
export function variantsOf(example: ReadExample): Variant[] {
  if (example.isRaw) return [];
  const variants = [behindComment(example)];
  const otherLineEnds = withOtherLineEnds(example);
  return otherLineEnds ? [otherLineEnds, ...variants] : variants;
}

/** What must be the same in every form: which rule says what where. */
export function signature(finding: Finding, offsetOf: (offset: number) => number = (offset) => offset): string {
  return `${finding.ruleId} ${finding.messageId} ${offsetOf(finding.start)}-${offsetOf(finding.end)}`;
}

/** A CRLF text with LF or an LF text with CRLF; undefined for a text that mixes them. */
function withOtherLineEnds(example: ReadExample): Variant | undefined {
  const { text } = example;
  const crlfs = countOf(text, /\r\n/g);
  if (crlfs === 0 && text.includes('\r')) return undefined;
  if (crlfs === 0) return variant('with CRLF', example, text.replaceAll('\n', '\r\n'), /\n/g, 1);
  if (crlfs !== countOf(text, /\r|\n/g) - crlfs) return undefined;
  return variant('with LF', example, text.replaceAll('\r\n', '\n'), /\r(?=\n)/g, -1);
}

/** Each match of `moving` before an offset moves it by `step`. */
function variant(name: string, example: ReadExample, text: string, moving: RegExp, step: number): Variant {
  const offsetOf = (offset: number): number =>
    offset + step * countOf(example.text.slice(0, offset + 1), moving, offset);
  return { name, example: { ...example, text }, offsetOf };
}

function behindComment(example: ReadExample): Variant {
  const comment = example.encoding === 'bytes' ? '# \xe9\xff' : '# é€😀';
  const prefix = `${comment}${example.text.includes('\r\n') ? '\r\n' : '\n'}`;
  return {
    name: 'behind characters of several octets',
    example: { ...example, text: prefix + example.text },
    offsetOf: (offset) => offset + prefix.length,
  };
}

/** Matches that begin before an offset. */
function countOf(text: string, pattern: RegExp, before = text.length): number {
  return [...text.matchAll(pattern)].filter(({ index }) => index < before).length;
}
