import { bodyOf, defineRule, type FlowMessage, partsOf } from '@siplint/core';
import { file, invite, ok, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { OFFER } from '../examples/requests.js';
import { admitsType } from '../shared/session/accepted.js';
import { failureAcks } from '../shared/transaction/failure-acks.js';

const SDP = { 'Content-Type': '<|application/sdp|>', body: OFFER };

export default defineRule({
  meta: {
    id: 'ack-non-2xx-with-body',
    category: 'content',
    level: 'SHOULD',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Send the ACK to a failure without a body',
    docs: {
      what:
        'The ACK to a 300-699 response has no body. If it has one all the same, its type is one that the INVITE had, or, ' +
        'behind a 415, one that the Accept of that lists.',
      why:
        'The call has failed, and such an ACK goes no further than the next element, which discards what it brings. A body ' +
        'of a type that was just refused cannot even be read there.',
      bad: [
        file(invite(), response(488, 'INVITE'), failureAck(SDP)),
        file(invite(), response(486, 'INVITE'), failureAck({ 'Content-Type': '<|text/plain|>', body: 'bye\n' })),
        file(
          invite(),
          response(415, 'INVITE', { Accept: 'text/plain' }),
          failureAck({ 'Content-Type': '<|application/sdp|>', body: OFFER }),
        ),
      ],
      good: [
        file(invite(), response(488, 'INVITE'), failureAck()),
        file(invite(), ok('INVITE'), failureAck({ To: '<sip:bob@example.net>;tag=8321234356' })),
      ],
    },
    references: [{ rfc: 3261, section: '17.1.1.3' }],
    since: '0.1.0',
    messages: {
      body: 'Body in the ACK to a {code}: it goes no further than the element that sent the response, which discards it',
      type: 'Body of type {type} in the ACK to a {code}, but the INVITE had none of that type: leave it out, nobody said that it can be read',
      refused:
        'Body of type {type} in the ACK to a 415 that does not list it in Accept: leave it out, it cannot be read',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction(transaction, context) {
      for (const { ack, response } of failureAcks(transaction)) {
        const { body, contentType: type } = ack;
        if (body.end <= body.start) continue;
        const at = ack.message.field('Content-Type')?.valueRange;
        const report = { in: ack, at, related: [{ message: 'The response that it acknowledges', of: response }] };
        const { statusCode: code } = response;
        if (type === undefined || isAllowed(type, response, transaction.request)) {
          context.report({ messageId: 'body', data: { code }, ...report });
        } else if (code === 415) context.report({ messageId: 'refused', data: { type }, ...report });
        else context.report({ messageId: 'type', data: { type, code }, ...report });
      }
    },
  }),
});

/** True also where nothing tells what types are allowed. */
function isAllowed(type: string, { statusCode, message }: FlowMessage, invite: FlowMessage | undefined): boolean {
  if (statusCode === 415) return admitsType(message, type);
  if (!invite || invite.session === 'unknown') return true;
  for (const part of partsOf(bodyOf(invite.message))) if (part.essence === type) return true;
  return false;
}
