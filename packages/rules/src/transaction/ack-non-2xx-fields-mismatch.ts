import {
  compareUris,
  defineRule,
  type FlowFixPlan,
  type FlowMessage,
  type FlowRuleContext,
  insertAt,
  type NameAddr,
  paramOf,
  type Range,
  replaceRange,
  type TextNode,
  type Uri,
} from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { failureAcks } from '../shared/failure-acks.js';

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
      const { request: invite } = transaction;
      for (const { ack, response } of failureAcks(transaction)) {
        if (invite && isSuspect(ack, invite)) compareToInvite(ack, invite, response, context);
        if (ack.toTag !== response.toTag || ack.to?.uri !== response.to?.uri) compareTo(ack, invite, response, context);
      }
    },
  }),
});

/** True if the facts differ that a copy would have in common, character by character. */
function isSuspect(ack: FlowMessage, invite: FlowMessage): boolean {
  return (
    ack.callId !== invite.callId ||
    ack.cseqNumber !== invite.cseqNumber ||
    ack.fromTag !== invite.fromTag ||
    ack.requestUri !== invite.requestUri ||
    ack.from?.uri !== invite.from?.uri
  );
}

function compareToInvite(ack: FlowMessage, invite: FlowMessage, response: FlowMessage, context: Context): void {
  const compare = new Comparison(ack, invite, 'INVITE', response.statusCode, context);
  compare.identifiers('Call-ID', ({ message }) => message.field('Call-ID')?.value);
  compare.identifiers('CSeq number', ({ message }) => digitsOf(message.field('CSeq')?.value?.digits));
  compare.tags('From tag', ({ message }) => tagOf(message.field('From')?.value));
  compare.uris('Request-URI', ({ message: { startLine } }) =>
    startLine.kind === 'request' ? startLine.requestUri.value : undefined,
  );
  compare.uris('From', ({ message }) => message.field('From')?.value?.uri);
}

function compareTo(ack: FlowMessage, invite: FlowMessage | undefined, response: FlowMessage, context: Context): void {
  const to = ack.message.field('To')?.value;
  // A response without a tag, or with another To than its request, is to blame itself.
  if (!to || response.to === undefined) return;
  const compare = new Comparison(ack, response, `${response.statusCode} response`, response.statusCode, context);
  if (response.toTag !== undefined) {
    if (paramOf(to, 'tag')) compare.tags('To tag', ({ message }) => tagOf(message.field('To')?.value));
    else reportMissingTag(ack, to, response, response.toTag, context);
  }
  if (ack.to?.uri !== invite?.to?.uri) compare.uris('To', ({ message }) => message.field('To')?.value?.uri);
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

/** An ACK beside the message that it has to copy a value from. */
class Comparison {
  constructor(
    private readonly ack: FlowMessage,
    private readonly source: FlowMessage,
    private readonly sourceName: string,
    private readonly code: number,
    private readonly context: Context,
  ) {}

  /** Tags are tokens, so letter case does not count in them (§7.3.1); in a Call-ID it does. */
  tags(field: string, read: (message: FlowMessage) => TextNode | undefined): void {
    const found = read(this.ack);
    const expected = read(this.source);
    if (found?.text.toLowerCase() !== expected?.text.toLowerCase()) this.identifiers(field, read);
  }

  /** What has to be the same, character by character. */
  identifiers(field: string, read: (message: FlowMessage) => TextNode | undefined): void {
    const found = read(this.ack);
    const expected = read(this.source);
    if (!found || !expected || found.text === expected.text) return;
    this.context.report({ messageId: 'identifier', ...this.#about(field, found, expected) });
  }

  uris(field: string, read: (message: FlowMessage) => Uri | undefined): void {
    const found = read(this.ack);
    const expected = read(this.source);
    if (!found || !expected || compareUris(found, expected) !== 'different') return;
    this.context.report({ messageId: 'uri', ceiling: 'warning', ...this.#about(field, found, expected) });
  }

  #about(field: string, found: TextNode, expected: TextNode) {
    const { ack, source, sourceName, code } = this;
    const fix: FlowFixPlan = { title: `Copy it from the ${sourceName}`, edits: [replaceRange(found, expected.text)] };
    return {
      in: ack,
      at: found,
      data: { field, found: found.text, expected: expected.text, source: sourceName, code },
      related: [{ message: `That of the ${sourceName}`, of: source, at: expected satisfies Range }],
      fix,
    };
  }
}

function tagOf(address: NameAddr | undefined): TextNode | undefined {
  const tag = address && paramOf(address, 'tag');
  return tag?.value === undefined ? undefined : { start: tag.valueStart, end: tag.end, text: tag.value };
}

/** Leading zeros do not count. */
function digitsOf(digits: TextNode | undefined): TextNode | undefined {
  return digits && { ...digits, text: digits.text.replace(/^0+(?=\d)/, '') };
}
