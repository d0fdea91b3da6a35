import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, ok, options, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';

export default defineRule({
  meta: {
    id: 'max-forwards-zero-not-answered-with-483',
    category: 'routing',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Answer a request that has no hops left with 483',
    docs: {
      what:
        'A proxy answers a request that arrives with Max-Forwards 0 with 483 (Too Many Hops). What only the server that is ' +
        'meant answers with is let pass, for it may take the request: 2xx, 3xx, 6xx, 401, 423, 481, 486, 487, 488, 491, and ' +
        'anything behind a ringing phone. So are 400 and 416, which a proxy gives before it looks at the hops, and OPTIONS.',
      why:
        'By the 483 the caller learns that the request went in circles, or was sent with too few hops. Another code hides it, ' +
        'and the caller tries again.',
      falsePositives: 'A user agent that is the target of the request may refuse it with any code.',
      bad: [
        file(
          forwarded('INVITE', { 'Max-Forwards': 0 }),
          fromBranch(408, 'INVITE', { startLine: 'SIP/2.0 <|408|> Request Timeout' }),
        ),
      ],
      good: [
        file(invite({ 'Max-Forwards': 0 }), response(483, 'INVITE'), failureAck()),
        file(options({ 'Max-Forwards': 0 }), ok('OPTIONS')),
        file(invite({ 'Max-Forwards': 0 }), response(486, 'INVITE'), failureAck()),
      ],
    },
    references: [
      { rfc: 3261, section: '11' },
      { rfc: 3261, section: '16.3' },
      { rfc: 3261, section: '21.4.21' },
    ],
    since: '0.1.0',
    messages: {
      other:
        'The {method} arrived with Max-Forwards 0 and gets {code}: a proxy has to answer 483, so that the caller learns of the loop',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, final, downstream } = transaction;
      if (request?.maxForwards !== 0 || !final || final.statusCode === 483 || request.method === 'OPTIONS') return;
      // That it was forwarded is proxy-max-forwards-not-decremented.
      if (downstream.length > 0 || mayBeOfTarget(final) || transaction.responses.some(isRinging)) return;
      if (BEFORE_HOPS.has(final.statusCode)) return;
      context.report({
        messageId: 'other',
        in: final,
        data: { method: request.method, code: final.statusCode },
        related: [{ message: 'The request', of: request, at: request.message.field('Max-Forwards')?.valueRange }],
      });
    },
  }),
});

/** Malformed, or a scheme that is not known: a proxy looks for that first (§16.3 items 1 and 2). */
const BEFORE_HOPS: ReadonlySet<number> = new Set([400, 416]);

/** A challenge and brief intervals of a registrar (a proxy has 407), a dialog that is not known, and what a phone answers. */
const OF_TARGET: ReadonlySet<number> = new Set([401, 423, 481, 486, 487, 488, 491]);

/** True for responses that are those of whom the request is meant for: a user agent, a registrar, a redirect server. */
function mayBeOfTarget({ statusCode }: FlowMessage): boolean {
  return statusCode < 400 || statusCode >= 600 || OF_TARGET.has(statusCode);
}

function isRinging({ statusCode, toTag }: Transaction['responses'][number]): boolean {
  return statusCode > 100 && statusCode < 200 && toTag !== undefined;
}
