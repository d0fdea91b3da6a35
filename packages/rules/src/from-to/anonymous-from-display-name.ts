import { defineRule, type FixPlan, insertAt, type NameAddr, replaceRange, type Uri } from '@siplint/core';
import { invite, register } from '../examples/messages.js';
import { isOutsideDialog } from '../shared/message/place-in-dialog.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

/** Display names that hide a caller in other words. */
const NAMES_OF_NOBODY: ReadonlySet<string> = new Set([
  'anonymous',
  'anonymous caller',
  'no caller id',
  'private',
  'private caller',
  'private number',
  'restricted',
  'unavailable',
  'unknown',
  'unknown caller',
  'withheld',
]);

export default defineRule({
  meta: {
    id: 'anonymous-from-display-name',
    category: 'from-to',
    level: 'SHOULD',
    severity: 'hint',
    strictSeverity: 'warning',
    presets: [],
    title: 'Call an anonymous caller "Anonymous"',
    docs: {
      what:
        'If the From URI hides the caller, by the user "anonymous" or the host anonymous.invalid, the display name is ' +
        '"Anonymous". Other words that hide a caller, such as "Private" and "Unknown", pass. Requests that begin a call ' +
        'are judged.',
      why:
        'The callee is shown the display name. A real one gives away the caller that the URI hides, and without one some ' +
        'phones show a meaningless user part.',
      fixSafety: 'Unsafe: it takes the name away that the caller may have wanted to show.',
      bad: [
        invite({ From: '<|"Alice Smith"|> <sip:anonymous@anonymous.invalid>;tag=hyh8k20' }),
        invite({ From: '<<|sip:thisis@anonymous.invalid|>>;tag=hyh8k20' }),
      ],
      good: [
        invite({ From: '"Anonymous" <sip:thisis@anonymous.invalid>;tag=hyh8k20' }),
        invite({ From: 'ANONYMOUS <sip:anonymous@example.com>;tag=hyh8k20' }),
        invite({ From: '"Private number" <sip:anonymous@example.com>;tag=hyh8k20' }),
        register({ From: '"Alice Smith" <sip:anonymous.alice@example.com>;tag=hyh8k20' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.3' },
      { rfc: 3261, section: '20.20' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      named: 'The From URI hides the caller, but the display name is {name}: the callee is shown it',
      nameless:
        'The From URI hides the caller, but no display name says "Anonymous": phones show the user part instead',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    headers: {
      From(field, context) {
        const from = field.value;
        if (!from?.uri || !isAnonymous(from.uri)) return;
        const name = from.displayName;
        if (name && hidesCaller(name.text)) return;
        if (!isOutsideDialog(context.message) || !isFirstInCall(context, '')) return;
        const fix = renamed(from);
        if (name) context.report({ messageId: 'named', at: name, data: { name: name.text }, fix });
        else context.report({ messageId: 'nameless', at: from.uri, fix });
      },
    },
  }),
});

function isAnonymous(uri: Uri): boolean {
  if (uri.kind !== 'sip') return false;
  return isWord(uri.host?.text, 'anonymous.invalid') || isWord(uri.user?.text, 'anonymous');
}

function isWord(text: string | undefined, word: string): boolean {
  return text?.length === word.length && text.toLowerCase() === word;
}

function hidesCaller(displayName: string): boolean {
  const name = displayName.startsWith('"') ? displayName.slice(1, -1) : displayName;
  return NAMES_OF_NOBODY.has(name.trim().toLowerCase());
}

function renamed({ displayName, bracketed, uri }: NameAddr): FixPlan | undefined {
  if (!uri) return undefined;
  const title = 'Set the display name to "Anonymous"';
  if (displayName) return { title, edits: [replaceRange(displayName, '"Anonymous"')] };
  if (bracketed) return { title, edits: [insertAt(uri.start - 1, '"Anonymous" ')] };
  return { title, edits: [insertAt(uri.start, '"Anonymous" <'), insertAt(uri.end, '>')] };
}
