import {
  defineRule,
  type Edit,
  type FixPlan,
  type HeaderField,
  removeRow,
  replaceRange,
  type SipMessage,
} from '@siplint/core';
import { cancel, invite } from '../examples/messages.js';

/** What Tables 2 and 3 of §20 keep out of a CANCEL with the body that it would describe. */
const BODY_FIELDS = ['Content-Type', 'Content-Disposition', 'Content-Encoding', 'Content-Language', 'MIME-Version'];

export default defineRule({
  meta: {
    id: 'cancel-with-body',
    category: 'cancel',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send CANCEL without a body',
    docs: {
      what:
        'A CANCEL has no body, and none of Content-Type, Content-Disposition, Content-Encoding, Content-Language and ' +
        'MIME-Version. Content-Length may say 0.',
      why:
        'Every proxy answers a CANCEL itself and sends another one on, so the body goes no further than one hop. Some stacks ' +
        'reject the CANCEL, and the call goes on ringing.',
      fixSafety: 'Unsafe: what the body says is lost.',
      bad: [
        cancel({ '<|Content-Type|>': 'text/plain', body: 'never mind\r\n' }),
        cancel({ '<|Content-Language|>': 'en' }),
        cancel({ 'Content-Type': null, body: '<|never mind\r\n|>' }),
      ],
      good: [cancel(), cancel({ 'Content-Length': null }), invite()],
    },
    references: [{ rfc: 3261, section: '20' }],
    fixable: 'unsafe',
    winsOver: ['content-encoding-not-applied', 'content-type-without-body'],
    since: '0.1.0',
    messages: {
      field: 'CANCEL with {header}: it has no body to describe, and what is sent with it goes no further than one hop',
      body: 'CANCEL with a body: each proxy sends a CANCEL of its own on, so the body goes no further than one hop',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['CANCEL'] },
  create: () => ({
    message(message, context) {
      const fields = BODY_FIELDS.flatMap((name) => message.fieldsNamed(name));
      const { body } = message;
      // Octets behind a length of 0 are content-length-mismatch.
      const hasBody = body.end > body.start && body.declaredLength !== 0;
      const fix = fields.length > 0 || hasBody ? removeBody(message, fields) : undefined;
      const [field] = fields;
      if (field) {
        context.report({ messageId: 'field', at: field.nameNode, data: { header: field.canonicalName }, fix });
      } else if (hasBody) context.report({ messageId: 'body', at: body, fix });
    },
  }),
});

function removeBody(message: SipMessage, fields: readonly HeaderField[]): FixPlan {
  const { body } = message;
  const edits: Edit[] = fields.map(removeRow);
  if (body.end > body.start) edits.push(replaceRange(body, ''));
  const contentLength = message.field('Content-Length');
  if (contentLength && contentLength.rawValue !== '0') edits.push(replaceRange(contentLength.valueRange, '0'));
  return { title: 'Remove the body', edits };
}
