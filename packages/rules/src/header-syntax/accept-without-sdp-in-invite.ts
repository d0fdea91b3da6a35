import { bodyOf, defineRule, type HeaderField, type MediaTypeValue, partsOf, type SipMessage } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

export default defineRule({
  meta: {
    id: 'accept-without-sdp-in-invite',
    category: 'header-syntax',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Accept session descriptions in an INVITE',
    docs: {
      what:
        'If an INVITE has an Accept header field, one of its ranges covers application/sdp or a multipart type. INVITEs ' +
        'that carry a session description or no body are judged.',
      why:
        'An INVITE is answered with a session description. A callee that takes Accept at its word has none to send and may ' +
        'refuse the call with 406.',
      falsePositives: 'A session may be described in another format than SDP, if both sides know it.',
      bad: [
        invite({ Accept: '<|text/nobodyKnowsThis|>' }),
        invite({ body: null, Accept: ['<|text/plain|>', 'application/pidf+xml'] }),
        invite({ '<|Accept|>': '' }),
      ],
      good: [
        invite({ Accept: ['text/plain', 'APPLICATION/SDP'] }),
        invite({ Accept: 'application/*' }),
        invite({ Accept: 'multipart/mixed' }),
        invite({ Accept: 'text/plain', 'Content-Type': 'text/plain', body: 'hi' }),
        options({ Accept: 'text/plain' }),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.1' },
      { rfc: 3261, section: '20.1' },
      { rfc: 4475, section: '3.3.15' },
    ],
    since: '0.1.0',
    messages: {
      unwelcome: 'Accept covers neither application/sdp nor a multipart type: the callee may refuse the call with 406',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  create: () => ({
    headers: {
      Accept(field, context) {
        const { message } = context;
        if (message.field('Accept') !== field || message.hasUnknownFields || mayBeSession(field)) return;
        if (!describesSession(message) || !isFirstInCall(context, '')) return;
        context.report({ messageId: 'unwelcome', at: field.isEmpty ? field.nameNode : field.valueRange });
      },
    },
  }),
});

/** True if a range of any row covers session descriptions or bodies that can hold one, or could not be read. */
function mayBeSession(first: HeaderField<MediaTypeValue>): boolean {
  for (let row: HeaderField<MediaTypeValue> | undefined = first; row; row = row.nextOfName) {
    for (const { value } of row.values) if (!value || coversSession(value.essence)) return true;
  }
  return false;
}

function coversSession(range: string): boolean {
  if (range === '*/*' || range === 'application/*' || range === 'application/sdp') return true;
  return range.startsWith('multipart/');
}

/** True for an INVITE with a session description, or without a body, which asks for one. */
function describesSession(message: SipMessage): boolean {
  if (message.body.end === message.body.start) return true;
  for (const part of partsOf(bodyOf(message))) if (part.essence === 'application/sdp') return true;
  return false;
}
