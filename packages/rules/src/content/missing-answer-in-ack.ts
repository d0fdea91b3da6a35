import { defineRule } from '@siplint/core';
import { byAlice, toAlice } from '../examples/in-dialog.js';
import { ack, file, invite, ok, response } from '../examples/messages.js';
import { ANSWER } from '../examples/requests.js';
import {
  hasNoBody,
  lackPlaceOf,
  lacksSession,
  mayBeExchangedBefore,
  sdpPartOf,
  sessionPlaceOf,
} from '../shared/session/session-exchange.js';
import { finalOfAck } from '../shared/transaction/acknowledged-invites.js';

const SDP = { 'Content-Type': 'application/sdp', body: ANSWER };

export default defineRule({
  meta: {
    id: 'missing-answer-in-ack',
    category: 'content',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Answer the offer of a 2xx in its ACK',
    docs: {
      what:
        'If the INVITE had no body, the session description in its 2xx is an offer, and the ACK to that has the answer. ' +
        'Reported once a call.',
      why:
        'The callee waits for the answer before it can send media. Without it the call is silent, and most callees hang up ' +
        'with a BYE.',
      falsePositives:
        'Nothing is reported where offer and answer may have been exchanged before, in a provisional response that was made ' +
        'reliable and its PRACK.',
      bad: [
        file(invite({ body: null }), ok('INVITE'), ack({ startLine: '<|ACK|> sip:bob@client.example.net SIP/2.0' })),
      ],
      good: [
        file(invite({ body: null }), ok('INVITE'), ack(SDP)),
        file(invite(), ok('INVITE'), ack()),
        file(
          invite({ body: null, Supported: '100rel' }),
          response(183, 'INVITE', { Require: '100rel', RSeq: '1', ...SDP }),
          byAlice('PRACK', 314160, { RAck: '1 314159 INVITE', ...SDP }),
          toAlice(200, 'PRACK', 314160),
          ok('INVITE', { body: null }),
          ack(),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.1' },
      { rfc: 3261, section: '13.2.2.4' },
    ],
    winsOver: ['content-type-without-body'],
    since: '0.1.0',
    messages: {
      missing:
        'ACK without a session description, but the {code} has an offer that nothing else has answered: the callee cannot send media, put the answer here',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction({ method, request: ack, flow }, context) {
      if (method !== 'ACK' || !ack || !lacksSession(ack)) return;
      const success = finalOfAck(ack, flow);
      if (success?.session !== 'present' || !success.isSuccess) return;
      const { transaction: invited } = success;
      if (!invited?.request || !hasNoBody(invited.request)) return;
      if (mayBeExchangedBefore(success, invited) || sdpPartOf(ack) || !context.once(flow.callId)) return;
      context.report({
        messageId: 'missing',
        in: ack,
        at: lackPlaceOf(ack),
        data: { code: success.statusCode },
        related: [
          { message: 'The offer', of: success, at: sessionPlaceOf(success) },
          { message: 'The INVITE without an offer', of: invited.request },
        ],
      });
    },
  }),
});
