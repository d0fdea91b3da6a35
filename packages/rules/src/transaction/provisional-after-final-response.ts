import { compareHops, defineRule, type FlowMessage } from '@siplint/core';
import { file, invite, line, ok, response } from '../examples/messages.js';

/** Seconds by which packets may overtake each other. */
const REORDERING = 0.5;

export default defineRule({
  meta: {
    id: 'provisional-after-final-response',
    category: 'transaction',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send no provisional response behind the final one',
    docs: {
      what: 'Behind a final response no 1xx with the same To tag is sent for the same request on the same hop.',
      why:
        'The call is set up or refused already. A client drops the 1xx at best; one that does not shows an answered call as ' +
        'ringing again, or waits for a call that is over.',
      falsePositives:
        'Packets may overtake each other over UDP: with time stamps a 1xx is reported only if it comes more than 500 ms behind, ' +
        'and without them it is no more than info. ' +
        'A retransmission of an earlier 1xx is reported with time stamps only, since it may be one packet captured twice.',
      bad: [
        file(invite(), ok('INVITE'), response(180, 'INVITE', { startLine: 'SIP/2.0 <|180|> Ringing' })),
        file(
          line('# siplint-set time=10'),
          invite(),
          line('# siplint-set time=11'),
          response(486, 'INVITE'),
          line('# siplint-set time=12'),
          response(183, 'INVITE', { startLine: 'SIP/2.0 <|183|> Session Progress' }),
        ),
      ],
      good: [
        file(
          invite(),
          ok('INVITE', { To: '<sip:bob@example.net>;tag=aaaa1111' }),
          response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222' }),
        ),
        file(
          line('# siplint-set time=10'),
          invite(),
          line('# siplint-set time=11'),
          ok('INVITE'),
          line('# siplint-set time=11.1'),
          response(180, 'INVITE'),
        ),
        file(invite(), ok('INVITE'), response(100, 'INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '17.2.1' },
      { rfc: 3261, section: '17.2.2' },
    ],
    since: '0.1.0',
    messages: {
      late: 'Provisional response {code} behind the final {final}: the outcome is settled, and a client that believes this shows the call as ringing again',
    },
  },
  appliesTo: { kinds: ['response'], statuses: ['100-199'] },
  create: () => ({
    transaction({ responses, final: first, method }, context) {
      if (!first || responses.length < 2) return;
      /** The first final response of each To tag. */
      const finals = new Map<string, FlowMessage>();
      for (const response of responses) {
        const { toTag } = response;
        if (response.isFinal && toTag !== undefined && !finals.has(toTag)) finals.set(toTag, response);
      }
      for (const provisional of responses) {
        // Another provisional response to another request is provisional-response-to-non-invite.
        if (!provisional.isProvisional || (method !== 'INVITE' && provisional.statusCode !== 100)) continue;
        const final = provisional.toTag === undefined ? undefined : finals.get(provisional.toTag);
        const late = final && lateOf(provisional, final);
        if (!late || isLateBehind(provisional, final)) continue;
        context.report({
          messageId: 'late',
          in: late,
          data: { code: late.statusCode, final: final.statusCode },
          related: [{ message: 'The final response', of: final }],
          // That it stands behind in the file does not tell when it was sent.
          ...(delayOf(late, final) === undefined && { ceiling: 'info' }),
        });
        return;
      }
    },
  }),
});

/** The provisional response, or a retransmission of it, that was sent behind a final one beyond doubt. */
function lateOf(provisional: FlowMessage, final: FlowMessage): FlowMessage | undefined {
  if (compareHops(provisional, final) === 'different') return undefined;
  const delay = delayOf(provisional, final);
  if (delay === undefined ? provisional.index > final.index : delay > REORDERING) return provisional;
  return provisional.copies.find((copy) => (delayOf(copy, final) ?? 0) > REORDERING);
}

/** Seconds from one response to another; undefined where one has no time. */
function delayOf({ time }: FlowMessage, { time: before }: FlowMessage): number | undefined {
  return time === undefined || before === undefined ? undefined : time - before;
}

/** True if the two came in this order from the hop behind, where it is reported. */
function isLateBehind({ forwards }: FlowMessage, final: FlowMessage): boolean {
  return forwards !== undefined && final.forwards !== undefined && lateOf(forwards, final.forwards) !== undefined;
}
