import { type FileResult, type Finding, formatReference, isAtLeast, type SourceView } from '@siplint/core';
import { printable } from '../terminal/printable.js';
import type { Format, FormatContext, Problem } from './format.js';

/** A suite a file, a case a finding; a file without findings is one case that passed. */
const junit: Format = ({ write, failOn }) => {
  write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="siplint">\n');
  return {
    file(result) {
      write(suite(result, failOn));
    },
    end(_summary, problems) {
      if (problems.length > 0) write(problemSuite(problems));
      write('</testsuites>\n');
    },
  };
};

function suite({ path, source, findings }: FileResult, failOn: FormatContext['failOn']): string {
  const failures = findings.filter(({ severity }) => isAtLeast(severity, failOn)).length;
  const cases =
    findings.length === 0
      ? [`    <testcase name="no findings" classname="${attribute(path)}"/>\n`]
      : findings.map((finding) => findingCase(finding, path, source, failOn));
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
  return `  <testsuite name="${attribute(path)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

/** A finding too mild to fail the run is a case that passed, with what was said as its output. */
function findingCase(finding: Finding, path: string, source: SourceView, failOn: FormatContext['failOn']): string {
  const { ruleId, severity, message, start, references } = finding;
  const { line, column } = source.lines.positionAt(start);
  const opening = `    <testcase name="${attribute(`${ruleId} ${line}:${column}`)}" classname="${attribute(path)}">\n`;
  const cited = references.map(formatReference).join(', ');
  const text = content(`${path}:${line}:${column}: ${severity}: ${message}${cited && ` (${cited})`}`);
  const body = isAtLeast(severity, failOn)
    ? `<failure type="${severity}" message="${attribute(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `${opening}      ${body}\n    </testcase>\n`;
}

function problemSuite(problems: readonly Problem[]): string {
  const cases = problems.map(({ message, path }) => {
    const where = attribute(path ?? 'siplint');
    return `    <testcase name="${where}" classname="siplint">\n      <error message="${attribute(message)}"/>\n    </testcase>\n`;
  });
  const counts = `tests="${cases.length}" failures="0" errors="${cases.length}" skipped="0"`;
  return `  <testsuite name="siplint" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

/** What XML 1.0 §2.2 does not allow is unprintable as well; `>` is escaped too, so that no `]]>` stands in text. */
function content(text: string): string {
  return printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function attribute(text: string): string {
  return content(text).replace(/"/g, '&quot;');
}

export default junit;
