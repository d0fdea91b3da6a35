import { type BodyPart, defineRule, type FixPlan, insertAt, type Param, paramOf } from '@siplint/core';
import { request } from '../examples/messages.js';
import { signedBody, signedType } from '../examples/signed.js';
import { unquotedValue, valueRange } from '../shared/values/quoted-param.js';

const ENVELOPED = 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m';
const SMIME_TYPES: ReadonlySet<string> = new Set(['application/pkcs7-mime', 'application/pkcs7-signature']);

export default defineRule({
  meta: {
    id: 'smime-body-disposition',
    category: 'security',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Say handling=required of an S/MIME body',
    docs: {
      what:
        'A body or part of type application/pkcs7-mime or application/pkcs7-signature has a Content-Disposition with ' +
        'handling=required.',
      why:
        'Without it a receiver that knows no S/MIME may skip what was encrypted or signed and go on as if it were not there. ' +
        'With it the receiver answers 415, and the sender learns why.',
      fixSafety: 'Unsafe: receivers without S/MIME reject the message from then on.',
      bad: [
        encrypted({ 'Content-Type': `<|application/pkcs7-mime|>; smime-type=enveloped-data; name=smime.p7m` }),
        encrypted({ 'Content-Type': ENVELOPED, 'Content-Disposition': '<|attachment|>; filename=smime.p7m' }),
        encrypted({ 'Content-Type': ENVELOPED, 'Content-Disposition': 'attachment; handling=<|optional|>' }),
      ],
      good: [
        encrypted({
          'Content-Type': ENVELOPED,
          'Content-Disposition': 'attachment; filename=smime.p7m; handling=REQUIRED',
        }),
        request('MESSAGE', { 'Content-Type': signedType(), body: signedBody('Hi') }),
        request('MESSAGE'),
      ],
    },
    references: [{ rfc: 3261, section: '23.3' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      noDisposition:
        'S/MIME body has no Content-Disposition with handling=required: receivers without S/MIME may skip it unnoticed',
      noHandling: 'S/MIME body has no handling=required: receivers without S/MIME may skip it unnoticed',
      otherHandling:
        'S/MIME body says handling={handling}, not required: receivers without S/MIME may skip it unnoticed',
    },
  },
  create: () => ({
    body(part, context) {
      const { mediaType } = part;
      if (!mediaType || !SMIME_TYPES.has(mediaType.essence)) return;
      const field = part.field('Content-Disposition');
      if (!field) {
        if (mayHaveUnknownFields(part)) return;
        const at = { start: mediaType.type.start, end: mediaType.subtype.end };
        context.report({ messageId: 'noDisposition', at });
        return;
      }
      const disposition = field.value;
      if (!disposition) return;
      const handling = paramOf(disposition, 'handling');
      if (!handling) {
        const fix = addHandling(disposition.params, disposition.token.end);
        context.report({ messageId: 'noHandling', at: disposition.token, fix });
      } else if (unquotedValue(handling).toLowerCase() !== 'required') {
        const data = { handling: unquotedValue(handling) };
        context.report({ messageId: 'otherHandling', at: valueRange(handling), data });
      }
    },
  }),
});

function mayHaveUnknownFields({ parent, message, hasUnknownFields, hasMalformedHeaders }: BodyPart): boolean {
  return hasUnknownFields || hasMalformedHeaders || (!parent && message.hasUnknownFields);
}

function addHandling(params: readonly Param[], tokenEnd: number): FixPlan {
  const text = ';handling=required';
  return { title: `Append ${text}`, edits: [insertAt(params.at(-1)?.end ?? tokenEnd, text)] };
}

function encrypted(fields: Readonly<Record<string, string>>) {
  return request('MESSAGE', { ...fields, body: 'MIIB\n' });
}
