import {
  defineRule,
  type FlowFixPlan,
  type FlowMessage,
  insertRow,
  replaceRange,
  type TimestampValue,
  type Transaction,
} from '@siplint/core';
import { file, invite, ok, response } from '../examples/messages.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';
import { lastRowOf } from '../shared/message/rows.js';

export default defineRule({
  meta: {
    id: 'timestamp-not-copied-to-100',
    category: 'timers',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Copy the Timestamp of a request into its 100',
    docs: {
      what: 'A 100 response has the Timestamp of its request, with or without a delay behind it. Other responses may leave it out.',
      why:
        'The client reads from it how long a packet takes there and back, and which of its retransmissions was answered. ' +
        'Without it, or with another value, what it reckons is wrong.',
      falsePositives: 'A Timestamp of any of the retransmissions will do. Values that are the same number are equal.',
      fixSafety: 'Safe: it repeats what the request says.',
      bad: [
        file(invite({ Timestamp: '54' }), response(100, 'INVITE', { startLine: 'SIP/2.0 <|100|> Trying' })),
        file(invite({ Timestamp: '54' }), response(100, 'INVITE', { Timestamp: '<|55|> 0.3' })),
      ],
      good: [
        file(invite({ Timestamp: '54' }), response(100, 'INVITE', { Timestamp: '54 0.3' })),
        file(
          invite({ Timestamp: '54' }),
          invite({ Timestamp: '54.5' }),
          response(100, 'INVITE', { Timestamp: '54.50' }),
        ),
        file(invite({ Timestamp: '54' }), ok('INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.1' },
      { rfc: 3261, section: '20.38' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      missing:
        'Response 100 without the Timestamp "{expected}" of its request: the client cannot tell how long the way takes, copy it',
      differs:
        'Timestamp "{found}" of the 100 is not "{expected}" of its request: the client reckons a wrong time for the way',
    },
  },
  appliesTo: { kinds: ['response'], statuses: [100] },
  create: () => ({
    transaction(transaction, context) {
      const { request, responses } = transaction;
      const trying = responses.find(({ statusCode }) => statusCode === 100);
      if (!request?.has('Timestamp') || !trying || trying.index < request.index) return;
      const sent = timestampOf(request);
      if (!sent) return;
      const field = trying.message.field('Timestamp');
      const found = timestampOf(trying);
      if (found ? isOneOf(found.text, transaction) : field !== undefined) return;
      const related = [{ message: 'The Timestamp of the request', of: request, at: sent }];
      const expected = sent.text;
      if (found) {
        const fix: FlowFixPlan = { title: 'Copy the Timestamp', edits: [replaceRange(found, expected)] };
        context.report({
          messageId: 'differs',
          in: trying,
          at: found,
          data: { found: found.text, expected },
          related,
          fix,
        });
      } else {
        const { message } = trying;
        const row = insertRow(message, `Timestamp: ${expected}`, lastRowOf(message, 'CSeq'));
        const fix: FlowFixPlan = { title: 'Copy the Timestamp', edits: [row] };
        context.report({ messageId: 'missing', in: trying, data: { expected }, related, fix });
      }
    },
  }),
});

/** True for the time of the request or of a retransmission, which may say when it was sent itself. */
function isOneOf(time: string, { request }: Transaction): boolean {
  if (!request) return false;
  return [request, ...request.copies].some((sent) => Number(timestampOf(sent)?.text) === Number(time));
}

/** Undefined where it did not parse, or holds a placeholder. */
function timestampOf({ message }: FlowMessage): TimestampValue | undefined {
  const time = message.field('Timestamp')?.value;
  return time && !holdsPlaceholder(message, time) ? time : undefined;
}
