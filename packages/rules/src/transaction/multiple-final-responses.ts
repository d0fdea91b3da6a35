import { compareHops, defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { bye, file, invite, ok, options, response } from '../examples/messages.js';
import { isBodyCut } from '../shared/message/cut-body.js';
import { isSameBody } from '../shared/session/same-body.js';
import { isTraced } from '../shared/transaction/traced.js';

export default defineRule({
  meta: {
    id: 'multiple-final-responses',
    category: 'transaction',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send one final response to a request',
    docs: {
      what:
        'On one hop a request gets one final response, which may be sent again as it is. Only an INVITE that was forked may ' +
        'get several 2xx, each with a To tag of its own.',
      why:
        'The client has acted on the first: it has told the user that the call failed, or has sent its ACK and its media. The ' +
        'second is dropped, or makes a call that one side believes in and the other does not.',
      falsePositives:
        'A 2xx that a forking proxy forwards late, and a response that comes behind the 408 of a proxy, are let pass: their To ' +
        'tags tell that another element sent them. So is a failure behind a 2xx if the INVITE was sent again in between, as ' +
        'servers from before RFC 6026 took that for a new one. Three final codes or more, without times or addresses, are taken ' +
        'for a list of samples.',
      bad: [
        file(invite(), response(486, 'INVITE'), ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK' })),
        file(invite(), ok('INVITE'), response(500, 'INVITE', { startLine: 'SIP/2.0 <|500|> Server Internal Error' })),
        file(bye(), ok('BYE'), response(481, 'BYE', { startLine: 'SIP/2.0 <|481|> Call/Transaction Does Not Exist' })),
        file(invite(), ok('INVITE'), ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK', body: null })),
      ],
      good: [
        file(
          invite(),
          ok('INVITE', { To: '<sip:bob@example.net>;tag=aaaa1111' }),
          ok('INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222', Contact: '<sip:bob@desk.example.net>' }),
        ),
        file(options(), response(404, 'OPTIONS'), response(404, 'OPTIONS')),
        file(
          invite(),
          response(486, 'INVITE', { To: '<sip:bob@example.net>;tag=aaaa1111' }),
          ok('INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.2.3' },
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '17.2.1' },
      { rfc: 3261, section: '17.2.2' },
    ],
    since: '0.1.0',
    messages: {
      second:
        'Second final response {code} to {method}, which had {first} already: the client has acted on that and drops this one, so the two sides disagree about the outcome',
      changed:
        'Response {code} to {method} has the To tag of an earlier {first} but another body: a 2xx is sent again as it was, the client keeps to the first',
    },
  },
  appliesTo: { kinds: ['response'], statuses: ['200-699'] },
  create: () => ({
    transaction(transaction, context) {
      const { final: first, method, responses } = transaction;
      // Most transactions have one final response, and it is the last.
      if (!first || first === responses[responses.length - 1]) return;
      if (isBranchReused(transaction) || areSamples(transaction)) return;
      /** The first 2xx of each To tag. */
      const successes = new Map<string | undefined, FlowMessage>();
      for (const final of responses) {
        if (!final.isFinal || !belongs(final, transaction) || compareHops(first, final) === 'different') continue;
        const earlier = successes.get(final.toTag) ?? first;
        if (final.isSuccess && !successes.has(final.toTag)) successes.set(final.toTag, final);
        if (final === earlier || !contradicts(final, earlier, transaction)) continue;
        context.report({
          messageId: final.statusCode === earlier.statusCode ? 'changed' : 'second',
          in: final,
          data: { code: final.statusCode, method, first: earlier.statusCode },
          related: [{ message: 'The first final response', of: earlier }],
        });
        return;
      }
    },
  }),
});

/** More than two final codes, seen nowhere on their way: a list of responses that have nothing to do with each other. */
function areSamples({ responses }: Transaction): boolean {
  const codes = new Set(responses.filter(({ isFinal }) => isFinal).map(({ statusCode }) => statusCode));
  return codes.size > 2 && !responses.some(isTraced);
}

/** With one branch and number for two requests it is not known which of them a response answers. */
function isBranchReused({ request, sharesBranchWith }: Transaction): boolean {
  return sharesBranchWith !== undefined && sharesBranchWith.request?.cseqNumber === request?.cseqNumber;
}

/** True if a response answers the request beyond doubt, or the same one as the first of its responses. */
function belongs({ callId, cseqNumber, fromTag }: FlowMessage, { request, first }: Transaction): boolean {
  const other = request ?? first;
  return callId === other.callId && cseqNumber === other.cseqNumber && fromTag === other.fromTag;
}

function contradicts(final: FlowMessage, earlier: FlowMessage, transaction: Transaction): boolean {
  // What one element behind did wrong is reported there.
  if (final.forwards && final.forwards.transaction === earlier.forwards?.transaction) return false;
  const isSameElement = final.toTag === earlier.toTag;
  if (transaction.method !== 'INVITE') {
    return final.statusCode !== earlier.statusCode && (isSameElement || earlier.statusCode !== 408);
  }
  if (earlier.isFailure) {
    if (final.statusCode === earlier.statusCode) return false;
    // A proxy has to forward a late 2xx (§16.7 step 5), and without a transaction forwards any response.
    return isSameElement || !(final.isSuccess || earlier.statusCode === 408);
  }
  if (final.isFailure) return !wasSentAgain(transaction, earlier, final);
  if (!isSameElement) return false;
  return final.statusCode !== earlier.statusCode || isOtherBody(final, earlier);
}

/** True if the request was retransmitted between two of its responses. */
function wasSentAgain({ request }: Transaction, earlier: FlowMessage, later: FlowMessage): boolean {
  return request?.copies.some(({ index }) => index > earlier.index && index < later.index) ?? false;
}

function isOtherBody(a: FlowMessage, b: FlowMessage): boolean {
  if (a.placeholders.length > 0 || b.placeholders.length > 0) return false;
  return !isSameBody(a.bodyText, b.bodyText) && !isBodyCut(a) && !isBodyCut(b);
}
