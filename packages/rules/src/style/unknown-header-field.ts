import {
  defineRule,
  type FixPlan,
  HEADER_FIELDS,
  type HeaderField,
  nearest,
  replaceRange,
  type SipMessage,
} from '@siplint/core';
import { options } from '../examples/messages.js';
import { type KnownNames, nameListSchema } from '../shared/values/known-names.js';
import { isToken } from '../shared/values/token.js';

interface Options extends KnownNames {
  readonly withoutSuggestion: boolean;
}

/** A private header field of either age (RFC 3261 before RFC 6648, RFC 3427), never taken for a slip. */
const PRIVATE = /^[XP]-/i;
/** Another rule's: transfer-encoding-chunked. */
const TRANSFER_ENCODING = 'transfer-encoding';

let namesByLowerCase: Map<string, string> | undefined;
let namesWithoutHyphens: Map<string, string> | undefined;

export default defineRule({
  meta: {
    id: 'unknown-header-field',
    category: 'style',
    level: 'advice',
    severity: 'hint',
    presets: ['recommended'],
    title: 'Use registered header fields, or names that are not mistaken for one',
    docs: {
      what:
        'A header field whose name is in no registry is legal. It is reported where a registered name is spelled nearly ' +
        'like it, and under the strict preset in every case.',
      why: 'Receivers skip a header field that they do not know. If it is a slip, what it says has no effect and nobody tells.',
      falsePositives:
        'Names that begin with X- or P- are never reported. Name header fields of your own in the option "known".',
      fixSafety: 'Unsafe: the suggested name is a guess.',
      bad: [
        options({ '<|Suject|>': 'lunch' }),
        options({ '<|User_Agent|>': 'phone/1.0' }),
        options({ '<|Trace|>': '1' }),
      ],
      good: [
        options({ 'X-Trace': '1' }),
        options({ 'P-Trace': '1' }),
        options({ 'Remote-Party-ID': '<sip:a@example.com>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.3' },
      { rfc: 3261, section: '8.2.2' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: {
          known: nameListSchema('Names of header fields that are not registered and meant as they are'),
          withoutSuggestion: { type: 'boolean', description: 'Also report names that no registered one is like' },
        },
      },
      default: { known: [], withoutSuggestion: false },
      strict: { known: [], withoutSuggestion: true },
    },
    since: '0.1.0',
    messages: {
      similar: 'No header field "{name}" is registered, did you mean {suggestion}? Receivers skip it as it is',
      unknown: 'No header field "{name}" is registered: receivers that do not know it skip it',
    },
  },
  create: ({ known, withoutSuggestion }: Options) => {
    const knownNames = new Set(known.map((name) => name.toLowerCase()));
    return {
      message(message, context) {
        for (const field of message.fields) {
          // The first row stands for all of its name.
          if (field.definition !== undefined || message.field(field.canonicalName) !== field) continue;
          if (!isJudged(field, knownNames)) continue;
          const { name } = field;
          const suggestion = suggestionFor(field.canonicalName);
          if (suggestion !== undefined) {
            const fix = rename(message, field, suggestion);
            context.report({ messageId: 'similar', at: field.nameNode, data: { name, suggestion }, fix });
          } else if (withoutSuggestion) {
            context.report({ messageId: 'unknown', at: field.nameNode, data: { name } });
          }
        }
      },
    };
  },
});

function isJudged({ name, canonicalName }: HeaderField, knownNames: ReadonlySet<string>): boolean {
  if (PRIVATE.test(name) || knownNames.has(canonicalName) || canonicalName === TRANSFER_ENCODING) return false;
  return isToken(name);
}

/** Traffic repeats its few unknown names in every message; a file of ever new ones does not fill the memory. */
const LONGEST_MEMORY = 256;
const suggestions = new Map<string, string | undefined>();

function suggestionFor(name: string): string | undefined {
  if (!suggestions.has(name)) {
    if (suggestions.size === LONGEST_MEMORY) suggestions.clear();
    suggestions.set(name, findSuggestion(name));
  }
  return suggestions.get(name);
}

/** The registered name that differs in one letter, in two of eight or more, or in hyphens and underscores only. */
function findSuggestion(name: string): string | undefined {
  namesByLowerCase ??= new Map(HEADER_FIELDS.map((header) => [header.name.toLowerCase(), header.name]));
  namesWithoutHyphens ??= new Map(HEADER_FIELDS.map((header) => [withoutHyphens(header.name), header.name]));
  const similar = nearest(name, namesByLowerCase.keys(), name.length < 8 ? 1 : 2);
  return (
    namesWithoutHyphens.get(withoutHyphens(name)) ?? (similar === undefined ? undefined : namesByLowerCase.get(similar))
  );
}

function withoutHyphens(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** All rows of the name; none where the message has the suggested header field already. */
function rename(message: SipMessage, field: HeaderField, suggestion: string): FixPlan | undefined {
  if (message.has(suggestion)) return undefined;
  const rows = message.fieldsNamed(field.canonicalName);
  return { title: `Write ${suggestion}`, edits: rows.map((row) => replaceRange(row.nameNode, suggestion)) };
}
