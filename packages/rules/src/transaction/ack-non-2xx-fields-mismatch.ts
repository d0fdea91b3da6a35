import {
  defineRule,
  type FlowMessage,
  type FlowRuleContext,
  insertAt,
  type NameAddr,
  paramOf,
  replaceRange,
} from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { isOtherWayRound } from '../shared/dialog/tags.js';
import { failureAcks } from '../shared/transaction/failure-acks.js';
import {
  type CopyDifference,
  copyDifferences,
  tagDifference,
  toUriDifference,
} from '../shared/transaction/request-copy.js';

const MESSAGES = {
  identifier:
    '{field} "{found}" of the ACK is not "{expected}" of the {source}: a server that compares it does not take the ACK, and repeats the {code}',
  toTagMissing:
    'To of the ACK lacks the tag "{expected}" of the {code} response: a server that compares it does not take the ACK, and repeats the {code}',
  uri: '{field} "{found}" of the ACK is not "{expected}" of the {source}: copy it, for an element on the way may route by it',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

export default defineRule({
  meta: {
    id: 'ack-non-2xx-fields-mismatch',
    category: 'transaction',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Copy Request-URI, Call-ID, From and CSeq number of the INVITE, and To of the failure, into its ACK',
    docs: {
      what:
        'The ACK to a 300-699 response has the Request-URI, Call-ID, From and CSeq number of the INVITE on that hop, and the ' +
        'To of the response with its tag. Another URI in From or To, or as Request-URI, is a warning.',
      why:
        'The server that sent the response waits for this ACK. If it does not recognise it, it sends the response again for ' +
        '32 seconds, and then takes the client for dead.',
      falsePositives:
        'Display names are not compared, and URIs are compared as RFC 3261 §19.1.4 says. An ACK with the To tag of a 2xx of ' +
        'the call is meant for that.',
      fixSafety: 'Unsafe: the INVITE or the response may have the wrong one of the two.',
      bad: [
        file(invite(), response(486, 'INVITE'), failureAck({ CSeq: '<|314160|> ACK' })),
        file(invite(), response(486, 'INVITE'), failureAck({ To: '<|<sip:bob@example.net>|>' })),
        file(invite(), response(486, 'INVITE'), failureAck({ To: '<sip:bob@example.net>;tag=<|8321234357|>' })),
        file(
          invite(),
          response(486, 'INVITE'),
          failureAck({ startLine: 'ACK <|sip:bob@client.example.net|> SIP/2.0' }),
        ),
      ],
      good: [
        file(invite(), response(486, 'INVITE'), failureAck()),
        file(
          invite(),
          response(486, 'INVITE'),
          failureAck({
            To: 'Bob <sip:bob@EXAMPLE.net>;tag=8321234356',
            From: '"Alice" <sip:alice@example.com>;tag=9fxced76sl',
          }),
        ),
        file(
          invite(),
          response(486, 'INVITE', { To: '<sip:bob@example.net>' }),
          failureAck({ To: '<sip:bob@example.net>' }),
        ),
      ],
    },
    references: [{ rfc: 3261, section: '17.1.1.3' }],
    fixable: 'unsafe',
    winsOver: ['ack-without-to-tag'],
    since: '0.1.0',
    messages: MESSAGES,
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction(transaction, context) {
      const { request: invite, cancel } = transaction;
      for (const { ack, response } of failureAcks(transaction)) {
        if (invite) {
          const about: Source = { ack, response, source: invite, name: 'INVITE' };
          const others = cancel?.request ? [response, cancel.request] : [response];
          const differences = copyDifferences(ack, invite, others);
          if (isOtherWayRound(ack, response)) {
            report(
              differences.find(({ field }) => field === 'From tag'),
              about,
              context,
            );
            continue;
          }
          for (const difference of differences) report(difference, about, context);
        }
        if (ack.toTag !== response.toTag || ack.to?.uri !== response.to?.uri) compareTo(ack, invite, response, context);
      }
    },
  }),
});

function compareTo(ack: FlowMessage, invite: FlowMessage | undefined, response: FlowMessage, context: Context): void {
  const to = ack.message.field('To')?.value;
  // A response without a tag, or with another To than its request, is to blame itself.
  if (!to || response.to === undefined) return;
  const about: Source = { ack, response, source: response, name: `${response.statusCode} response` };
  if (response.toTag !== undefined) {
    if (paramOf(to, 'tag')) report(tagDifference('To', ack, response), about, context);
    else reportMissingTag(ack, to, response, response.toTag, context);
  }
  if (ack.to?.uri !== invite?.to?.uri) report(toUriDifference(ack, response), about, context);
}

function reportMissingTag(ack: FlowMessage, to: NameAddr, response: FlowMessage, tag: string, context: Context): void {
  context.report({
    messageId: 'toTagMissing',
    in: ack,
    at: to,
    data: { expected: tag, code: response.statusCode },
    related: [
      { message: 'The response that it acknowledges', of: response, at: response.message.field('To')?.valueRange },
    ],
    fix: { title: 'Copy the tag of the response', edits: [insertAt(to.end, `;tag=${tag}`)] },
  });
}

/** What an ACK has to copy values from: its INVITE, or the response that it acknowledges. */
interface Source {
  readonly ack: FlowMessage;
  readonly response: FlowMessage;
  readonly source: FlowMessage;
  readonly name: string;
}

function report(
  difference: CopyDifference | undefined,
  { ack, response, source, name }: Source,
  context: Context,
): void {
  if (!difference) return;
  const { field, found, expected, isUri } = difference;
  const facts = {
    in: ack,
    at: found,
    data: { field, found: found.text, expected: expected.text, source: name, code: response.statusCode },
    related: [{ message: `That of the ${name}`, of: source, at: expected }],
    fix: { title: `Copy it from the ${name}`, edits: [replaceRange(found, expected.text)] },
  };
  if (isUri) context.report({ ...facts, messageId: 'uri', ceiling: 'warning' });
  else context.report({ ...facts, messageId: 'identifier' });
}
