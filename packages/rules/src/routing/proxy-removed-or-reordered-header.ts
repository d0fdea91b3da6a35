import {
  defineRule,
  type FlowMessage,
  type FlowRuleContext,
  type HeaderField,
  type Range,
  type SipMessage,
} from '@siplint/core';
import { forwarded, fromBranch } from '../examples/forwarded.js';
import { file, invite, ok, response } from '../examples/messages.js';
import { forwardingElement, requestBefore, responseBefore } from '../shared/transaction/hop-before.js';

const MESSAGES = {
  removed:
    'The {what} lacks {names}, which the hop before had: a proxy has to forward the header fields that it does not process',
  reordered:
    'Values of {name} are in another order than on the hop before: a proxy has to keep it, for the order tells what is preferred',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

const UPSTREAM = { To: '<sip:bob@example.net>;tag=8321234356-a' };

export default defineRule({
  meta: {
    id: 'proxy-removed-or-reordered-header',
    category: 'routing',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Keep header fields and the order of their values as a proxy',
    docs: {
      what:
        'A message has all header fields of the hop before, and the values of each of them in the same order. A proxy takes out ' +
        'only what it processes: Route, Proxy-Authorization and Proxy-Require of requests, and its Via of responses. Each ' +
        'header field is reported once for each element that forwards.',
      why:
        'Header fields of extensions that the proxy does not know are meant for the user agents behind it. Without them, or ' +
        'with their values in another order, these do something else than they were asked for.',
      falsePositives:
        'Other documents let proxies take fields out at the border of a network: P-… fields, Privacy, Path, Security-…, ' +
        'History-Info, and anything in a message with Privacy are not judged. Elements that hide details of a network do more, ' +
        'and by the letter are no proxies.',
      bad: [
        file(
          invite({ Priority: 'urgent' }),
          forwarded('INVITE', { startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
        ),
        file(invite({ Supported: 'replaces, 100rel' }), forwarded('INVITE', { Supported: '100rel, <|replaces|>' })),
        file(
          invite(),
          forwarded('INVITE'),
          fromBranch(180, 'INVITE', { Server: 'Example/1.0' }),
          response(180, 'INVITE', { ...UPSTREAM, startLine: 'SIP/2.0 <|180|> Ringing' }),
        ),
      ],
      good: [
        file(
          invite({
            Route: '<sip:proxy.example.com;lr>',
            Subject: 'Lunch',
            'P-Preferred-Identity': '<sip:alice@example.com>',
          }),
          forwarded('INVITE', { s: 'Lunch' }),
        ),
        file(
          invite({ Supported: 'replaces, 100rel', 'Record-Route': '<sip:p1.example.com;lr>' }),
          forwarded('INVITE', {
            Supported: ['replaces', '100rel'],
            'Record-Route': ['<sip:proxy.example.com;lr>', '<sip:p1.example.com;lr>'],
          }),
        ),
        file(invite(), forwarded('INVITE'), fromBranch(200, 'INVITE'), ok('INVITE', UPSTREAM)),
      ],
    },
    references: [
      { rfc: 3261, section: '7.3.1' },
      { rfc: 3261, section: '16.3' },
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

function judge(message: FlowMessage, before: FlowMessage | undefined, context: Context): void {
  if (!before || !isReadable(message) || !isReadable(before)) return;
  const earlier = before.message;
  // A privacy service takes out what tells of the user (RFC 3323 §5).
  if (earlier.has('Privacy')) return;
  const element = forwardingElement(message, before);
  judgeOrder(message, before, element, context);
  const names = removedNames(message.message, earlier).filter((name) => context.once(`${element} ${name}`));
  const [name] = names;
  if (name === undefined) return;
  context.report({
    messageId: 'removed',
    in: message,
    data: {
      what: message.kind === 'request' ? message.method : `${message.statusCode} to ${message.method}`,
      names: names.join(', '),
    },
    related: names.map((removed) => ({
      message: 'On the hop before',
      of: before,
      at: earlier.field(removed)?.nameNode,
    })),
  });
}

/** With placeholders, or lines that could not be read, it is not known what the message has. */
function isReadable({ placeholders, message }: FlowMessage): boolean {
  return placeholders.length === 0 && message.issues.length === 0;
}

/** What the sender of a request tells proxies, what a proxy counts, and what follows from a body. */
const PROCESSED: ReadonlySet<string> = new Set([
  'Content-Length',
  'History-Info',
  'Max-Forwards',
  'MIME-Version',
  'Path',
  'Privacy',
  'Proxy-Authorization',
  'Proxy-Require',
  'Record-Route',
  'Route',
  'Via',
]);

function isProcessed(name: string): boolean {
  // Content-Type and its kin go with the body: proxy-modified-body.
  return PROCESSED.has(name) || /^(?:content|p|security)-/i.test(name);
}

function removedNames(message: SipMessage, earlier: SipMessage): string[] {
  const names: string[] = [];
  for (const field of earlier.fields) {
    const name = field.canonicalName;
    if (field.isRepeat || message.has(name) || isProcessed(name) || field.isEmpty || isForFirstHop(field)) continue;
    names.push(name);
  }
  return names;
}

/** The first proxy takes sec-agree out of what a request demands (RFC 3329 §2.3.1). */
function isForFirstHop({ canonicalName, rawValue }: HeaderField): boolean {
  return canonicalName === 'Require' && rawValue.toLowerCase() === 'sec-agree';
}

function judgeOrder(message: FlowMessage, before: FlowMessage, element: string, context: Context): void {
  const { message: later } = message;
  for (const field of later.fields) {
    const name = field.canonicalName;
    if (field.isRepeat || isProcessed(name) || !(field.nextOfName || field.values.length > 1)) continue;
    const displaced = displacedValue(field, before.message.field(name));
    if (!displaced || !context.once(`${element} order ${name}`)) continue;
    context.report({
      messageId: 'reordered',
      in: message,
      at: displaced,
      data: { name },
      related: [{ message: 'On the hop before', of: before, at: before.message.field(name)?.valueRange }],
    });
  }
}

/** The first value that stands behind one that it stood before earlier; values that stand twice say nothing. */
function displacedValue(field: HeaderField, earlier: HeaderField | undefined): Range | undefined {
  const places = new Map<string, number>();
  let count = 0;
  for (const [key] of valuesFrom(earlier)) places.set(key, places.has(key) ? Number.NaN : count++);
  let last = -1;
  for (const [key, value] of valuesFrom(field)) {
    const place = places.get(key) ?? Number.NaN;
    if (place < last) return value;
    if (place > last) last = place;
    places.delete(key);
  }
  return undefined;
}

/** The values of a row and of those with its name below, each with its text without white space. */
function* valuesFrom(first: HeaderField | undefined): Generator<readonly [key: string, value: Range]> {
  for (let row = first; row; row = row.nextOfName) {
    const { text } = row.message;
    for (const value of row.values) yield [text.slice(value.start, value.end).replace(/\s+/g, ''), value];
  }
}
