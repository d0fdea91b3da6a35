import {
  type FileResult,
  type Finding,
  formatReference,
  type RelatedLocation,
  type Severity,
  type SourceView,
  type SuppressedFinding,
} from '@siplint/core';

// The shape of `--format json`, a contract: schema/report.schema.json says the same for other languages.

/** 1-based, columns in UTF-16 code units, the end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface JsonRelated extends Place {
  readonly message: string;
  readonly path: string;
}

export interface JsonFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly { readonly offset: number; readonly endOffset: number; readonly text: string }[];
}

export interface JsonFinding extends Place {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly offset: number;
  readonly endOffset: number;
  /** Null for a finding about the file as a whole. */
  readonly messageIndex: number | null;
  readonly references: readonly string[];
  readonly related?: readonly JsonRelated[];
  readonly fix?: JsonFix;
}

export interface JsonSuppressed extends JsonFinding {
  readonly suppression: { readonly kind: SuppressedFinding['suppression']['kind']; readonly reason?: string };
}

export interface JsonFile {
  readonly path: string;
  readonly messages: number;
  readonly findings: readonly JsonFinding[];
  readonly suppressed: readonly JsonSuppressed[];
}

export function jsonFile({ path, source, messages, findings, suppressed }: FileResult): JsonFile {
  return {
    path,
    messages,
    findings: findings.map((finding) => jsonFinding(finding, source, path)),
    suppressed: suppressed.map((finding) => jsonSuppressed(finding, source, path)),
  };
}

export function jsonFinding(finding: Finding, source: SourceView, path: string): JsonFinding {
  const { ruleId, severity, message, start, end, messageIndex, references, related, fix } = finding;
  return {
    ruleId,
    severity,
    message,
    ...placeOf(source, start, end),
    offset: start,
    endOffset: end,
    messageIndex: messageIndex ?? null,
    references: references.map(formatReference),
    ...(related.length > 0 && { related: related.map((other) => jsonRelated(other, source, path)) }),
    ...(fix && { fix: jsonFix(fix) }),
  };
}

export function jsonSuppressed(finding: SuppressedFinding, source: SourceView, path: string): JsonSuppressed {
  const { kind, reason } = finding.suppression;
  return { ...jsonFinding(finding, source, path), suppression: { kind, ...(reason !== undefined && { reason }) } };
}

export function placeOf(source: SourceView, start: number, end: number): Place {
  const from = source.lines.positionAt(start);
  const to = source.lines.positionAt(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** A place in another file is known by its path only: that file's text is not at hand, so it gets no lines of its own. */
function jsonRelated({ message, start, end, path }: RelatedLocation, source: SourceView, own: string): JsonRelated {
  const isElsewhere = path !== undefined && path !== own;
  const place = isElsewhere ? FIRST_PLACE : placeOf(source, start, end);
  return { message, path: path ?? own, ...place };
}

const FIRST_PLACE: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function jsonFix({ title, safety, edits }: NonNullable<Finding['fix']>): JsonFix {
  return { title, safety, edits: edits.map(({ start, end, text }) => ({ offset: start, endOffset: end, text })) };
}
