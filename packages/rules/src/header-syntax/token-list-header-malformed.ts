import type { FixPlan, HeaderField, SyntaxIssue } from '@siplint/core';
import { insertAt, isRegisteredMethod, lookupOptionTag } from '@siplint/core';
import { invite, ok } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';
import { partialAt } from '../shared/values/parsed-at.js';

export default defineSyntaxRule({
  meta: {
    id: 'token-list-header-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'List methods, option tags and content codings as tokens with commas between',
    docs: {
      what:
        'Allow, Supported, Require, Proxy-Require, Unsupported and Content-Encoding are lists of bare tokens: commas part ' +
        'them, and no element has parameters, white space or quotes.',
      why:
        'The receiver takes the whole element for one unknown word, or rejects the message. An extension that both sides ' +
        'support is not used, or a request is refused for one that nobody asked for.',
      fixSafety: 'Unsafe: that each word was to be an element of its own is likely, not certain.',
      bad: [
        invite({ Supported: 'replaces <|timer|>' }),
        invite({ Supported: 'replaces<|;q=0.5|>' }),
        ok('OPTIONS', { Allow: 'INVITE, ACK <|CANCEL BYE|>, OPTIONS' }),
        invite({ Supported: 'replaces, <|"timer"|>' }),
      ],
      good: [
        invite({ Supported: 'replaces ,timer,\r\n x-own.tag_1' }),
        ok('OPTIONS', { Allow: 'INVITE,ACK,CANCEL,BYE' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.2' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      malformed:
        '"{found}" in {header} is no element of a list of tokens: write one word between two commas, nothing else',
    },
  },
  issues: { 'token-list.malformed': 'malformed' },
  fix: (issue) => issue.field && withCommas(issue, issue.field),
});

/** Commas between words if each is known as an element of this list; the issue stands behind the first word. */
function withCommas({ start, data }: SyntaxIssue, field: HeaderField): FixPlan | undefined {
  const first = partialAt(field, start);
  if (!isNode(first) || !isKnown(first.text, field)) return undefined;
  const words = [...String(data?.found).matchAll(/\S+/g)];
  if (!words.every(([word]) => isKnown(word, field))) return undefined;
  const ends = [first.end, ...words.slice(0, -1).map(({ index, 0: word }) => start + index + word.length)];
  return { title: 'Put commas between the words', edits: ends.map((end) => insertAt(end, ',')) };
}

function isKnown(word: string, { canonicalName }: HeaderField): boolean {
  if (canonicalName === 'Content-Encoding') return false;
  return canonicalName === 'Allow' ? isRegisteredMethod(word) : lookupOptionTag(word) !== undefined;
}

function isNode(value: unknown): value is { readonly text: string; readonly end: number } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
