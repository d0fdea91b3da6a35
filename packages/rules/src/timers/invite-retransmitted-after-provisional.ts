import { compareHops, defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { file, invite, line, response } from '../examples/messages.js';
import { isReliableTransport } from '../shared/message/transport.js';
import { elapsedBetween } from '../shared/transaction/elapsed.js';

/** Seconds within which the response and a retransmission may have crossed on the wire. */
const CROSSING = 0.5;

export default defineRule({
  meta: {
    id: 'invite-retransmitted-after-provisional',
    category: 'timers',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Stop to retransmit an INVITE when a provisional response is there',
    docs: {
      what: 'Once a provisional response to an INVITE arrived, the INVITE is not sent again.',
      why:
        'The response says that the server has the INVITE. Each further copy makes the server send its response again, in a ' +
        'network that may be slow because it is overloaded.',
      falsePositives:
        'A response that got lost behind the point of the capture explains a retransmission: it is an info unless the trace ' +
        'shows the response coming in at the client, and nothing is reported in a trace taken at the server. Packets cross on ' +
        'the wire: with time stamps the copy must come more than 500 ms behind the response.',
      bad: [
        file(
          line('# siplint-set time=0.05'),
          invite(),
          line('# siplint-set time=0.1'),
          response(100, 'INVITE'),
          line('# siplint-set time=1.5'),
          invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
        ),
        file(
          invite(),
          response(100, 'INVITE'),
          invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
          invite(),
        ),
      ],
      good: [
        file(
          line('# siplint-set time=0.0'),
          invite(),
          line('# siplint-set time=0.5'),
          invite(),
          line('# siplint-set time=0.51'),
          response(100, 'INVITE'),
          line('# siplint-set time=0.75'),
          invite(),
        ),
        file(
          line('# siplint-set direction=in'),
          invite(),
          line('# siplint-set direction=out'),
          response(100, 'INVITE'),
          line('# siplint-set direction=in'),
          invite(),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '17.1.1.1' },
      { rfc: 3261, section: '17.1.1.2' },
    ],
    since: '0.1.0',
    messages: {
      again:
        'INVITE sent again behind the {code}: the server has it, and answers each copy once more, stop the timer when a provisional response is there',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, responses, upstream } = transaction;
      if (!request || request.copies.length === 0 || isReliableTransport(request.transport)) return;
      // A proxy without state forwards each copy that it gets.
      if (upstream?.request && upstream.request.copies.length > 0) return;
      const provisional = responses.find(({ isProvisional }) => isProvisional);
      if (!provisional || provisional.origin.direction === 'out') return;
      const copy = request.copies.find((again) => isBehind(again, provisional, transaction));
      if (!copy) return;
      context.report({
        messageId: 'again',
        in: copy,
        data: { code: provisional.statusCode },
        related: [{ message: 'The provisional response', of: provisional }],
        ...(!isAtClient(copy, provisional) && { ceiling: 'info', ceilingAlways: true }),
      });
    },
  }),
});

function isBehind(copy: FlowMessage, provisional: FlowMessage, { first }: Transaction): boolean {
  if (copy.index < provisional.index || compareHops(copy, first) === 'different') return false;
  const elapsed = elapsedBetween(provisional, copy);
  return !elapsed || elapsed.least > CROSSING;
}

/** True if the trace shows the response as the client got it. */
function isAtClient(copy: FlowMessage, provisional: FlowMessage): boolean {
  return provisional.origin.direction === 'in' && copy.origin.direction === 'out';
}
