import {
  defineRule,
  type FlowMessage,
  type FlowRuleContext,
  insertAt,
  paramOf,
  removeParam,
  replaceRange,
} from '@siplint/core';
import { cancel, file, invite, response } from '../examples/messages.js';
import { cancellationOf } from '../shared/transaction/cancelled-request.js';
import { tagPlaceOf } from '../shared/transaction/places-in-flow.js';
import {
  type CopyDifference,
  copyDifferences,
  tagDifference,
  toUriDifference,
} from '../shared/transaction/request-copy.js';

const MESSAGES = {
  identifier:
    '{field} "{found}" of the CANCEL is not "{expected}" of the request that it cancels: a server that compares it answers 481, and the call goes on ringing',
  toTagAdded:
    'To tag "{found}" of the CANCEL is not in the {method} that it cancels: a server that compares it answers 481, leave out what a response brought',
  toTagMissing:
    'To of the CANCEL lacks the tag "{expected}" of the {method} that it cancels: a server that compares it answers 481',
  uri: '{field} "{found}" of the CANCEL is not "{expected}" of the request that it cancels: copy it, for an element on the way may route or match by it',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

export default defineRule({
  meta: {
    id: 'cancel-fields-mismatch',
    category: 'cancel',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Copy Request-URI, Call-ID, From, To and CSeq number of the request into its CANCEL',
    docs: {
      what:
        'A CANCEL has the Request-URI, Call-ID, From, To and CSeq number of the request with its branch, tags included: no To ' +
        'tag where that had none, even if a response has brought one. Another URI in From or To, or as Request-URI, is a warning.',
      why:
        'Servers match a CANCEL by its branch, and many compare these fields as well. One that finds no match answers 481, and ' +
        'the phone that was to be silenced goes on ringing.',
      falsePositives: 'Display names and white space are not compared, and URIs are compared as RFC 3261 §19.1.4 says.',
      fixSafety: 'Unsafe: the request that is cancelled may have the wrong one of the two.',
      bad: [
        file(invite(), response(180, 'INVITE'), cancel({ CSeq: '<|314160|> CANCEL' })),
        file(invite(), response(180, 'INVITE'), cancel({ To: '<sip:bob@example.net>;tag=<|8321234356|>' })),
        file(
          invite({ To: '<sip:bob@example.net>;tag=8321234356' }),
          response(180, 'INVITE'),
          cancel({ To: '<|<sip:bob@example.net>|>' }),
        ),
        file(invite(), response(180, 'INVITE'), cancel({ startLine: 'CANCEL <|sip:bob@client.example.net|> SIP/2.0' })),
      ],
      good: [
        file(invite(), response(180, 'INVITE'), cancel()),
        file(
          invite(),
          response(180, 'INVITE'),
          cancel({ To: 'Bob <sip:bob@EXAMPLE.net>', From: '"Alice" <sip:alice@example.com>;tag=9fxced76sl' }),
        ),
        file(
          invite({ To: '<sip:bob@example.net>;tag=8321234356' }),
          response(180, 'INVITE'),
          cancel({ To: '<sip:bob@example.net>;tag=8321234356' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '9.1' },
      { rfc: 3261, section: '17.2.3' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { kinds: ['request'], methods: ['CANCEL'] },
  create: () => ({
    transaction(transaction, context) {
      const { cancel, cancelled } = cancellationOf(transaction) ?? {};
      const original = cancelled?.request;
      if (!cancel || !original || original.index > cancel.index) return;
      const [firstHop] = transaction.hops;
      // Numbers and tags are the same on all hops; each hop has a Request-URI of its own.
      const isFirst = firstHop === transaction || firstHop?.cancelled === undefined;
      for (const difference of copyDifferences(cancel, original, cancelled.responses)) {
        if (isFirst || difference.field === 'Request-URI') report(difference, cancel, original, context);
      }
      if (isFirst) compareTo(cancel, original, cancelled.responses, context);
    },
  }),
});

function compareTo(
  cancel: FlowMessage,
  original: FlowMessage,
  responses: readonly FlowMessage[],
  context: Context,
): void {
  if (!cancel.to || !original.to) return;
  // Where the responses have the URI of the CANCEL, that of the INVITE is odd: response-to-mismatch.
  const isOddInOriginal = responses.some(({ to }) => to?.uri === cancel.to?.uri);
  if (cancel.to.uri !== original.to.uri && !isOddInOriginal)
    report(toUriDifference(cancel, original), cancel, original, context);
  if (cancel.toTag === original.toTag) return;
  if (original.toTag === undefined) reportAddedTag(cancel, original, context);
  else if (cancel.toTag === undefined) reportMissingTag(cancel, original, original.toTag, context);
  else report(tagDifference('To', cancel, original), cancel, original, context);
}

function reportAddedTag(cancel: FlowMessage, original: FlowMessage, context: Context): void {
  const { message } = cancel;
  const to = message.field('To')?.value;
  const tag = to && paramOf(to, 'tag');
  if (!tag) return;
  context.report({
    messageId: 'toTagAdded',
    in: cancel,
    at: { start: tag.valueStart, end: tag.end },
    data: { found: cancel.toTag ?? '', method: original.method },
    related: [{ message: 'To without a tag', of: original, at: original.message.field('To')?.valueRange }],
    fix: { title: 'Remove the tag', edits: [removeParam(message, tag)] },
  });
}

function reportMissingTag(cancel: FlowMessage, original: FlowMessage, tag: string, context: Context): void {
  const to = cancel.message.field('To')?.value;
  if (!to) return;
  context.report({
    messageId: 'toTagMissing',
    in: cancel,
    at: to,
    data: { expected: tag, method: original.method },
    related: [{ message: 'The tag of the request', of: original, at: tagPlaceOf(original, 'To') }],
    fix: { title: 'Copy the tag of the request', edits: [insertAt(to.end, `;tag=${tag}`)] },
  });
}

function report(
  difference: CopyDifference | undefined,
  cancel: FlowMessage,
  original: FlowMessage,
  context: Context,
): void {
  if (!difference) return;
  const { field, found, expected, isUri } = difference;
  const facts = {
    in: cancel,
    at: found,
    data: { field, found: found.text, expected: expected.text },
    related: [{ message: `That of the ${original.method}`, of: original, at: expected }],
    fix: { title: `Copy it from the ${original.method}`, edits: [replaceRange(found, expected.text)] },
  };
  if (isUri) context.report({ ...facts, messageId: 'uri', ceiling: 'warning' });
  else context.report({ ...facts, messageId: 'identifier' });
}
