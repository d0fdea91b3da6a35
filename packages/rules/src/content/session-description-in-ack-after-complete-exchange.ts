import { compareHops, defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { ack, file, invite, ok } from '../examples/messages.js';
import { ANSWER, OFFER } from '../examples/requests.js';
import { sessionPlaceOf } from '../shared/session/session-exchange.js';
import { invitesOfAck } from '../shared/transaction/acknowledged-invites.js';

export default defineRule({
  meta: {
    id: 'session-description-in-ack-after-complete-exchange',
    category: 'content',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send the ACK without a session description once the offer was answered',
    docs: {
      what:
        'If the INVITE had an offer and its 2xx the answer, the exchange is over: the ACK has no session description. Bodies ' +
        'of another disposition are let pass.',
      why:
        'An ACK is not answered, so it can make no new offer. Some callees ignore the description, others change the media ' +
        'by it: the two sides then disagree about codec and address.',
      bad: [file(invite(), ok('INVITE'), ack({ 'Content-Type': '<|application/sdp|>', body: OFFER }))],
      good: [
        file(invite(), ok('INVITE'), ack()),
        file(invite({ body: null }), ok('INVITE'), ack({ 'Content-Type': 'application/sdp', body: ANSWER })),
        file(
          invite(),
          ok('INVITE'),
          ack({ 'Content-Disposition': 'render', 'Content-Type': 'text/plain', body: 'Watson, come here.\n' }),
        ),
      ],
    },
    references: [{ rfc: 3261, section: '13.2.1' }],
    since: '0.1.0',
    messages: {
      surplus:
        'Session description in the ACK, but the INVITE had the offer and the {code} the answer: an ACK cannot make a new offer, send a re-INVITE or UPDATE',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction({ method, request: ack, flow, upstream }, context) {
      if (method !== 'ACK' || ack?.session !== 'present' || upstream) return;
      for (const invited of invitesOfAck(ack, flow)) {
        const { request: offer } = invited;
        if (offer?.session !== 'present' || compareHops(ack, offer) !== 'same') continue;
        const answer = answerFor(ack, invited);
        if (!answer) continue;
        context.report({
          messageId: 'surplus',
          in: ack,
          at: sessionPlaceOf(ack),
          data: { code: answer.statusCode },
          related: [
            { message: 'The answer', of: answer, at: sessionPlaceOf(answer) },
            { message: 'The offer', of: offer, at: sessionPlaceOf(offer) },
          ],
        });
        return;
      }
    },
  }),
});

function answerFor(ack: FlowMessage, { responses }: Transaction): FlowMessage | undefined {
  return responses.find((response) => {
    return response.isSuccess && response.toTag === ack.toTag && response.session === 'present';
  });
}
