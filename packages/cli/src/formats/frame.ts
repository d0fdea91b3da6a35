import { type FileResult, type Finding, formatReference, referenceUrl, type SourceView } from '@siplint/core';
import { relatedSource } from '../report/json-report.js';
import { countSafeFixes, plural, summaryText } from '../report/summary-text.js';
import { paint } from '../terminal/colors.js';
import { type Excerpt, excerpt } from '../terminal/excerpt.js';
import { printable } from '../terminal/printable.js';
import { fold } from '../terminal/wrap.js';
import type { Format, FormatContext } from './format.js';

/** For people: each finding with its source line, the range underlined, the RFC section, related places and the fix. */
const frame: Format = (context) => {
  let safeFixes = 0;
  return {
    file(result) {
      safeFixes += countSafeFixes(result);
      for (const finding of result.findings) {
        for (const line of findingBlock(finding, result, context)) context.write(`${line}\n`);
      }
    },
    end(summary, problems) {
      context.write(summaryText(summary, { problems: problems.length, safeFixes }, context.colors));
    },
  };
};

function* findingBlock(finding: Finding, file: FileResult, context: FormatContext): Iterable<string> {
  const { path, source } = file;
  const { colors } = context;
  const { severity, start, end, references, related, fix } = finding;
  const lineOf = (text: SourceView, offset: number) => text.lines.positionAt(offset).line;
  const numbers = related.map((other) => lineOf(relatedSource(other.path, file) ?? source, other.start));
  const gutter = String(Math.max(lineOf(source, start), ...numbers)).length;
  const indent = ' '.repeat(gutter);
  const { line, column } = source.lines.positionAt(start);
  yield* heading(finding, context);
  yield `${indent}${colors.cyan('-->')} ${printable(path)}:${line}:${column}`;
  if (source.length > 0) {
    yield* marked(source, start, end, gutter, context, (text) => paint(colors, severity, text), '^');
  }
  for (const other of related) {
    const text = relatedSource(other.path, file);
    if (!text) {
      yield `${indent} ${colors.cyan('=')} ${printable(`${other.path}: ${other.message}`)}`;
      continue;
    }
    if (text !== source) {
      const place = text.lines.positionAt(other.start);
      yield `${indent}${colors.cyan('-->')} ${printable(`${other.path}`)}:${place.line}:${place.column}`;
    }
    yield* marked(text, other.start, other.end, gutter, context, colors.cyan, '-', other.message);
  }
  for (const reference of references) {
    const url = referenceUrl(reference);
    yield `${indent} ${colors.cyan('=')} ${formatReference(reference)}${url ? colors.dim(` ${url}`) : ''}`;
  }
  if (fix) yield `${indent} ${colors.cyan('=')} fix (${fix.safety}): ${printable(fix.title)}`;
  yield '';
}

/** Severity, message and rule. */
function* heading({ severity, message, ruleId }: Finding, { colors, width, wraps }: FormatContext): Iterable<string> {
  const rule = `[${printable(ruleId)}]`;
  const lines = fold(`${severity}: ${printable(message)} ${rule}`, wraps ? width : Number.POSITIVE_INFINITY);
  for (const [i, line] of lines.entries()) {
    const text = line.endsWith(rule) ? line.slice(0, -rule.length).trimEnd() : line;
    const painted = i === 0 ? paint(colors, severity, severity) + text.slice(severity.length) : text;
    yield [text && colors.bold(painted), text !== line && colors.dim(rule)].filter(Boolean).join(' ');
  }
}

function* marked(
  source: SourceView,
  start: number,
  end: number,
  gutter: number,
  { colors, width }: FormatContext,
  paintMark: (text: string) => string,
  mark: string,
  label = '',
): Iterable<string> {
  const shown: Excerpt = excerpt(source, start, end, Math.max(20, width - gutter - 3));
  const bar = colors.cyan('|');
  const more = shown.moreLines > 0 ? `and ${plural(shown.moreLines, 'more line')}` : '';
  const note = [more, label && printable(label)].filter(Boolean).join(': ');
  yield `${colors.cyan(String(shown.line).padStart(gutter))} ${bar} ${shown.text}`;
  const underline = ' '.repeat(shown.markStart) + paintMark(mark.repeat(shown.markWidth) + (note && ` ${note}`));
  yield `${' '.repeat(gutter)} ${bar} ${underline}`;
}

export default frame;
