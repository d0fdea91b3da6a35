import { defineRule, type FlowMessage } from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { differencesOf } from '../shared/transaction/message-difference.js';

/** What each request has its own of, or what tells when it was sent. */
const FREE_TO_DIFFER: ReadonlySet<string> = new Set(['CSeq', 'Date', 'Max-Forwards', 'Timestamp', 'Via']);

/**
 * Responses that say nothing against the request: nobody answered in time, the callee is busy or away, the caller gave up, two
 * requests crossed, or a connection broke (RFC 3261 §21.4, RFC 5626 §11.1).
 */
const MAY_BE_TRIED_AGAIN: ReadonlySet<number> = new Set([408, 430, 480, 486, 487, 491]);

const RETRY = { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-2', CSeq: '314160 INVITE' };

export default defineRule({
  meta: {
    id: 'request-repeated-unmodified-after-4xx',
    category: 'transaction',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Change a request that was refused before it is sent again',
    docs: {
      what:
        'The next request of the same method, sender and tags behind a 4xx differs in Request-URI, body or some header field ' +
        'other than Via, CSeq, Max-Forwards, Timestamp and Date.',
      why: 'A 4xx is a definite refusal of this request: the same one is refused again, and both sides work for nothing.',
      falsePositives:
        '408, 430, 480, 486, 487, 491 and responses with Retry-After may be followed by the same request later, and are let ' +
        'pass. Reported once for each call and method.',
      bad: [
        file(
          invite(),
          response(403, 'INVITE'),
          failureAck(),
          invite({ ...RETRY, startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
        ),
      ],
      good: [
        file(invite({ Subject: 'Lunch' }), response(403, 'INVITE'), failureAck(), invite(RETRY)),
        file(invite(), response(486, 'INVITE'), failureAck(), invite(RETRY)),
        file(invite(), response(413, 'INVITE', { 'Retry-After': '60' }), failureAck(), invite(RETRY)),
      ],
    },
    references: [
      { rfc: 3261, section: '21.4' },
      { rfc: 3261, section: '21.4.4' },
    ],
    since: '0.1.0',
    messages: {
      unmodified:
        '{method} is sent again as it was refused with {code}: it is refused again, unless something in it changes',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction({ request, previous }, context) {
      const refusal = previous?.final;
      const refused = previous?.request;
      if (!request || !refused || !refusal || !isRefusal(refusal, request)) return;
      if (request.index < refusal.index || !isAlike(request, refused)) return;
      if (differencesOf(request.message, refused.message, FREE_TO_DIFFER).length > 0) return;
      const { method, fromTag = '', callId } = request;
      if (!context.once(`${method} ${fromTag} ${callId}`)) return;
      context.report({
        messageId: 'unmodified',
        in: request,
        data: { method, code: refusal.statusCode },
        related: [
          { message: 'The request that was refused', of: refused },
          { message: 'The refusal', of: refusal },
        ],
      });
    },
  }),
});

/** A 423, and refused credentials, are for rules of their own. */
function isRefusal(refusal: FlowMessage, { credentials }: FlowMessage): boolean {
  const { statusCode } = refusal;
  if (statusCode < 400 || statusCode > 499 || MAY_BE_TRIED_AGAIN.has(statusCode) || refusal.has('Retry-After'))
    return false;
  if (statusCode === 423) return false;
  return (statusCode !== 401 && statusCode !== 407) || credentials === '';
}

/** The facts that are at hand, before the messages are read again. */
function isAlike(a: FlowMessage, b: FlowMessage): boolean {
  return (
    a.requestUri === b.requestUri &&
    a.credentials === b.credentials &&
    a.contentType === b.contentType &&
    a.expires === b.expires &&
    a.placeholders.length === 0 &&
    b.placeholders.length === 0
  );
}
