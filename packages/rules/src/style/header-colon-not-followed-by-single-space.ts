import { defineRule, type HeaderField, type Range, replaceRange } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { otherPlaces } from '../shared/values/other-places.js';
import { isToken } from '../shared/values/token.js';

const SPACE = 0x20;
/** CRLF and white space, so that a further fold in it is not hidden. */
const ONE_FOLD = /^[ \t]*(?:\r\n|\r|\n)?[ \t]*$/;

export default defineRule({
  meta: {
    id: 'header-colon-not-followed-by-single-space',
    category: 'style',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Write exactly one space behind the colon of a header field',
    docs: {
      what:
        'One space stands between the colon of a header field and its value: no more, no tab, no line fold, and not nothing. ' +
        'It is reported once a message, at the first place, with the others beside it. An empty value needs no space.',
      why: 'Any white space is legal there, and RFC 3261 prefers one space: messages are easier to read, search and compare.',
      fixSafety: 'Safe: the white space has no meaning.',
      bad: [
        invite({ rows: ['Subject:<|    |>lunch'] }),
        invite({ rows: ['Subject<|:|>lunch', 'Organization:\tExample'] }),
        invite({ rows: ['Subject:<|\r\n |>lunch'] }),
      ],
      good: [invite({ Subject: 'lunch' }), options({ Supported: '' }), invite({ Subject: 'lunch\r\n   today' })],
    },
    references: [{ rfc: 3261, section: '7.3.1' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      none: 'No space stands behind the colon of {name}: it is legal, but one space is the preferred form',
      other:
        'Not one space, but other white space stands behind the colon of {name}: it is legal, but not the preferred form',
    },
  },
  create: () => ({
    message(message, context) {
      const { text } = message;
      let odd: HeaderField[] | undefined;
      for (const field of message.fields) {
        const { colon, valueStart } = field;
        if (valueStart === colon + 2 && text.charCodeAt(colon + 1) === SPACE) continue;
        if (field.isEmpty || !isToken(field.name) || !ONE_FOLD.test(text.slice(colon + 1, valueStart))) continue;
        odd ??= [];
        odd.push(field);
      }
      const [first] = odd ?? [];
      if (!first || !odd) return;
      const places = odd.map(placeOf);
      const report = {
        at: placeOf(first),
        data: { name: first.name },
        related: otherPlaces(places),
        fix: { title: 'Write one space behind the colon', edits: odd.map((field) => replaceRange(gapOf(field), ' ')) },
      };
      const messageId = first.valueStart === first.colon + 1 ? 'none' : 'other';
      context.report({ messageId, ...report });
    },
  }),
});

function gapOf({ colon, valueStart }: HeaderField): Range {
  return { start: colon + 1, end: valueStart };
}

/** The white space, or the colon where there is none. */
function placeOf(field: HeaderField): Range {
  const gap = gapOf(field);
  return gap.start < gap.end ? gap : { start: field.colon, end: gap.end };
}
