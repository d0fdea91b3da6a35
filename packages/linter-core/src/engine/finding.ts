import type { Reference } from '../registry/types.js';
import type { Severity } from './severity.js';

/** An edit of a file: the text of `[start, end)` is replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type FixSafety = 'safe' | 'unsafe';

/** A plan of edits that are applied all or none. `safe`: no change of meaning, no invented value. */
export interface Fix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
  /** True for a fix that depends on what others leave (Content-Length): it waits for those of the same message. */
  readonly isLast?: boolean;
}

/** Another place that explains a finding, in the same file unless `path` says otherwise. */
export interface RelatedLocation {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly path?: string;
}

/**
 * What a rule found, as plain data: it crosses worker boundaries and goes into caches and diagnostics as it is. Offsets are
 * UTF-16 code units of the file.
 */
export interface Finding {
  readonly ruleId: string;
  /** Which of the rule's messages. */
  readonly messageId: string;
  /** What the message quotes. */
  readonly data: Readonly<Record<string, string | number>>;
  /** The message with its data filled in. */
  readonly message: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  /** Index of the SIP message in its file; undefined for a finding about the file. */
  readonly messageIndex: number | undefined;
  readonly references: readonly Reference[];
  readonly related: readonly RelatedLocation[];
  readonly fix: Fix | undefined;
}

/** A finding that a directive, a configuration or an expectation took out of the result. */
export interface SuppressedFinding extends Finding {
  readonly suppression: {
    readonly kind: 'directive' | 'expectation' | 'baseline';
    readonly reason: string | undefined;
  };
}

/** Document order, then rule id: the order of every output. */
export function compareFindings(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
}

/** `RFC 3261 §20.14`, as people cite it. */
export function formatReference(reference: Reference): string {
  const document = reference.rfc === undefined ? (reference.standard ?? '') : `RFC ${reference.rfc}`;
  return reference.section === undefined ? document : `${document} §${reference.section}`;
}
