import { defineRule, type FlowMessage, type FlowRuleContext, type Transaction, type Uri } from '@siplint/core';
import { file, invite, ok, options, response } from '../examples/messages.js';
import { isSameAddress } from '../shared/address/same-address.js';
import { isSameTag } from '../shared/dialog/tags.js';
import { tagPlaceOf } from '../shared/transaction/places-in-flow.js';

const MESSAGES = {
  changed:
    'To tag "{found}" is not "{expected}" of the {status} response before it: a server has one tag for all its responses to a request, so the client takes this one for another party',
} as const;

export default defineRule({
  meta: {
    id: 'response-to-tag-changes',
    category: 'from-to',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Give all responses to a request the same To tag',
    docs: {
      what:
        'A user agent server gives all its responses to a request one To tag; a 100 may have none. Judged are responses of ' +
        '101-299: of a request that is no INVITE, and the provisional responses and the 2xx to an INVITE that have the same ' +
        'Contact on one hop.',
      why:
        'To tags tell forks apart. With a new tag the 2xx makes a second dialog: the early one rings on, its media and ' +
        'its PRACKs go nowhere, and some phones show two calls.',
      falsePositives:
        'A border element that forks a call behind its own Contact shows several tags with one Contact. A tag that was seen ' +
        'in an earlier response, and one whose predecessor was ended by a 199, is let pass.',
      bad: [
        file(response(180, 'INVITE'), ok('INVITE', { To: '<sip:bob@example.net>;tag=<|bbbb2222|>' })),
        file(options(), ok('OPTIONS'), ok('OPTIONS', { To: '<sip:bob@example.net>;tag=<|bbbb2222|>' })),
      ],
      good: [
        file(
          invite(),
          response(180, 'INVITE'),
          ok('INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222', Contact: '<sip:bob@desk.example.net>' }),
        ),
        file(invite(), response(180, 'INVITE'), response(486, 'INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222' })),
        file(
          invite(),
          response(180, 'INVITE'),
          response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222' }),
          ok('INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '13.3.1.1' },
      { rfc: 3261, section: '16.7' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { statuses: ['101-299'] },
  create: () => ({
    transaction(transaction, context) {
      const { responses, request } = transaction;
      // With a tag in the request the responses have to copy that one: response-to-mismatch.
      if (responses.length < 2 || request?.toTag !== undefined) return;
      const changed = transaction.method === 'INVITE' ? changeOnAnswer(transaction) : change(transaction);
      if (changed && !isFromBehind(changed)) report(changed, context);
    },
  }),
});

interface Change {
  readonly response: FlowMessage;
  readonly before: FlowMessage;
}

/** The first 101-299 with another tag than one before it. */
function change({ responses }: Transaction): Change | undefined {
  let before: FlowMessage | undefined;
  for (const response of responses) {
    if (!hasOwnTag(response)) continue;
    before ??= response;
    if (!isSameTag(response.toTag, before.toTag)) return { response, before };
  }
  return undefined;
}

/** The first 2xx to an INVITE whose tag is new, though an early dialog of the same Contact has another. */
function changeOnAnswer({ responses }: Transaction): Change | undefined {
  const answer = responses.find(({ isSuccess }) => isSuccess);
  if (!answer || !hasOwnTag(answer)) return undefined;
  const early = responses.filter((response) => response.index < answer.index && hasOwnTag(response));
  if (early.some((response) => isSameTag(response.toTag, answer.toTag) || response.statusCode === 199))
    return undefined;
  const before = early.find((response) => isSameContact(response, answer));
  return before && { response: answer, before };
}

function hasOwnTag({ statusCode, toTag }: FlowMessage): boolean {
  return statusCode > 100 && statusCode < 300 && toTag !== undefined;
}

function isSameContact(a: FlowMessage, b: FlowMessage): boolean {
  if (a.contacts?.length !== 1 || b.contacts?.length !== 1) return false;
  const contact = contactOf(a);
  const other = contactOf(b);
  return contact !== undefined && other !== undefined && isSameAddress(contact, other);
}

function contactOf({ message }: FlowMessage): Uri | undefined {
  const contact = message.field('Contact')?.value;
  return contact?.kind === 'name-addr' ? contact.uri : undefined;
}

/** True if the responses differ one hop earlier, where it is reported, or a proxy changed the tag of one of them. */
function isFromBehind({ response, before }: Change): boolean {
  return response.forwards !== undefined || before.forwards !== undefined;
}

function report({ response, before }: Change, context: FlowRuleContext<typeof MESSAGES>): void {
  context.report({
    messageId: 'changed',
    in: response,
    at: tagPlaceOf(response, 'To'),
    data: { found: response.toTag ?? '', expected: before.toTag ?? '', status: before.statusCode },
    related: [{ message: 'The response with the first tag', of: before, at: tagPlaceOf(before, 'To') }],
  });
}
