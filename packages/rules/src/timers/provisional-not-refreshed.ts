import { compareHops, defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { file, invite, line, ok, response } from '../examples/messages.js';
import { elapsedBetween, inSeconds } from '../shared/transaction/elapsed.js';

/** Seconds that a refresh may be late. */
const GRACE = 5;
/** Seconds between reliable provisional responses, which need not allow for loss (RFC 3262 §3). */
const RELIABLE = 150;

/** Seconds behind which a proxy may cancel (§16.6 step 11). */
const TIMER_C = 180;

interface Options {
  /** Seconds between two responses. */
  readonly longest: number;
}

export default defineRule({
  meta: {
    id: 'provisional-not-refreshed',
    category: 'timers',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Send a provisional response every minute while an INVITE is pending',
    docs: {
      what:
        'A user agent that takes long to answer an INVITE sends a provisional response other than 100 every minute, or every ' +
        'two and a half minutes if it is reliable. Reported is a pause of more than the option longest: 180 seconds, under ' +
        'strict 60; five seconds more are let pass.',
      why: 'A proxy may cancel an INVITE for which it has heard nothing for three minutes, so the call ends while the phone rings.',
      falsePositives:
        'Over UDP a response may get lost, and a capture may lack some: a pause of less than three minutes, behind which one or ' +
        'two may have been lost, is an info.',
      bad: [
        file(
          line('# siplint-set time=0.5'),
          response(180, 'INVITE'),
          line('# siplint-set time=200.5'),
          ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK' }),
        ),
      ],
      good: [
        file(
          line('# siplint-set time=0.5'),
          response(180, 'INVITE'),
          line('# siplint-set time=60.5'),
          response(180, 'INVITE'),
          line('# siplint-set time=120'),
          ok('INVITE'),
        ),
        file(
          invite({ Supported: '100rel' }),
          line('# siplint-set time=0.5'),
          response(180, 'INVITE', { Require: '100rel', RSeq: '1' }),
          line('# siplint-set time=140'),
          ok('INVITE'),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '13.3.1.1' },
      { rfc: 3261, section: '16.6' },
      { rfc: 3261, section: '16.7' },
      { rfc: 3262, section: '3' },
    ],
    options: {
      schema: {
        type: 'object',
        properties: {
          longest: { type: 'number', minimum: 0, description: 'Seconds between two responses to a pending INVITE.' },
        },
        additionalProperties: false,
      },
      default: { longest: TIMER_C } satisfies Options,
      strict: { longest: 60 },
    },
    since: '0.1.0',
    messages: {
      pause:
        'Response {code} comes {seconds} s behind the {before}: send a provisional response every minute, for a proxy may cancel an INVITE for which it hears nothing',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['INVITE'] },
  create: ({ longest }: Options) => ({
    transaction(transaction, context) {
      if (isShort(transaction, longest)) return;
      let before: FlowMessage | undefined;
      for (const response of responsesOf(transaction)) {
        if (before?.isFinal) return;
        if (before && compareHops(before, response) === 'different') continue;
        const elapsed = before && elapsedBetween(before, response);
        const due = Math.max(longest, before?.rseq === undefined ? 0 : RELIABLE) + GRACE;
        if (before && elapsed && elapsed.least > due && !response.forwards) {
          context.report({
            messageId: 'pause',
            in: response,
            data: { code: response.statusCode, seconds: inSeconds(elapsed.seconds), before: before.statusCode },
            related: [{ message: 'The response before it', of: before }],
            ...(elapsed.least <= TIMER_C && { ceiling: 'info', ceilingAlways: true }),
          });
          return;
        }
        before = response;
      }
    },
  }),
});

/** True for what most INVITEs show: one response, or all of them within the time. */
function isShort({ firstResponse, final }: Transaction, longest: number): boolean {
  if (!firstResponse || firstResponse.isFinal) return true;
  const elapsed = final && elapsedBetween(firstResponse, final);
  return elapsed !== undefined && elapsed.most <= longest;
}

/** With retransmissions, in order. */
function responsesOf({ responses }: Transaction): FlowMessage[] {
  return responses.flatMap((response) => [response, ...response.copies]).sort((a, b) => a.index - b.index);
}
