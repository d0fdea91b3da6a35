import { defineRule, type Flow, type FlowMessage, type FlowRuleContext, type Transaction } from '@siplint/core';
import { ack, bye, file, invite, line, ok, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { isSameTag } from '../shared/dialog/tags.js';
import { ackKey, finalOfAck, invitesOf } from '../shared/transaction/acknowledged-invites.js';

const MESSAGES = {
  failure:
    'The {code} response to this INVITE gets no ACK on this hop: the server sends it again for 32 seconds, and then takes the client for dead',
  success:
    'The {code} response to this INVITE gets no ACK: the called side sends it again for 32 seconds, and then hangs up',
} as const;

type Context = FlowRuleContext<typeof MESSAGES>;

export default defineRule({
  meta: {
    id: 'ack-missing-for-final-response',
    category: 'transaction',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Acknowledge each final response to INVITE',
    docs: {
      what:
        'In a file that is declared complete each 300-699 response to INVITE gets an ACK on its hop, and each 2xx gets one from ' +
        'the caller for its To tag.',
      why:
        'The server sends the response again for 32 seconds. Behind that it gives up: it hangs up an answered call, while the ' +
        'caller believes that it goes on.',
      falsePositives:
        'Only files that say `# siplint-set complete=yes` are judged. A 2xx that passed a proxy without Record-Route may get its ' +
        'ACK elsewhere. Where some ACK of the call fits no response, its own defect is reported.',
      bad: [
        file(
          line('# siplint-set complete=yes'),
          invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
          response(486, 'INVITE'),
        ),
        file(
          line('# siplint-set complete=yes'),
          invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
          ok('INVITE'),
        ),
      ],
      good: [
        file(line('# siplint-set complete=yes'), invite(), ok('INVITE'), ack(), bye(), ok('BYE')),
        file(line('# siplint-set complete=yes'), invite(), response(486, 'INVITE'), failureAck()),
        file(invite(), ok('INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '13.1' },
      { rfc: 3261, section: '13.2.2.4' },
      { rfc: 3261, section: '17.1.1.2' },
    ],
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({
    flow(flow, context) {
      if (!flow.isComplete) return;
      const acks = acksOf(flow);
      if (acks.some((ack) => fitsNothing(ack, flow))) return;
      const acknowledged = new Set(acks.map((ack) => ackKey(ack, ack.toTag)));
      for (const hops of invitesOf(flow).values()) {
        for (const hop of hops) judgeFailure(hop, context);
        judgeSuccesses(hops, acknowledged, context);
      }
    },
  }),
});

function acksOf({ messages }: Flow): FlowMessage[] {
  return messages.filter(({ kind, method, copyOf }) => kind === 'request' && method === 'ACK' && !copyOf);
}

/** True for an ACK that is neither of the transaction of an INVITE, nor has the number and tags of one of its responses. */
function fitsNothing(ack: FlowMessage, flow: Flow): boolean {
  return ack.transaction?.method !== 'INVITE' && finalOfAck(ack, flow) === undefined;
}

function judgeFailure({ request: invite, responses, acks, misfits }: Transaction, context: Context): void {
  const failure = responses.find(({ isFailure }) => isFailure);
  if (!invite || !failure || acks.length > 0 || responses.some(({ isSuccess }) => isSuccess)) return;
  // One with another branch is ack-non-2xx-via-mismatch.
  if (misfits.some(({ message }) => message.method === 'ACK')) return;
  report('failure', invite, failure, context);
}

/** Each To tag stands for one callee, whatever the hops where its 2xx was seen. */
function judgeSuccesses(hops: readonly Transaction[], acknowledged: ReadonlySet<string>, context: Context): void {
  const judged = new Set<string | undefined>();
  for (const { request: invite, responses } of hops) {
    for (const success of responses) {
      if (!invite || !success.isSuccess || judged.has(success.toTag) || mayBeAcknowledgedElsewhere(success)) continue;
      judged.add(success.toTag);
      // The caller may know the dialog by the tag that came from behind: proxy-changed-to-tag.
      if (success.forwards && !isSameTag(success.forwards.toTag, success.toTag)) continue;
      if (hops.some((hop) => hop.responses.some((one) => isForwardedOtherwise(success, one)))) continue;
      // Where the two differ one is wrong, which is reported for itself: the ACK may go by either.
      const isAcknowledged = [invite, success].some((message) => acknowledged.has(ackKey(message, success.toTag)));
      if (!isAcknowledged) report('success', invite, success, context);
    }
  }
}

/** True if a proxy gives a 2xx another tag as it passes it on: the ACK has that. */
function isForwardedOtherwise(success: FlowMessage, { forwards, toTag }: FlowMessage): boolean {
  return forwards === success && !isSameTag(toTag, success.toTag);
}

/** Without Record-Route the ACK takes the direct way, which does not pass the hop of a proxy (§13.2.2.4, §16.6 step 4). */
function mayBeAcknowledgedElsewhere({ viaCount, recordRoutes }: FlowMessage): boolean {
  return viaCount > 1 && (recordRoutes?.length ?? 0) === 0;
}

function report(messageId: 'failure' | 'success', invite: FlowMessage, final: FlowMessage, context: Context): void {
  context.report({
    messageId,
    in: invite,
    data: { code: final.statusCode },
    related: [{ message: 'The response', of: final }],
  });
}
