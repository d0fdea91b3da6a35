import { formatReference, type Reference, referenceUrl } from '@siplint/core';

/** Text that Markdown shows as it is: what is quoted may be hostile. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&').replace(/[\0-\x1f\x7f]+/g, ' ');
}

/** Code, whatever ticks it holds. */
export function code(text: string): string {
  const line = text.replace(/[\0-\x1f\x7f]+/g, ' ');
  const longest = longestTicks(line);
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** A block of code, whatever ticks it holds. */
export function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestTicks(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

export function links(references: readonly Reference[]): string {
  return references
    .map((reference) => {
      const url = referenceUrl(reference);
      const text = plain(formatReference(reference));
      return url === undefined ? text : `[${text}](${url})`;
    })
    .join(' · ');
}

/** Paragraphs, without those that are empty. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
