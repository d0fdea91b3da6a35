import { defineRule, paramOf } from '@siplint/core';
import { again, challenged } from '../examples/again.js';
import { credentials } from '../examples/digest.js';
import { ack, file, invite, register } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { identityOf } from '../examples/requests.js';
import { challengedRetryOf } from '../shared/auth/answered-challenge.js';
import { isNumberContradicted } from '../shared/transaction/contradicted-request.js';
import { cseqDigitsOf } from '../shared/transaction/places-in-flow.js';

const { branch, cseq } = identityOf('REGISTER');

export default defineRule({
  meta: {
    id: 'auth-retry-cseq-not-incremented',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Raise the CSeq number when a request is sent again with credentials',
    docs: {
      what:
        'The request that answers a 401 or 407 with credentials is a new one: its CSeq number is higher than that of the ' +
        'request that was challenged, and the branch of its Via is another.',
      why:
        'A server that sees the old number takes the request for a retransmission or a loop: it repeats its 401 or answers ' +
        '482, and the client never gets in although its password is right.',
      falsePositives: 'Only requests with one Via are judged, so that the client itself has sent them.',
      bad: [
        file(
          register(),
          challenged(401, 'REGISTER'),
          again('REGISTER', { CSeq: `<|${cseq}|> REGISTER`, Authorization: credentials() }),
        ),
        file(
          register(),
          challenged(401, 'REGISTER'),
          again('REGISTER', {
            Via: `SIP/2.0/UDP pc33.example.com;branch=<|${branch}|>`,
            Authorization: credentials(),
          }),
        ),
      ],
      good: [
        file(register(), challenged(401, 'REGISTER'), again('REGISTER', { Authorization: credentials() })),
        file(register(), challenged(401, 'REGISTER'), again('REGISTER', { Authorization: credentials() }, 7)),
        file(
          invite(),
          challenged(407, 'INVITE'),
          failureAck(),
          again('INVITE', { 'Proxy-Authorization': credentials() }),
        ),
        file(invite(), ack()),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.3.5' },
      { rfc: 3261, section: '22.2' },
      { rfc: 3261, section: '22.3' },
    ],
    since: '0.1.0',
    messages: {
      number:
        'The {method} with credentials has number {found} behind {refused}, which got the {status}: the server takes it for the old request, count upwards',
      branch:
        'The {method} with credentials reuses branch "{branch}" of the request that got the {status}: the server repeats that response, make a new branch',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, previous } = transaction;
      if (!previous || !request?.credentials || request.viaCount > 1) return;
      if (isNumberContradicted(transaction) || isNumberContradicted(previous)) return;
      const isNumberRaised = request.cseqNumber > previous.first.cseqNumber;
      if (isNumberRaised && transaction.branchKey !== previous.branchKey) return;
      const retry = challengedRetryOf(transaction);
      if (!retry || request.credentials === retry.refused.credentials) return;
      // A B2BUA that shows its other leg as well has sent the same.
      if (!context.once(`${request.callId} ${request.cseqNumber} ${request.method}`)) return;
      const { refused, response } = retry;
      const data = { method: request.method, status: response.statusCode };
      const related = [{ message: `The ${response.statusCode} that this answers`, of: response }];
      if (isNumberRaised) {
        const via = request.message.field('Via')?.value;
        const param = via && paramOf(via, 'branch');
        if (!param) return;
        const at = { start: param.valueStart, end: param.end };
        context.report({ messageId: 'branch', in: request, at, related, data: { ...data, branch: param.value ?? '' } });
        return;
      }
      const digits = cseqDigitsOf(request);
      if (!digits) return;
      context.report({
        messageId: 'number',
        in: request,
        at: digits,
        data: { ...data, found: digits.text, refused: refused.cseqNumber },
        related: [...related, { message: 'The request that was challenged', of: refused, at: cseqDigitsOf(refused) }],
      });
    },
  }),
});
