import { defineRule } from '@siplint/core';
import { cancel, file, invite, options, response } from '../examples/messages.js';
import { identityOf } from '../examples/requests.js';
import { cancellationOf } from '../shared/transaction/cancelled-request.js';

const OPTIONS = identityOf('OPTIONS');

export default defineRule({
  meta: {
    id: 'cancel-non-invite',
    category: 'cancel',
    level: 'SHOULD',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Send CANCEL for an INVITE only',
    docs: {
      what: 'The request with the branch of a CANCEL is an INVITE.',
      why:
        'Requests other than INVITE are answered at once, so the CANCEL comes too late. A server answers it with 200 and does ' +
        'nothing: whoever relies on it believes that the request was not carried out.',
      bad: [
        file(
          options(),
          cancel({
            startLine: '<|CANCEL|> sip:bob@example.net SIP/2.0',
            Via: `SIP/2.0/UDP pc33.example.com;branch=${OPTIONS.branch}`,
            From: `<sip:alice@example.com>;tag=${OPTIONS.fromTag}`,
            'Call-ID': OPTIONS.callId,
            CSeq: `${OPTIONS.cseq} CANCEL`,
          }),
        ),
      ],
      good: [file(invite(), response(100, 'INVITE'), cancel()), file(options(), cancel())],
    },
    references: [
      { rfc: 3261, section: '9.1' },
      { rfc: 3261, section: '9.2' },
    ],
    since: '0.1.0',
    messages: {
      other:
        'CANCEL for {method}: a server answers that at once, so the CANCEL comes too late and has no effect, wait for the response instead',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['CANCEL'] },
  create: () => ({
    transaction(transaction, context) {
      const { cancel, cancelled } = cancellationOf(transaction) ?? {};
      if (!cancel || !cancelled || cancelled.method === 'INVITE' || cancelled.first.index > cancel.index) return;
      // With another number it may be about an INVITE that was not captured, whose sender reused the branch.
      if (cancelled.first.cseqNumber !== cancel.cseqNumber) return;
      context.report({
        messageId: 'other',
        in: cancel,
        data: { method: cancelled.method },
        related: [{ message: `The ${cancelled.method}`, of: cancelled.first }],
      });
    },
  }),
});
