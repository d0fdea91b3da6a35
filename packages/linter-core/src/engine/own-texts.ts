import { ownCopy } from '../text/source-text.js';
import type { Finding } from './finding.js';

/** The same finding, but that its texts keep nothing else in memory: what they quote is cut from a piece of the file. */
export function withOwnTexts(finding: Finding): Finding {
  const { data, message, related, fix } = finding;
  return {
    ...finding,
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, own(value)])),
    message: ownCopy(message),
    related: related.map((other) => ({ ...other, message: ownCopy(other.message) })),
    fix: fix && {
      ...fix,
      title: ownCopy(fix.title),
      edits: fix.edits.map((edit) => ({ ...edit, text: ownCopy(edit.text) })),
    },
  };
}

function own(value: string | number): string | number {
  return typeof value === 'string' ? ownCopy(value) : value;
}
