import { defineRule, type HeaderField, type Range, replaceRange } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { otherPlaces } from '../shared/values/other-places.js';
import { isToken } from '../shared/values/token.js';

export default defineRule({
  meta: {
    id: 'header-whitespace-before-colon',
    category: 'style',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Put the colon right behind the name of a header field',
    docs: {
      what:
        'No white space stands between the name of a header field and its colon. It is reported once a message, at the first ' +
        'place, with the others beside it.',
      why:
        'The grammar allows it, and RFC 3261 advises against it: simple parsers and filters look for "Name:" and pass the ' +
        'header field over.',
      fixSafety: 'Safe: the white space has no meaning.',
      bad: [
        invite({ rows: ['Subject<| |>: lunch'] }),
        invite({ rows: ['Subject<| \t|>: lunch', 'Organization : Example'] }),
      ],
      good: [invite({ Subject: 'lunch' }), invite({ Subject: 'a : b' })],
    },
    references: [
      { rfc: 3261, section: '7.3.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      space:
        'White space stands before the colon of {name}: it is legal, but simple parsers do not find the header field',
    },
  },
  create: () => ({
    message(message, context) {
      let spaced: HeaderField[] | undefined;
      for (const field of message.fields) {
        if (field.nameEnd >= field.colon || !isToken(field.name)) continue;
        spaced ??= [];
        spaced.push(field);
      }
      const [first] = spaced ?? [];
      if (!first || !spaced) return;
      const gaps = spaced.map(gapOf);
      context.report({
        messageId: 'space',
        at: gapOf(first),
        data: { name: first.name },
        related: otherPlaces(gaps),
        fix: { title: 'Delete the white space before the colon', edits: gaps.map((gap) => replaceRange(gap, '')) },
      });
    },
  }),
});

function gapOf({ nameEnd, colon }: HeaderField): Range {
  return { start: nameEnd, end: colon };
}
