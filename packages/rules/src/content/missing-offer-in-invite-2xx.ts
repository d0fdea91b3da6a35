import { defineRule } from '@siplint/core';
import { ack, file, invite, ok } from '../examples/messages.js';
import { ANSWER } from '../examples/requests.js';
import { hasNoBody, lackPlaceOf, successesWithoutSession } from '../shared/session/session-exchange.js';

const OK = { startLine: 'SIP/2.0 <|200|> OK', body: null };

export default defineRule({
  meta: {
    id: 'missing-offer-in-invite-2xx',
    category: 'content',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Make an offer in the 2xx to an INVITE without one',
    docs: {
      what:
        'The 2xx to an INVITE without a body has a session description: the offer, which the ACK answers. It may do without ' +
        'only if a provisional response with the offer was made reliable by PRACK. It holds for a re-INVITE as well.',
      why: 'Without an offer nobody says what media there are, and the ACK has nothing to answer: the call is set up and silent.',
      falsePositives:
        'Nothing is reported where a reliable provisional response may be missing in the file: a PRACK or an UPDATE came ' +
        'before, or the INVITE lists 100rel and the file shows nothing else from that callee.',
      bad: [file(invite({ body: null }), ok('INVITE', OK), ack())],
      good: [
        file(invite({ body: null }), ok('INVITE'), ack({ 'Content-Type': 'application/sdp', body: ANSWER })),
        file(invite({ body: null, Supported: '100rel' }), ok('INVITE', { body: null })),
        file(invite({ body: null, 'Content-Length': null }), ok('INVITE', { body: null, 'Content-Length': null })),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.1' },
      { rfc: 3261, section: '13.3.1' },
      { rfc: 3261, section: '13.3.1.4' },
      { rfc: 3261, section: '14.1' },
    ],
    winsOver: ['content-type-without-body'],
    since: '0.1.0',
    messages: {
      missing:
        '{code} response without a session description, and the INVITE has none either: the side that answers has to make the offer, or the call has no media',
    },
  },
  appliesTo: { methods: ['INVITE'], statuses: ['200-299'] },
  create: () => ({
    transaction(transaction, context) {
      const { request: invite } = transaction;
      if (!invite || !hasNoBody(invite)) return;
      for (const success of successesWithoutSession(transaction)) {
        // Where no message tells of its body, bodies may have been left out of the file.
        if (invite.body.declaredLength === undefined && success.body.declaredLength === undefined) continue;
        const { callId, cseqNumber, toTag = '' } = success;
        if (!context.once(`${callId} ${cseqNumber} ${toTag}`)) continue;
        context.report({
          messageId: 'missing',
          in: success,
          at: lackPlaceOf(success),
          data: { code: success.statusCode },
          related: [{ message: 'The INVITE without an offer', of: invite }],
        });
      }
    },
  }),
});
