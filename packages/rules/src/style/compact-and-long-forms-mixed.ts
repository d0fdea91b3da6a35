import { defineRule, type HeaderField, replaceRange } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { otherPlaces } from '../shared/values/other-places.js';

/** All names of an OPTIONS that have a compact form, in that. */
const COMPACT = {
  v: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds',
  t: '<sip:bob@example.net>',
  f: '<sip:alice@example.com>;tag=9fxced76sl',
  i: '3848276298220188511@pc33.example.com',
  m: '<sip:alice@pc33.example.com>',
  l: '0',
} as const;

export default defineRule({
  meta: {
    id: 'compact-and-long-forms-mixed',
    category: 'style',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Write the names of header fields either all compact or all long',
    docs: {
      what:
        'A message that writes one header field in its compact form writes no other in its long form if that has a compact ' +
        'one as well. It is reported once a message, at the first compact form, with the others beside it.',
      why:
        'Receivers accept any mixture. People who search a log for "Via:" do not find "v:" beside it, and a message that has to be ' +
        'small for UDP gains little.',
      falsePositives:
        "Proxies add header fields in their own form to what they pass on, so a mixture may be nobody's choice.",
      fixSafety: 'Safe: both forms mean the same. The names become long.',
      bad: [
        options({ '<|v|>': 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds', t: '<sip:bob@example.net>' }),
        invite({ '<|s|>': 'lunch' }),
      ],
      good: [options(COMPACT), options({ Subject: 'lunch' })],
    },
    references: [
      { rfc: 3261, section: '7.3.3' },
      { rfc: 3261, section: '20' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      mixed:
        '"{compact}" is a compact form, and {long} is not written in its own: a search for the long names misses it',
    },
  },
  create: () => ({
    message(message, context) {
      let compact: HeaderField[] | undefined;
      let long: HeaderField | undefined;
      for (const field of message.fields) {
        if (field.definition?.compact === undefined || !field.isReadable) continue;
        if (field.name.length > 1) long ??= field;
        else {
          compact ??= [];
          compact.push(field);
        }
      }
      const [first] = compact ?? [];
      if (!first || !compact || !long) return;
      context.report({
        messageId: 'mixed',
        at: first.nameNode,
        data: { compact: first.name, long: long.name },
        related: otherPlaces(compact.map(({ nameNode }) => nameNode)),
        fix: {
          title: 'Write all names in their long form',
          edits: compact.map(({ nameNode, canonicalName }) => replaceRange(nameNode, canonicalName)),
        },
      });
    },
  }),
});
