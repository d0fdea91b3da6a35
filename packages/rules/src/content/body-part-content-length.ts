import { type BodyPart, defineRule, type FixPlan, type HeaderField, removeRow } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { multipart } from '../examples/multipart.js';
import { withContentLength } from '../shared/message/content-length.js';

export default defineRule({
  meta: {
    id: 'body-part-content-length',
    category: 'content',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Leave Content-Length out of the parts of a body',
    docs: {
      what:
        'A part of a multipart body has no Content-Length. The boundary tells where the part ends. Parts of type message/sip, ' +
        'which hold a whole message, are not judged.',
      why:
        'The header field means nothing in a part, and most receivers ignore it. One that does not cuts the part where a ' +
        'wrong number says, and loses a line of the session description.',
      fixSafety:
        'Safe: the part ends at its boundary as before, and the Content-Length of the message is set to what remains. A ' +
        'part that is signed is left alone.',
      bad: [
        multipart({ 'Content-Type': 'text/plain', '<|Content-Length|>': '2' }),
        multipart({ 'Content-Type': 'text/plain', '<|content-length|>': '7' }),
      ],
      good: [
        multipart({ 'Content-Type': 'text/plain' }),
        multipart({ 'Content-Type': 'message/sip', 'Content-Length': '2' }),
        invite(),
      ],
    },
    references: [
      { rfc: 3261, section: '20.14' },
      { rfc: 2046, section: '5.1.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      meaningless:
        'Content-Length means nothing in a part, whose boundary ends it: remove it, or receivers may cut the part',
    },
  },
  create: () => ({
    body(part, context) {
      if (!part.parent || part.fields.length === 0) return;
      const field = part.field('Content-Length');
      if (!field || part.essence === 'message/sip') return;
      context.report({ messageId: 'meaningless', at: field.nameNode, fix: removal(field, part) });
    },
  }),
});

/** Undefined where the length of the message would be wrong behind it, or a signature. */
function removal(field: HeaderField, part: BodyPart): FixPlan | undefined {
  const { message } = part;
  if (!field.values.every(({ value }) => value !== undefined) || part.isInside('multipart/signed')) return undefined;
  if (message.has('Content-Length') && message.body.lengthVerdict !== 'right') return undefined;
  return { title: 'Remove Content-Length', edits: withContentLength(removeRow(field), message) };
}
