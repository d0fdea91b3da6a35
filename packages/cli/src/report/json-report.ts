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

export function jsonFile(result: FileResult): JsonFile {
  const { path, messages, findings, suppressed } = result;
  return {
    path,
    messages,
    findings: findings.map((finding) => jsonFinding(finding, result)),
    suppressed: suppressed.map((finding) => jsonSuppressed(finding, result)),
  };
}

/** What a report says of a finding takes from the file that it is in. */
type OfFile = Pick<FileResult, 'path' | 'source' | 'relatedSources'>;

export function jsonFinding(finding: Finding, file: OfFile): JsonFinding {
  const { ruleId, severity, message, start, end, messageIndex, references, related, fix } = finding;
  return {
    ruleId,
    severity,
    message,
    ...placeOf(file.source, start, end),
    offset: start,
    endOffset: end,
    messageIndex: messageIndex ?? null,
    references: references.map(formatReference),
    ...(related.length > 0 && { related: related.map((other) => jsonRelated(other, file)) }),
    ...(fix && { fix: jsonFix(fix) }),
  };
}

export function jsonSuppressed(finding: SuppressedFinding, file: OfFile): JsonSuppressed {
  const { kind, reason } = finding.suppression;
  return { ...jsonFinding(finding, file), suppression: { kind, ...(reason !== undefined && { reason }) } };
}

export function placeOf(source: SourceView, start: number, end: number): Place {
  const from = source.lines.positionAt(start);
  const to = source.lines.positionAt(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** A place in another file whose text is not at hand is known by its path only, so it gets no lines of its own. */
function jsonRelated({ message, start, end, path }: RelatedLocation, file: OfFile): JsonRelated {
  const source = relatedSource(path, file);
  return { message, path: path ?? file.path, ...(source ? placeOf(source, start, end) : FIRST_PLACE) };
}

/** The text that a related place is in; undefined if it is another file's that is not at hand. */
export function relatedSource(path: string | undefined, file: OfFile): SourceView | undefined {
  return path === undefined || path === file.path ? file.source : file.relatedSources?.get(path);
}

const FIRST_PLACE: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function jsonFix({ title, safety, edits }: NonNullable<Finding['fix']>): JsonFix {
  return { title, safety, edits: edits.map(({ start, end, text }) => ({ offset: start, endOffset: end, text })) };
}
