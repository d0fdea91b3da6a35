import { type BodyPart, bodyOf, defineRule, paramOf, partsOf } from '@siplint/core';
import { response } from '../examples/messages.js';
import { isBodyCut } from '../shared/message/cut-body.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';
import { unquotedValue } from '../shared/values/quoted-param.js';

const STATUS_LINE = 'SIP/2.0 <|493|> Undecipherable';

export default defineRule({
  meta: {
    id: 'missing-certificate-in-493',
    category: 'security',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Send a certificate with a 493 response',
    docs: {
      what: 'A 493 (Undecipherable) response has a body, or a part of one, with the smime-type certs-only.',
      why:
        'The sender encrypted with a key that the receiver does not have. With the right certificate it tries again; ' +
        'without one it has to conclude that the receiver takes no encrypted messages at all.',
      falsePositives: 'Where the receiver means just that, a 493 without a certificate is right.',
      bad: [
        response(493, 'INVITE', { startLine: STATUS_LINE, body: null }),
        response(493, 'INVITE', {
          startLine: STATUS_LINE,
          'Content-Type': 'text/plain',
          'Content-Disposition': null,
          body: 'No key\n',
        }),
      ],
      good: [response(493, 'INVITE')],
    },
    references: [
      { rfc: 3261, section: '21.4.28' },
      { rfc: 3261, section: '23.2' },
    ],
    since: '0.1.0',
    messages: {
      missing:
        'Response 493 has no certificate (smime-type=certs-only): the sender takes it that no encryption is wanted',
    },
  },
  appliesTo: { kinds: ['response'], statuses: [493] },
  create: () => ({
    message(message, context) {
      if (isBodyCut(message)) return;
      if (message.body.end > message.body.start) {
        const body = bodyOf(message);
        if (body.isOpaque) return;
        for (const part of partsOf(body)) if (isCertificate(part)) return;
      }
      if (isFirstInCall(context, '')) context.report({ messageId: 'missing', at: message.anchor });
    },
  }),
});

function isCertificate({ mediaType }: BodyPart): boolean {
  const type = mediaType && paramOf(mediaType, 'smime-type');
  return type !== undefined && unquotedValue(type).toLowerCase() === 'certs-only';
}
