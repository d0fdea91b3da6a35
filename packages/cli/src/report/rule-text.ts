import {
  type AnyRule,
  type Example,
  exampleText,
  formatReference,
  parseMarkedText,
  referenceUrl,
  SourceText,
} from '@siplint/core';
import { type Colors, paint } from '../terminal/colors.js';
import { excerpt } from '../terminal/excerpt.js';
import { printable } from '../terminal/printable.js';
import { wrap } from '../terminal/wrap.js';
import { optionLines } from './option-text.js';

/** Examples of each kind that a terminal is given; `--json` has all. */
const MOST_EXAMPLES = 2;
const INDENT = '  ';

/** The page of a rule for a terminal. */
export function ruleText(id: string, { meta }: AnyRule, colors: Colors, width: number): string {
  const { title, severity, docs, references = [], options, fixable } = meta;
  const facts = [
    `category ${meta.category}`,
    ...presetFacts(meta),
    fixable && `fixable (${fixable})`,
    meta.since && `since ${meta.since}`,
  ];
  const parts = [
    `${colors.bold(id)}: ${title}`,
    `${paint(colors, severity, severity)}  ${[meta.level, ...facts].filter(Boolean).join(' · ')}`,
  ];
  const section = (heading: string, body: string) => parts.push('', colors.bold(heading), body);
  const prose = (heading: string, text: string | undefined) => {
    if (text) section(heading, wrap(text, Math.min(width, 100), INDENT));
  };
  prose('What', docs?.what);
  prose('Why', docs?.why);
  if (references.length > 0) {
    const lines = references.map((reference) =>
      `${INDENT}${formatReference(reference)}  ${colors.dim(referenceUrl(reference) ?? '')}`.trimEnd(),
    );
    section('References', lines.join('\n'));
  }
  const examples = (heading: string, list: readonly Example[] = []) => {
    for (const example of list.slice(0, MOST_EXAMPLES)) section(heading, exampleLines(example, colors, width));
  };
  examples('Wrong', docs?.bad);
  examples('Right', docs?.good);
  prose(`Fix (${fixable})`, fixable && (docs?.fixSafety ?? 'The fix is applied by --fix.'));
  if (options) section('Options', optionLines(options, INDENT, width));
  prose('When a finding may be wrong', docs?.falsePositives);
  return `${parts.join('\n')}\n`;
}

function presetFacts({ presets = [], severity, strictSeverity }: AnyRule['meta']): readonly string[] {
  const strict = strictSeverity && strictSeverity !== severity ? ` (strict: ${strictSeverity})` : '';
  return [`preset ${[...presets, 'strict'].join(', ')}${strict}`];
}

/** The message with what the rule reports underlined. */
function exampleLines(example: Example, colors: Colors, width: number): string {
  const { text, ranges } = parseMarkedText(exampleText(example));
  const source = SourceText.fromString(text);
  const bar = `${INDENT}${colors.cyan('|')} `;
  const lines: string[] = [];
  for (let line = 1; line <= source.lines.count; line++) {
    const start = source.lines.startOf(line);
    if (line === source.lines.count && start === source.length) break;
    lines.push((bar + printable(text.slice(start, source.lines.startOf(line + 1)).replace(/\r?\n$/, ''))).trimEnd());
    for (const range of ranges) {
      if (source.lines.positionAt(range.start).line !== line) continue;
      const marked = excerpt(source, range.start, range.end, width - INDENT.length - 2);
      if (!lines.at(-1)?.includes('^')) lines[lines.length - 1] = bar + marked.text;
      lines.push(bar + ' '.repeat(marked.markStart) + colors.red('^'.repeat(marked.markWidth)));
    }
  }
  return lines.join('\n');
}
