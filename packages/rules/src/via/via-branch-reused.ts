import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { again } from '../examples/again.js';
import { byAlice } from '../examples/in-dialog.js';
import { cancel, file, invite, ok, options, register, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { isSentWithCredentials } from '../shared/auth/answered-challenge.js';
import { hasMagicCookie } from '../shared/message/magic-cookie.js';
import { branchPlaceOf } from '../shared/transaction/branch-place.js';
import { isTraced } from '../shared/transaction/traced.js';

const VIA = 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhds-register|>';

export default defineRule({
  meta: {
    id: 'via-branch-reused',
    category: 'via',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Make a new branch for each request',
    docs: {
      what:
        'A branch with the magic cookie is unique: a request with another method, CSeq number, Call-ID or other credentials ' +
        'than an earlier one of the same sent-by has another branch. Only retransmissions, the CANCEL of a request and the ' +
        'ACK to a failure repeat it. Behind a proxy it is an info only. Reported once for each branch.',
      why:
        'The server finds the transaction by the branch. It takes the new request for the old one and repeats the old ' +
        'response, or the client takes the response to the one for that to the other.',
      falsePositives:
        'Requests of different calls, and an INVITE behind a call, are compared only if times or addresses say that they were ' +
        'captured: samples one below the other often have one Via. An element that hides one side of a call from the other has to make branches of its own.',
      bad: [
        file(register(), ok('REGISTER'), again('REGISTER', { Via: VIA })),
        file(
          invite(),
          ok('INVITE'),
          byAlice('BYE', 314160, { Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhds-invite|>' }),
        ),
      ],
      good: [
        file(invite(), cancel(), ok('CANCEL'), response(487, 'INVITE'), failureAck()),
        file(register(), register(), ok('REGISTER'), again('REGISTER')),
        file(
          register({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1' }),
          options({ Via: 'SIP/2.0/UDP pc33.example.com:5062;branch=z9hG4bK1' }),
        ),
        file(
          register({ Via: 'SIP/2.0/UDP pc33.example.com;branch=1' }),
          again('REGISTER', { Via: 'SIP/2.0/UDP pc33.example.com;branch=1' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.7' },
      { rfc: 3261, section: '8.1.2' },
      { rfc: 3261, section: '8.1.3.4' },
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '17.1.3' },
    ],
    since: '0.1.0',
    messages: {
      reused:
        'Branch "{branch}" was that of an earlier {method} with {difference}: the server takes this request for that one, make a new branch',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, sharesBranchWith: earlier, upstream } = transaction;
      const first = earlier?.request;
      if (!first || !request || isAboutAnother(request.method) || !hasMagicCookie(request.branch)) return;
      // A proxy that keeps no state makes the branch from the one that it received (§16.11).
      if (upstream?.sharesBranchWith || isSentWithCredentials(transaction)) return;
      const difference = differenceOf(transaction, earlier, request, first);
      const found = difference === undefined ? undefined : branchPlaceOf(request);
      if (difference === undefined || !found || !context.once(transaction.branchKey)) return;
      context.report({
        messageId: 'reused',
        in: request,
        at: found,
        data: { branch: found.text, method: first.method, difference },
        related: [{ message: 'The request that had the branch', of: first, at: branchPlaceOf(first) }],
        ceiling: request.viaCount > 1 ? 'info' : undefined,
      });
    },
  }),
});

/** ACK and CANCEL have the branch of their INVITE, wherever that is; the ACK to a 2xx is ack-2xx-reuses-invite-branch. */
function isAboutAnother(method: string): boolean {
  return method === 'ACK' || method === 'CANCEL';
}

/** In what the requests differ; undefined where that does not prove them to be two requests of one trace. */
function differenceOf(
  later: Transaction,
  earlier: Transaction,
  request: FlowMessage,
  first: FlowMessage,
): string | undefined {
  const isSameNumber = request.cseqNumber === first.cseqNumber;
  if (request.callId !== first.callId) {
    if (!isTraced(request) || !isTraced(first)) return undefined;
    // An element that writes another Call-ID into what passes it shows one request twice.
    const isCopy = isSameNumber && request.method === first.method && request.fromTag === first.fromTag;
    return isCopy ? undefined : `Call-ID ${first.callId}`;
  }
  // Samples one below the other may be of one call, with the same branch for the next INVITE or the same request once more.
  if (!isTraced(request) && isNextCall(request, earlier)) return undefined;
  if (!isSameNumber) return `CSeq number ${first.cseqNumber}`;
  const isOtherMethod = request.method !== first.method;
  if (!isTraced(request) && !(isOtherMethod && later.sawEnd && earlier.sawEnd)) return undefined;
  return isOtherMethod ? 'the same CSeq number' : 'other credentials';
}

/** True for an INVITE that begins anew behind one that was accepted, as the next of several samples does. */
function isNextCall({ method, toTag }: FlowMessage, earlier: Transaction): boolean {
  return method === 'INVITE' && toTag === undefined && earlier.responses.some(({ isSuccess }) => isSuccess);
}
