import { defineRule } from '@siplint/core';
import { ack, file, invite, ok, request, response } from '../examples/messages.js';
import { ANSWER } from '../examples/requests.js';
import { lackPlaceOf, sessionPlaceOf, successesWithoutSession } from '../shared/session/session-exchange.js';

const OK = { startLine: 'SIP/2.0 <|200|> OK', body: null };
const RELIABLE = { Require: '100rel', RSeq: '776656', 'Content-Type': 'application/sdp', body: ANSWER };

export default defineRule({
  meta: {
    id: 'missing-answer-in-invite-2xx',
    category: 'content',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Answer the offer of an INVITE in the 2xx',
    docs: {
      what:
        'The 2xx to an INVITE with a session description has one too: the answer. It may do without only if a provisional ' +
        'response with the answer was made reliable by PRACK.',
      why:
        'The caller does not know where to send its media, nor in which codec: the call is set up and silent, or the caller ' +
        'hangs up at once. An answer in an unreliable 183 does not count, as it may be lost.',
      falsePositives:
        'Nothing is reported where a reliable provisional response may be missing in the file: a PRACK or an UPDATE came ' +
        'before, or the INVITE lists 100rel and the file shows nothing else from that callee.',
      bad: [file(invite(), ok('INVITE', OK)), file(invite(), response(180, 'INVITE'), ok('INVITE', OK), ack())],
      good: [
        file(invite(), ok('INVITE')),
        file(
          invite({ Supported: '100rel' }),
          response(183, 'INVITE', RELIABLE),
          request('PRACK'),
          ok('PRACK'),
          ok('INVITE', { body: null }),
        ),
        file(invite({ Supported: '100rel' }), ok('INVITE', { body: null })),
        ok('INVITE', { body: null }),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.1' },
      { rfc: 3261, section: '13.3.1.4' },
    ],
    winsOver: ['content-type-without-body', 'proxy-modified-body'],
    since: '0.1.0',
    messages: {
      missing:
        '{code} response without a session description, but the INVITE has an offer: the caller knows no address and no codec for the media, put the answer here',
    },
  },
  appliesTo: { methods: ['INVITE'], statuses: ['200-299'] },
  create: () => ({
    transaction(transaction, context) {
      const { request: offer } = transaction;
      if (offer?.session !== 'present') return;
      for (const success of successesWithoutSession(transaction)) {
        const { callId, cseqNumber, toTag = '' } = success;
        if (!context.once(`${callId} ${cseqNumber} ${toTag}`)) continue;
        context.report({
          messageId: 'missing',
          in: success,
          at: lackPlaceOf(success),
          data: { code: success.statusCode },
          related: [{ message: 'The offer', of: offer, at: sessionPlaceOf(offer) }],
        });
      }
    },
  }),
});
