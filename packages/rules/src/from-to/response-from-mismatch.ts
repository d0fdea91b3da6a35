import {
  compareUris,
  defineRule,
  type FlowMessage,
  type FlowRuleContext,
  type NameAddr,
  type Param,
  paramOf,
  type Range,
  type Transaction,
} from '@siplint/core';
import { bye, file, ok, options } from '../examples/messages.js';
import { hasSwappedTags } from '../shared/dialog/swapped-tags.js';
import { isOtherWayRound, isSameTag, tagInUri } from '../shared/dialog/tags.js';
import { isUriWrongInRequest, isWrongInCancel } from '../shared/transaction/contradicted-request.js';

const MESSAGES = {
  tag: 'From tag "{found}" of the response is not "{expected}" of the {method} request: the client does not take the response for its own, copy From as it is',
  tagMissing:
    'From of the response lacks the tag "{expected}" of the {method} request: the client does not take the response for its own, copy From as it is',
  uri: 'From URI "{found}" of the response is not "{expected}" of the {method} request: copy From as it is',
  param:
    'From of the response lacks "{expected}", which the {method} request has: copy From as it is, with its parameters',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

export default defineRule({
  meta: {
    id: 'response-from-mismatch',
    category: 'from-to',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Copy the From of the request into its responses',
    docs: {
      what:
        'The From of a response is that of its request on the same hop: tag, URI and parameters. Another URI, and a lost ' +
        'parameter, is a warning.',
      why:
        'Call-ID and the two tags tell which dialog a response belongs to. With another From tag the client finds none and ' +
        'drops the response, or a dialog comes about in which each side knows another name of the caller.',
      falsePositives:
        'Gateways that rewrite addresses, and captures in which users were made anonymous, show another URI; display names ' +
        'and angle brackets are not compared, and URIs are compared as RFC 3261 §19.1.4 says.',
      bad: [
        file(options(), ok('OPTIONS', { From: '<sip:alice@example.com>;tag=<|zz81k4|>' })),
        file(options(), ok('OPTIONS', { From: '<|<sip:alice@example.com>|>' })),
        file(bye(), ok('BYE', { From: '<<|sip:alice@192.0.2.1|>>;tag=9fxced76sl' })),
        file(
          bye({ From: '<sip:alice@example.com>;tag=9fxced76sl;x=1' }),
          ok('BYE', { From: '<|<sip:alice@example.com>;tag=9fxced76sl|>' }),
        ),
      ],
      good: [
        file(bye(), ok('BYE', { From: '"Alice" <sip:alice@EXAMPLE.com>;TAG=9fxced76sl' })),
        file(bye(), ok('BYE', { From: 'sip:alice@example.com;tag=9FXCED76SL' })),
        ok('BYE', { From: '<sip:alice@example.com>;tag=zz81k4' }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '20.20' },
    ],
    // It knows the tag that is missing.
    winsOver: ['from-tag-missing'],
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction(transaction, context) {
      const { request } = transaction;
      if (!request) return;
      for (const response of transaction.responses) {
        const difference = differenceOf(response, request);
        if (!difference) continue;
        if (difference.kind === 'tag' && isRequestToBlame(transaction, request, response)) return;
        if (difference.kind === 'uri' && isUriWrongInRequest(transaction, response, 'from')) return;
        // Later responses of the transaction are made in the same way.
        if (!isFromBehind(response) && isNew(response, context)) report(response, request, difference, context);
        return;
      }
    },
  }),
});

/** True if From and To of the request have changed places, or a CANCEL has another tag than its INVITE. */
function isRequestToBlame(transaction: Transaction, request: FlowMessage, response: FlowMessage): boolean {
  if (isWrongInCancel(transaction, response, 'fromTag')) return true;
  const { dialog } = request;
  if (!dialog || !isOtherWayRound(request, response)) return false;
  const inDialog = dialog.requests.find((one) => one.request === request);
  return inDialog !== undefined && hasSwappedTags(inDialog, dialog);
}

type Difference =
  | { readonly kind: 'tag' | 'tagMissing' | 'uri'; readonly found: NameAddr; readonly expected: NameAddr }
  | { readonly kind: 'param'; readonly found: NameAddr; readonly expected: Param };

/** The first thing in which the From of a response departs from that of the request. */
function differenceOf(response: FlowMessage, request: FlowMessage): Difference | undefined {
  if (response.fromText === request.fromText) return undefined;
  // With another number or Call-ID it is no copy of this request, which is reported there.
  if (response.cseqNumber !== request.cseqNumber || response.callId !== request.callId) return undefined;
  const found = response.message.field('From')?.value;
  const expected = request.message.field('From')?.value;
  if (!found?.uri || !expected?.uri) return undefined;
  const foundTag = tagOf(found);
  const expectedTag = tagOf(expected);
  if (expectedTag !== undefined && foundTag === undefined) {
    return tagInUri(found) ? undefined : { kind: 'tagMissing', found, expected };
  }
  if (expectedTag !== undefined && !isSameTag(foundTag, expectedTag)) return { kind: 'tag', found, expected };
  if (compareUris(found.uri, expected.uri) === 'different') return { kind: 'uri', found, expected };
  const lost = expected.params.find((param) => param.key !== 'tag' && !paramOf(found, param.key));
  return lost && { kind: 'param', found, expected: lost };
}

function tagOf(address: NameAddr): string | undefined {
  return paramOf(address, 'tag')?.value;
}

/** True if the response was wrong one hop earlier, where it is reported. */
function isFromBehind({ forwards }: FlowMessage): boolean {
  const request = forwards?.transaction?.request;
  return forwards !== undefined && request !== undefined && differenceOf(forwards, request) !== undefined;
}

/** Later transactions of a call repeat the mistake. */
function isNew({ callId, from, fromTag = '' }: FlowMessage, context: Context): boolean {
  return context.once(`${callId} ${from?.uri ?? ''} ${fromTag}`);
}

function report(
  response: FlowMessage,
  request: FlowMessage,
  { kind, found, expected }: Difference,
  context: Context,
): void {
  const at = kind === 'tag' ? tagPlace(found) : kind === 'uri' ? (found.uri ?? found) : found;
  const of = kind === 'uri' ? (expected.uri ?? expected) : kind === 'param' ? expected : tagPlace(expected);
  const place = { in: response, at, related: [{ message: 'The From of the request', of: request, at: of }] };
  const data = { expected: request.text.slice(of.start, of.end), method: request.method };
  const compared = { found: response.text.slice(at.start, at.end), ...data };
  if (kind === 'tag') context.report({ messageId: kind, data: compared, ...place });
  else if (kind === 'tagMissing') context.report({ messageId: kind, data, ...place });
  else if (kind === 'uri') context.report({ messageId: kind, data: compared, ceiling: 'warning', ...place });
  else context.report({ messageId: kind, data, ceiling: 'warning', ...place });
}

function tagPlace(address: NameAddr): Range {
  const tag = paramOf(address, 'tag');
  return tag ? { start: tag.valueStart, end: tag.end } : address;
}
