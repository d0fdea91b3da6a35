import type { FileResult } from '../engine/file-result.js';
import { compareFindings, type Finding, type FixSafety } from '../engine/finding.js';
import { type FixResult, fixSource } from '../engine/fixer.js';
import { type FileConfig, lintSource } from '../engine/lint-source.js';
import type { Example } from '../engine/rule.js';
import type { InputSettings } from '../input/settings.js';
import type { Range } from '../text/range.js';
import { SourceText, type TextEncoding } from '../text/source-text.js';
import { type MarkedText, parseMarkedText } from './marked-text.js';
import { exampleText } from './sip-tag.js';

/** An example as a test uses it: its text without marks, what is marked, how it is to be read. */
export interface ReadExample extends MarkedText {
  readonly encoding: TextEncoding;
  readonly isRaw: boolean;
  readonly input: Partial<InputSettings>;
}

export function readExample(example: Example): ReadExample {
  const { encoding = 'utf-8', isRaw = false, input = {} } = typeof example === 'string' ? {} : example;
  return { ...parseMarkedText(exampleText(example)), encoding, isRaw, input };
}

export function lintExample(example: ReadExample, config: FileConfig): FileResult {
  return lintSource(sourceOf(example), 'example.sip', settledFor(example, config), { isNamed: true });
}

/** Lints, fixes and lints again. */
export function fixExample(example: ReadExample, config: FileConfig, safety: FixSafety): FixResult {
  return fixSource(sourceOf(example), 'example.sip', settledFor(example, config), { isNamed: true, safety });
}

function sourceOf({ text, encoding }: ReadExample): SourceText {
  return SourceText.fromString(text, encoding);
}

function settledFor({ input }: ReadExample, config: FileConfig): FileConfig {
  return { ...config, input: { ...config.input, ...input } };
}

/** `via-malformed at 2:6-2:13 "SIP/2.0"`: a finding in a line that tells what and where. */
export function describeFinding(
  { ruleId, start, end }: Pick<Finding, 'ruleId' | 'start' | 'end'>,
  result: FileResult,
): string {
  const { source } = result;
  const { lines } = source;
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return `${ruleId} at ${from.line}:${from.column}-${to.line}:${to.column} ${JSON.stringify(source.slice(start, end))}`;
}

export function describeFindings(result: FileResult): string[] {
  return [...result.findings].sort(compareFindings).map((finding) => describeFinding(finding, result));
}

/** The line of a rule at each marked range, in document order. */
export function describeMarks(ruleId: string, marks: readonly Range[], result: FileResult): string[] {
  const findings = marks.map(({ start, end }) => ({ ruleId, start, end }));
  return findings.sort((a, b) => a.start - b.start || a.end - b.end).map((finding) => describeFinding(finding, result));
}
