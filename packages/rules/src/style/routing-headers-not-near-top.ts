import {
  defineRule,
  type Edit,
  type FixPlan,
  type HeaderField,
  insertAt,
  removeRow,
  type SipMessage,
} from '@siplint/core';
import { altered, options } from '../examples/messages.js';
import { otherPlaces } from '../shared/values/other-places.js';

export default defineRule({
  meta: {
    id: 'routing-headers-not-near-top',
    category: 'style',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Put Via and Route before the header fields about the body',
    docs: {
      what:
        'What proxies need comes first in a message. Reported is a Via or Route behind Content-Type or Content-Length, once a ' +
        'message, with the others beside it. Otherwise the order of different header fields is free.',
      why: 'Proxies that find Via and Route at the top need not read the rest, and people see at once where a message went.',
      fixSafety: 'Safe: rows of the same name keep their order, and the order of different names has no meaning.',
      bad: [
        moved(/(Via): (.*\r\n)((?:.*\r\n)*?)(Content-Length: 0\r\n)/, '$3$4<|$1|>: $2'),
        altered(options({ Route: '<sip:p1.example.com;lr>' }), (text) =>
          text.replace(/(Route): (.*\r\n)((?:.*\r\n)*?)(Content-Length: 0\r\n)/, '$3$4<|$1|>: $2'),
        ),
      ],
      good: [
        options({ Route: '<sip:p1.example.com;lr>' }),
        moved(/(Max-Forwards: .*\r\n)((?:.*\r\n)*?)(Content-Length: 0\r\n)/, '$2$3$1'),
      ],
    },
    references: [{ rfc: 3261, section: '7.3.1' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      late: 'Header field {name} stands behind {content}: proxies look for it at the top of the message',
    },
  },
  create: () => ({
    message(message, context) {
      let content: HeaderField | undefined;
      let late: HeaderField[] | undefined;
      for (const field of message.fields) {
        const { canonicalName } = field;
        if (canonicalName === 'Content-Type' || canonicalName === 'Content-Length') content ??= field;
        else if (content && (canonicalName === 'Via' || canonicalName === 'Route')) {
          late ??= [];
          late.push(field);
        }
      }
      const [first] = late ?? [];
      if (!first || !late || !content) return;
      context.report({
        messageId: 'late',
        at: first.nameNode,
        data: { name: first.name, content: content.name },
        related: otherPlaces(late.map(({ nameNode }) => nameNode)),
        fix: moveUp(message, content, late),
      });
    },
  }),
});

/** Takes the rows to the top, each behind those of its name that are there; none if the end of the file cuts one off. */
function moveUp(message: SipMessage, content: HeaderField, late: readonly HeaderField[]): FixPlan | undefined {
  const rows = late.map((field) => ({ field, text: message.sourceText(field) }));
  const [top] = message.fields;
  if (!top || rows.some(({ text }) => !/[\r\n]$/.test(text))) return undefined;
  const vias = endOfRowsBefore(message, content, 'Via') ?? top.start;
  const routes = endOfRowsBefore(message, content, 'Route') ?? vias;
  const inserted = (name: string) =>
    rows
      .filter(({ field }) => field.canonicalName === name)
      .map(({ text }) => text)
      .join('');
  const insertions: Edit[] =
    vias === routes
      ? [insertAt(vias, inserted('Via') + inserted('Route'))]
      : [insertAt(vias, inserted('Via')), insertAt(routes, inserted('Route'))].filter(({ text }) => text !== '');
  return { title: 'Move Via and Route to the top', edits: [...insertions, ...late.map(removeRow)] };
}

/** Behind the last row of a name that stands before the header fields about the body. */
function endOfRowsBefore(message: SipMessage, content: HeaderField, name: string): number | undefined {
  let end: number | undefined;
  for (let row = message.field(name); row && row.start < content.start; row = row.nextOfName) end = row.end;
  return end;
}

function moved(pattern: RegExp, replacement: string) {
  return altered(options(), (text) => text.replace(pattern, replacement));
}
