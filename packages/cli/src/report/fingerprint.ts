import { createHash } from 'node:crypto';
import type { Finding, SourceView } from '@siplint/core';

/** Code units of a line or a range that go into a fingerprint. */
const MOST_CONTEXT = 1024;

/**
 * Identities of findings that survive edits elsewhere in the file: made from the rule, its message, the text it marks and
 * the line around that, never from line numbers. Findings that agree in all of these are counted through.
 */
export function fingerprints(findings: readonly Finding[], source: SourceView): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const digest = createHash('sha256').update(contextOf(finding, source)).digest('hex').slice(0, 32);
    const ordinal = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, ordinal);
    return `${digest}:${ordinal}`;
  });
}

function contextOf({ ruleId, messageId, start, end }: Finding, source: SourceView): string {
  const { lines } = source;
  const lineStart = lines.startOf(lines.positionAt(start).line);
  const lineBreak = source.slice(lineStart, lineStart + MOST_CONTEXT).search(/[\r\n]/);
  const line = source.slice(lineStart, lineStart + (lineBreak < 0 ? MOST_CONTEXT : lineBreak));
  const marked = source.slice(start, Math.min(end, start + MOST_CONTEXT)).replace(/\r\n?/g, '\n');
  return [ruleId, messageId, line.trim(), marked].join('\0');
}
