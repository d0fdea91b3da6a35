import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { again, answerAgain, challenged } from '../examples/again.js';
import { credentials } from '../examples/digest.js';
import { file, line, ok, register, response } from '../examples/messages.js';
import { identityOf } from '../examples/requests.js';
import { isForkOf, isSentWithCredentials } from '../shared/auth/answered-challenge.js';
import { isReliableTransport } from '../shared/message/transport.js';
import { isNumberContradicted } from '../shared/transaction/contradicted-request.js';
import { cseqDigitsOf } from '../shared/transaction/places-in-flow.js';
import { isTraced } from '../shared/transaction/traced.js';

const { cseq } = identityOf('REGISTER');

export default defineRule({
  meta: {
    id: 'register-cseq-not-incremented',
    category: 'registration',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Raise the CSeq number by one with each REGISTER of a Call-ID',
    docs: {
      what:
        'Each REGISTER has the CSeq number that follows that of the one before with the same Call-ID. A larger step is an ' +
        'info, and reported only in a file that is declared complete.',
      why:
        'The registrar takes a REGISTER with a number that is not higher for one that came late, and refuses it: the binding ' +
        'runs out, and the phone cannot be called until it happens to start anew.',
      falsePositives:
        'A REGISTER with the number of one that is unanswered, or was answered 3xx, 408 or 503, may be for another server ' +
        'and is let pass; so is a lower number before the response.',
      bad: [
        file(register(), ok('REGISTER'), again('REGISTER', { CSeq: `<|${cseq}|> REGISTER` })),
        file(register(), ok('REGISTER'), again('REGISTER', { CSeq: '<|1|> REGISTER' })),
        file(
          line('# siplint-set complete=yes'),
          register(),
          ok('REGISTER'),
          again('REGISTER', { CSeq: `<|${cseq + 3}|> REGISTER` }, 3),
          answerAgain(200, 'REGISTER', {}, 3),
        ),
      ],
      good: [
        file(register(), ok('REGISTER'), again('REGISTER'), answerAgain(200, 'REGISTER')),
        file(register(), ok('REGISTER'), register()),
        file(register(), response(503, 'REGISTER'), again('REGISTER', { CSeq: `${cseq} REGISTER` })),
        file(register(), challenged(401, 'REGISTER'), again('REGISTER', { Authorization: credentials() })),
        file(register(), ok('REGISTER'), again('REGISTER', {}, 3)),
      ],
    },
    references: [
      { rfc: 3261, section: '10.2' },
      { rfc: 3261, section: '10.3' },
    ],
    since: '0.1.0',
    messages: {
      same: 'REGISTER has number {found}, as the one before with the same Call-ID: the registrar takes it for an old one and refuses it, count upwards',
      lower:
        'REGISTER has number {found} behind {last}: the registrar takes it for one that came late and refuses it, count upwards',
      gap: 'REGISTER has number {found}, though the one before with the same Call-ID had {last}: numbers grow by one',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['REGISTER'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, previous } = transaction;
      const last = previous?.request;
      if (!request || !last || request.cseqNumber === last.cseqNumber + 1 || transaction.upstream) return;
      if (request.method !== 'REGISTER' || isForkOf(request, last)) return;
      if (isNumberContradicted(transaction) || isNumberContradicted(previous)) return;
      const isGap = request.cseqNumber > last.cseqNumber;
      if (isGap ? !transaction.flow.isComplete : mayBeOfLast(transaction, previous)) return;
      const found = cseqDigitsOf(request);
      if (!found || !context.once(`${request.callId} ${request.cseqNumber} ${last.cseqNumber}`)) return;
      const related = [{ message: 'The REGISTER before it', of: last, at: cseqDigitsOf(last) }];
      const place = { in: request, at: found, related };
      if (request.cseqNumber === last.cseqNumber) {
        context.report({ messageId: 'same', ...place, data: { found: found.text } });
        return;
      }
      const messageId = isGap ? 'gap' : 'lower';
      const ceiling = isGap || mayRepeatEarlier(request, previous) ? 'info' : undefined;
      context.report({ messageId, ...place, ceiling, data: { found: found.text, last: last.cseqNumber } });
    },
  }),
});

/** True if a capture may have begun behind a request that was lost and is repeated here. */
function mayRepeatEarlier(request: FlowMessage, { previous, flow }: Transaction): boolean {
  return previous === undefined && !flow.isComplete && isTraced(request) && !isReliableTransport(request.transport);
}

/**
 * True if a REGISTER with a number that is not higher may be in order: another try of the one before at another server (RFC
 * 3263 §4.3), a packet that came late, or the answer to a challenge, which is auth-retry-cseq-not-incremented.
 */
function mayBeOfLast(transaction: Transaction, { final }: Transaction): boolean {
  const { request } = transaction;
  if (!final || !request || final.index > request.index) return true;
  const { statusCode } = final;
  const isForOther = statusCode === 408 || statusCode === 503 || (statusCode >= 300 && statusCode < 400);
  if (isForOther && request.cseqNumber === final.cseqNumber) return true;
  return isSentWithCredentials(transaction);
}
