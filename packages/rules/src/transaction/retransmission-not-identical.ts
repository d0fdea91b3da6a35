import { compareHops, defineRule, type FlowMessage } from '@siplint/core';
import { bye, file, invite, options } from '../examples/messages.js';
import { OFFER } from '../examples/requests.js';
import { hasMagicCookie } from '../shared/message/magic-cookie.js';
import { differencesOf } from '../shared/transaction/message-difference.js';
import { isTraced } from '../shared/transaction/traced.js';

/**
 * Content-Length is judged by the body, Via by what identifies a hop, and a Timestamp may tell when this very packet was
 * sent (RFC 3261 §20.38).
 */
const FREE_TO_DIFFER: ReadonlySet<string> = new Set(['Content-Length', 'Timestamp', 'Via']);

const MESSAGES = {
  differs:
    '{what} differs from that of the request with the same branch and CSeq: the server takes this one for a retransmission and does not read it',
  lacks:
    'Request lacks the {what} of the one with the same branch and CSeq: the server takes it for a retransmission and does not read it',
} as const;

export default defineRule({
  meta: {
    id: 'retransmission-not-identical',
    category: 'transaction',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send a request again as it was, or as a new transaction',
    docs: {
      what:
        'A request with the Via branch, method, CSeq number and Call-ID of an earlier one is its retransmission: it has the ' +
        'same Request-URI, header fields and body.',
      why:
        'The server finds the transaction by the branch and answers with the response that it has sent already, whatever the ' +
        'second request says. What was changed in it takes no effect.',
      falsePositives:
        'Timestamp, parameters that were added to Via, white space, the order of header fields and a body that was cut off ' +
        'may differ. Without a response, times or addresses two requests that differ in more than one thing are taken for ' +
        'samples that have nothing to do with each other. Nothing is reported of new credentials, for then the request is meant as a new one, nor where the ' +
        'addresses of a capture show another hop.',
      bad: [
        file(options(), options({ 'Max-Forwards': '<|69|>' })),
        file(bye(), bye({ startLine: 'BYE <|sip:bob@desk.example.net|> SIP/2.0' })),
        file(invite(), invite({ body: OFFER.replace('m=audio 49172 RTP/AVP 0', '<|m=audio 49174 RTP/AVP 0|>') })),
        file(options({ Require: '100rel' }), options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0' })),
      ],
      good: [
        file(options(), options()),
        file(
          options(),
          options({
            Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-options;rport=5060;received=192.0.2.1',
            'Content-Length': '00',
          }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '17.1.1.2' },
      { rfc: 3261, section: '17.2.3' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction({ request, upstream, method, responses }, context) {
      if (!request || request.copies.length === 0 || method === 'ACK') return;
      // Without the magic cookie another Request-URI or To tag makes another transaction (§17.2.3).
      if (!hasMagicCookie(request.branch) || !isComparable(request)) return;
      // A proxy that forwards retransmissions forwards what differs in them.
      if (upstream?.request && upstream.request.copies.length > 0) return;
      for (const copy of request.copies) {
        if (copy.text === request.text || !isComparable(copy) || compareHops(copy, request) === 'different') continue;
        const differences = differencesOf(copy.message, request.message, FREE_TO_DIFFER);
        const [difference] = differences;
        if (!difference) continue;
        // Two samples with the same identifiers differ in more than a slip.
        if (differences.length > 1 && responses.length === 0 && !isTraced(copy)) continue;
        const { what, at, of } = difference;
        context.report({
          messageId: at ? 'differs' : 'lacks',
          in: copy,
          at,
          data: { what: what === 'body' ? 'Body' : what },
          related: [{ message: 'The first request', of: request, at: of }],
        });
        return;
      }
    },
  }),
});

/** With placeholders, or lines that could not be read, it is not known what the message says. */
function isComparable({ placeholders, message }: FlowMessage): boolean {
  return placeholders.length === 0 && message.issues.length === 0;
}
