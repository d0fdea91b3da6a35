import { appendFileSync } from 'node:fs';
import { type Finding, formatReference, type Severity, type SourceView } from '@siplint/core';
import { placeOf } from '../report/json-report.js';
import { plural } from '../report/summary-text.js';
import type { Summary } from '../report/tally.js';
import { printable } from '../terminal/printable.js';
import type { Format } from './format.js';

const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** GitHub takes 1 MiB of summary a step; a table longer than this helps nobody. */
const MOST_SUMMARY_ROWS = 200;

/** Workflow commands that annotate the lines, and a summary of the step where GITHUB_STEP_SUMMARY names its file. */
const github: Format = ({ write, variables }) => {
  const rows: string[] = [];
  return {
    file({ path, source, findings }) {
      for (const finding of findings) {
        write(`${annotation(finding, path, source)}\n`);
        if (rows.length < MOST_SUMMARY_ROWS) rows.push(summaryRow(finding, path, source));
      }
    },
    end(summary, problems) {
      for (const { message, path } of problems) {
        const file = path === undefined ? '' : ` file=${property(path)}`;
        write(`::error${file}::${data(printable(message))}\n`);
      }
      const file = variables.GITHUB_STEP_SUMMARY;
      if (file) appendFileSync(file, stepSummary(summary, rows));
    },
  };
};

function annotation(
  { ruleId, severity, message, start, end, references }: Finding,
  path: string,
  source: SourceView,
): string {
  const { line, column, endLine, endColumn } = placeOf(source, start, end);
  // GitHub reads columns only where a range stays on its line, and counts its end as within.
  const columns = endLine === line ? `,col=${column},endColumn=${Math.max(column, endColumn - 1)}` : '';
  const title = property(`siplint ${ruleId}`);
  const cited = references.map(formatReference).join(', ');
  const text = data(printable(message + (cited && ` (${cited})`)));
  return `::${COMMAND[severity]} file=${property(path)},line=${line},endLine=${endLine}${columns},title=${title}::${text}`;
}

/** Escaping of a workflow command's message: a raw line end would end it and could begin another. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** Escaping of a property: also what divides properties. */
function property(text: string): string {
  return data(printable(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function summaryRow({ ruleId, severity, message, start }: Finding, path: string, source: SourceView): string {
  const { line, column } = source.lines.positionAt(start);
  const cells = [severity, `${path}:${line}:${column}`, message, ruleId];
  return `| ${cells.map(markdownCell).join(' | ')} |\n`;
}

/** Text of a table cell that Markdown and HTML read as text only. */
function markdownCell(text: string): string {
  return printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~@:>-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function stepSummary(summary: Summary, rows: readonly string[]): string {
  const { errors, warnings, infos, hints, messages, files } = summary;
  const total = errors + warnings + infos + hints;
  const scope = `${plural(messages, 'message')} in ${plural(files, 'file')}`;
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(infos, 'info'), plural(hints, 'hint')];
  if (total === 0) return `## siplint\n\nNo findings in ${scope}.\n`;
  const left = total > rows.length ? `\n${plural(total - rows.length, 'more finding')} in the log of the step.\n` : '';
  const table = `| severity | place | finding | rule |\n| --- | --- | --- | --- |\n${rows.join('')}`;
  return `## siplint\n\n${counts.join(', ')} in ${scope}.\n\n${table}${left}`;
}

export default github;
