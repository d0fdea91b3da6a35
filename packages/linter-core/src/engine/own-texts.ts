import { ownCopy } from '../text/source-text.js';
import type { Finding } from './finding.js';

/**
 * The same finding, but that its texts keep nothing else in memory: what they quote is cut from a piece of the file. Texts that
 * the finding before it of the same rule has as well are shared with it.
 */
export function withOwnTexts(finding: Finding, before: Finding | undefined): Finding {
  const { data, message, related, fix } = finding;
  const sharesData = data === before?.data;
  return {
    ...finding,
    data: sharesData ? data : Object.fromEntries(Object.entries(data).map(([name, value]) => [name, own(value)])),
    message: own(message, before?.message),
    related:
      related.length === 0
        ? related
        : related.map((other, i) => ({ ...other, message: own(other.message, before?.related[i]?.message) })),
    fix: fix && {
      ...fix,
      title: own(fix.title, before?.fix?.title),
      edits: fix.edits.map((edit, i) => ({ ...edit, text: own(edit.text, before?.fix?.edits[i]?.text) })),
    },
  };
}

function own<Value extends string | number>(value: Value, before?: Value): Value | string {
  if (before === value) return before;
  return typeof value === 'string' ? ownCopy(value) : value;
}
