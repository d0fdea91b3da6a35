import { defineRule, type Flow, type FlowMessage } from '@siplint/core';
import { byAlice, byBob, toAlice } from '../examples/in-dialog.js';
import { ack, file, invite, line, ok, response } from '../examples/messages.js';
import { isDirect, type OverlappingInvites, overlappingInvites } from '../shared/dialog/overlapping-invites.js';
import { isReliableTransport } from '../shared/message/transport.js';

const CALL = [invite(), ok('INVITE'), ack()];
/** What follows the marked method. */
const TO_BOB = 'sip:bob@client.example.net SIP/2.0';

export default defineRule({
  meta: {
    id: 'overlapping-invite',
    category: 'dialog',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send no INVITE while another one is in progress in the dialog',
    docs: {
      what:
        'A dialog has one INVITE at a time. A user agent waits with a new one until its own has its final response, and until ' +
        'the one that it received is answered and, if refused, acknowledged.',
      why: 'The peer refuses it with 500 or 491. If it does not, the two sides may end up with different sessions.',
      falsePositives:
        'INVITEs of both sides may cross (glare), which nobody can prevent. It is let pass where time stamps show them within ' +
        'a second, and is an info where nothing tells whether the second sender knew the first INVITE.',
      bad: [
        file(
          ...CALL,
          byAlice('INVITE', 314160),
          byAlice('INVITE', 314161, { startLine: `<|INVITE|> ${TO_BOB}` }),
          toAlice(200, 'INVITE', 314160),
        ),
        file(
          ...CALL,
          byAlice('INVITE', 314160),
          byBob('INVITE', 870, { startLine: '<|INVITE|> sip:alice@pc33.example.com SIP/2.0' }),
          toAlice(200, 'INVITE', 314160),
        ),
      ],
      good: [
        file(
          ...CALL,
          byAlice('INVITE', 314160),
          toAlice(488, 'INVITE', 314160),
          byAlice('ACK', 314160),
          byAlice('INVITE', 314161),
        ),
        file(
          ...CALL,
          line('# siplint-set time=5'),
          byAlice('INVITE', 314160),
          line('# siplint-set time=5.3'),
          byBob('INVITE', 870),
          toAlice(491, 'INVITE', 314160),
        ),
        file(invite(), response(180, 'INVITE'), byAlice('UPDATE', 314160), ok('INVITE')),
      ],
    },
    references: [{ rfc: 3261, section: '14.1' }],
    since: '0.1.0',
    messages: {
      own: 'INVITE {number} is sent while INVITE {first} of the same side has no final response: the peer answers 500, wait for the response',
      crossing:
        'INVITE {number} is sent while INVITE {first} of the other side is not over: the peer answers 491, answer first and see its ACK',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  create: () => ({
    dialog(dialog, context) {
      let last: OverlappingInvites['first'] | undefined;
      for (const overlap of overlappingInvites(dialog)) {
        const { first, second, isSameSender } = overlap;
        // Further INVITEs while the first still waits are the same mistake.
        if (first === last) continue;
        const certainty = isSameSender ? judgeOwn(overlap, dialog.flow) : judgeCrossing(overlap, dialog.flow);
        if (certainty === 'none') continue;
        last = first;
        context.report({
          messageId: isSameSender ? 'own' : 'crossing',
          in: second.request,
          data: { number: second.request.cseqNumber, first: first.request.cseqNumber },
          related: [{ message: 'The INVITE in progress', of: first.request }],
          ...(certainty === 'possible' && { ceiling: 'info', ceilingAlways: true }),
        });
      }
    },
  }),
});

type Certainty = 'certain' | 'possible' | 'none';

/** Seconds behind which INVITEs of both sides do not cross any more. */
const MOST_CROSSING = 1;
/** Seconds behind which a request without any response has timed out: 64*T1 (§17.1.1.2). */
const TIMEOUT = 32;

function judgeOwn({ first, second, firstFinal }: OverlappingInvites, flow: Flow): Certainty {
  // Its response stands behind, or the other one would have been over.
  if (firstFinal) return 'certain';
  if (!flow.isComplete || first.hops.some(({ cancel }) => cancel)) return 'none';
  const wasProceeding = first.hops.some(
    ({ firstResponse }) => firstResponse && firstResponse.index < second.request.index,
  );
  if (wasProceeding) return 'certain';
  const elapsed = elapsedBetween(first.request, second.request);
  return elapsed !== undefined && elapsed < TIMEOUT ? 'certain' : 'none';
}

function judgeCrossing({ first, second, firstFinal }: OverlappingInvites, flow: Flow): Certainty {
  if (!firstFinal && !flow.isComplete) return 'none';
  // Who has answered an INVITE has seen it; a 100 may come from a proxy.
  const answer = first.hops
    .flatMap(({ responses }) => responses)
    .find(({ statusCode, index }) => statusCode > 100 && index < second.request.index);
  if (answer) return isInOrder(answer, second.request) ? 'certain' : 'possible';
  const elapsed = elapsedBetween(first.request, second.request);
  if (elapsed === undefined) return 'possible';
  if (elapsed <= MOST_CROSSING) return 'none';
  // Over UDP it may have been lost up to then, and behind a proxy it may go over UDP.
  return isDirect(first) && isReliableTransport(first.request.transport) ? 'certain' : 'possible';
}

/** Seconds by which messages may stand in another order than they were sent. */
const REORDERING = 0.5;

/** True if what the file shows first was sent first. */
function isInOrder(answer: FlowMessage, request: FlowMessage): boolean {
  return (elapsedBetween(answer, request) ?? 0) > REORDERING;
}

function elapsedBetween(
  a: { readonly time: number | undefined },
  b: { readonly time: number | undefined },
): number | undefined {
  return a.time === undefined || b.time === undefined ? undefined : b.time - a.time;
}
