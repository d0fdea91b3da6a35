import { defineRule, type FlowMessage, type FlowRuleContext, type Transaction } from '@siplint/core';
import { bye, file, invite, ok, request, response } from '../examples/messages.js';
import { uriDifference } from '../shared/address/address-difference.js';
import { isOtherWayRound, isSameTag, tagInUri } from '../shared/dialog/tags.js';
import { isUriWrongInRequest } from '../shared/transaction/contradicted-request.js';
import { tagPlaceOf } from '../shared/transaction/places-in-flow.js';

const MESSAGES = {
  tag: 'To tag "{found}" of the response is not "{expected}" of the {method} request: the client finds no dialog for the response, keep the tag that the request has',
  tagMissing:
    'To of the 100 response lacks the tag "{expected}" of the {method} request: copy To as it is, for the request is in a dialog',
  uri: 'To URI "{found}" of the response is not "{expected}" of the {method} request: only a tag may be added to To',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

export default defineRule({
  meta: {
    id: 'response-to-mismatch',
    category: 'from-to',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Copy the To of the request into its responses, and add no more than a tag',
    docs: {
      what:
        'The To of a response is that of its request on the same hop; if the request has a To tag, the response has the same ' +
        'one, a 100 too. Another URI is a warning.',
      why:
        'The request was sent in a dialog, which its To tag names. A response with another tag belongs to no dialog of the ' +
        'client, which drops it and takes the call for lost.',
      falsePositives:
        'Gateways that rewrite addresses, and captures in which users were made anonymous, show another URI; display names ' +
        'and angle brackets are not compared, and URIs are compared as RFC 3261 §19.1.4 says.',
      bad: [
        file(bye(), ok('BYE', { To: '<sip:bob@example.net>;tag=<|ffff111|>' })),
        file(request('UPDATE'), response(100, 'UPDATE', { To: '<|<sip:bob@example.net>|>' })),
        file(invite(), ok('INVITE', { To: '<<|sip:bob@192.0.2.4|>>;tag=8321234356' })),
      ],
      good: [
        file(invite(), ok('INVITE')),
        file(bye(), ok('BYE', { To: '"Bob" <sip:bob@EXAMPLE.net>; TAG=8321234356' })),
        file(invite(), response(100, 'INVITE'), response(180, 'INVITE', { To: 'sip:bob@example.net;tag=8321234356' })),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '20.39' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction(transaction, context) {
      const { request } = transaction;
      if (!request?.to) return;
      // Later responses of the transaction are made in the same way.
      for (const response of transaction.responses) if (judge(response, transaction, request, context)) return;
    },
  }),
});

/** True if the To of the response departs from that of the request. */
function judge(response: FlowMessage, transaction: Transaction, request: FlowMessage, context: Context): boolean {
  if (response.to?.uri === request.to?.uri && (request.toTag === undefined || request.toTag === response.toTag))
    return false;
  // With another number or Call-ID it is no copy of this request, which is reported there.
  if (response.cseqNumber !== request.cseqNumber || response.callId !== request.callId) return false;
  // From and To have changed places in one of the two: response-from-mismatch.
  if (isOtherWayRound(request, response)) return false;
  if (judgeTag(response, transaction, request, context)) return true;
  return !isUriWrongInRequest(transaction, response, 'to') && judgeUri(response, request, context);
}

function judgeTag(response: FlowMessage, transaction: Transaction, request: FlowMessage, context: Context): boolean {
  const { toTag: expected, method } = request;
  const { toTag: found, forwards } = response;
  if (expected === undefined || isSameTag(found, expected)) return false;
  // The request names its sender twice, which the response does not repeat: from-to-tags-identical.
  if (isSameTag(request.fromTag, expected)) return true;
  // A tag that the request should not have: register-to-has-tag, cancel-fields-mismatch.
  if (method === 'REGISTER' || isAddedInCancel(transaction)) return true;
  const related = [{ message: 'The To of the request', of: request, at: tagPlaceOf(request, 'To') }];
  if (found !== undefined) {
    // Reported where it was wrong first: who forwards it leaves To alone, and later transactions repeat the mistake.
    if (isSameTag(forwards?.toTag, found) || !context.once(`${response.callId} tag ${found}`)) return true;
    const at = tagPlaceOf(response, 'To');
    context.report({ messageId: 'tag', in: response, at, data: { found, expected, method }, related });
    return true;
  }
  const to = response.message.field('To')?.value;
  // In other responses it is missing whatever the request says: to-tag-missing-in-response.
  if (!to || tagInUri(to) || response.statusCode !== 100) return false;
  context.report({ messageId: 'tagMissing', in: response, at: to, data: { expected, method }, related });
  return true;
}

function isAddedInCancel({ cancelled }: Transaction): boolean {
  return cancelled?.request !== undefined && cancelled.request.toTag === undefined;
}

function judgeUri(response: FlowMessage, request: FlowMessage, context: Context): boolean {
  const difference = uriDifference('To', response, request);
  if (!difference) return false;
  const { callId, to, forwards } = response;
  if (forwards?.to?.uri === to?.uri || !context.once(`${callId} uri ${to?.uri ?? ''}`)) return true;
  const { uri: found, at, expected, of } = difference;
  context.report({
    messageId: 'uri',
    in: response,
    at,
    data: { found, expected, method: request.method },
    ceiling: 'warning',
    related: [{ message: 'The To of the request', of: request, at: of }],
  });
  return true;
}
