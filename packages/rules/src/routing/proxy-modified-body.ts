import { defineRule, type FlowMessage, type FlowRuleContext, type Range } from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, ok } from '../examples/messages.js';
import { ANSWER, OFFER } from '../examples/requests.js';
import { isSameBody } from '../shared/session/same-body.js';
import { forwardingElement, requestBefore, responseBefore } from '../shared/transaction/hop-before.js';
import { bodyDifferences } from '../shared/transaction/message-difference.js';

const MESSAGES = {
  modified:
    'Body of the {what} is not that of the hop before: a proxy has to leave it as it is, or signatures and descriptions in it become wrong',
} as const;

const UPSTREAM = { To: '<sip:bob@example.net>;tag=8321234356-a' };

export default defineRule({
  meta: {
    id: 'proxy-modified-body',
    category: 'routing',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Leave the body as it is as a proxy',
    docs: {
      what:
        'A request or response has the same body on all hops of one chain of Via values. Line ends, and white space at its end, ' +
        'do not count. Reported once for each element that forwards.',
      why:
        'A proxy that changes a body breaks its signature or encryption, and what it does not understand in it. Two of them in ' +
        'a row may undo what the other did, and a call has no sound.',
      falsePositives:
        'Elements that relay media rewrite the session description on purpose, and by the letter are no proxies. Turn the rule off ' +
        'where they are known.',
      bad: [
        file(
          invite(),
          forwarded('INVITE', { body: OFFER.replace('m=audio 49172 RTP/AVP 0', '<|m=audio 40000 RTP/AVP 0|>') }),
        ),
        file(
          invite(),
          forwarded('INVITE'),
          fromBranch(200, 'INVITE'),
          ok('INVITE', { ...UPSTREAM, body: ANSWER.replace('c=IN IP4 192.0.2.4', '<|c=IN IP4 192.0.2.10|>') }),
        ),
        file(invite(), forwarded('INVITE', { startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', body: null })),
      ],
      good: [
        file(invite(), forwarded('INVITE', { body: OFFER.trimEnd() })),
        file(invite(), forwarded('INVITE'), fromBranch(200, 'INVITE'), ok('INVITE', UPSTREAM)),
        file(
          invite(),
          invite({ Via: 'SIP/2.0/UDP b2bua.example.com;branch=z9hG4bK7', body: OFFER.replace('49172', '40000') }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '16.7' },
      { rfc: 3261, section: '16.11' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({
    transaction({ responses, downstream }, context) {
      if (downstream.length === 0) return;
      // What a proxy did to the request shows before what it did to the responses.
      for (const hop of downstream) if (hop.request) judge(hop.request, requestBefore(hop), context);
      for (const response of responses) judge(response, responseBefore(response), context);
    },
  }),
});

function judge(message: FlowMessage, before: FlowMessage | undefined, context: FlowRuleContext<typeof MESSAGES>): void {
  if (!before || isSameBody(message.bodyText, before.bodyText)) return;
  if (message.placeholders.length > 0 || before.placeholders.length > 0) return;
  const [difference] = bodyDifferences(message.message, before.message);
  if (!difference || !context.once(forwardingElement(message, before))) return;
  context.report({
    messageId: 'modified',
    in: message,
    at: textOf(difference.at),
    data: { what: message.kind === 'request' ? message.method : `${message.statusCode} to ${message.method}` },
    related: [{ message: 'On the hop before', of: before, at: textOf(difference.of) }],
  });
}

/** Undefined for what is empty, as a body is that was taken out. */
function textOf(range: Range | undefined): Range | undefined {
  return range && range.end > range.start ? range : undefined;
}
