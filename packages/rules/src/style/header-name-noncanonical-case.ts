import { defineRule, type HeaderField, replaceRange } from '@siplint/core';
import { options } from '../examples/messages.js';
import { otherPlaces } from '../shared/values/other-places.js';

interface Options {
  readonly compactForms: boolean;
}

export default defineRule({
  meta: {
    id: 'header-name-noncanonical-case',
    category: 'style',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Write names of header fields in the case that they are registered in',
    docs: {
      what:
        'A registered header field is written as the registry has it: Call-ID, not call-id. It is reported once a message, at ' +
        'the first place, with the others beside it. Names that are not registered are not judged, nor are compact forms ' +
        'unless the option "compactForms" says so.',
      why:
        'Names compare without case, so any receiver has to accept any. The usual spelling is easier to read and to search, ' +
        'and does not hit the parsers that compare wrongly.',
      fixSafety: 'Safe: case has no meaning in names.',
      bad: [
        options({ '<|call-id|>': 'a84b4c76e66710@pc33.example.com' }),
        options({ '<|CONTACT|>': '<sip:alice@pc33.example.com>', 'user-agent': 'phone/1.0' }),
      ],
      good: [
        options({ 'User-Agent': 'phone/1.0', 'MIME-Version': '1.0' }),
        options({ rows: ['x-trace: 1', 'S: lunch'], Via: null, F: null }),
      ],
    },
    references: [{ rfc: 3261, section: '7.3.1' }],
    fixable: 'safe',
    options: {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: { compactForms: { type: 'boolean', description: 'Also judge the case of compact forms' } },
      },
      default: { compactForms: false },
    },
    since: '0.1.0',
    messages: {
      otherCase: 'Header field {name} is registered as {registered}: it means the same, but is harder to find',
    },
  },
  create: ({ compactForms }: Options) => ({
    message(message, context) {
      let odd: HeaderField[] | undefined;
      for (const field of message.fields) {
        if (field.name === field.canonicalName || !isOdd(field, compactForms)) continue;
        odd ??= [];
        odd.push(field);
      }
      const [first] = odd ?? [];
      if (!first || !odd) return;
      context.report({
        messageId: 'otherCase',
        at: first.nameNode,
        data: { name: first.name, registered: registeredForm(first) },
        related: otherPlaces(odd.map(({ nameNode }) => nameNode)),
        fix: {
          title: 'Write the names as registered',
          edits: odd.map((field) => replaceRange(field.nameNode, registeredForm(field))),
        },
      });
    },
  }),
});

function isOdd(field: HeaderField, judgesCompactForms: boolean): boolean {
  const { name, definition, isReadable } = field;
  if (!definition || !isReadable || (name.length === 1 && !judgesCompactForms)) return false;
  const registered = registeredForm(field);
  // A name with a space in place of a hyphen is no slip of case.
  return name !== registered && name.toLowerCase() === registered.toLowerCase();
}

function registeredForm({ name, canonicalName, definition }: HeaderField): string {
  return name.length === 1 ? (definition?.compact ?? name) : canonicalName;
}
