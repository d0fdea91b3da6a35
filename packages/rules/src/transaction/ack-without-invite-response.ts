import { compareHops, defineRule, type Flow, type FlowMessage, type Transaction } from '@siplint/core';
import { ack, file, invite, line, ok, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { inviteKey, invitesOfAck } from '../shared/transaction/acknowledged-invites.js';
import { isTraced } from '../shared/transaction/traced.js';

export default defineRule({
  meta: {
    id: 'ack-without-invite-response',
    category: 'transaction',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send ACK for a final response only',
    docs: {
      what:
        'No ACK is sent before the first final response to its INVITE: a provisional response is not acknowledged, or, if it is ' +
        'reliable, with PRACK.',
      why:
        'Nobody waits for that ACK, so it is dropped, or answered by an error that an ACK must not get. The client may believe ' +
        'the call to be set up, and not send the ACK that is waited for.',
      falsePositives:
        'Reported where the first final response stands behind the ACK in the file, or where there is none in a file that is ' +
        'declared complete. A capture that lost the first response and shows a later copy of it looks the same if it also ends ' +
        'before the caller sends anything else.',
      bad: [
        file(
          invite(),
          response(180, 'INVITE'),
          ack({ startLine: '<|ACK|> sip:bob@client.example.net SIP/2.0' }),
          ok('INVITE'),
        ),
        file(
          line('# siplint-set complete=yes'),
          invite(),
          response(180, 'INVITE'),
          ack({ startLine: '<|ACK|> sip:bob@client.example.net SIP/2.0' }),
        ),
      ],
      good: [
        file(invite(), ok('INVITE'), ack(), ok('INVITE')),
        file(invite(), response(180, 'INVITE'), ack()),
        file(ack(), invite({ CSeq: '314160 INVITE' }), ok('INVITE', { CSeq: '314160 INVITE' })),
        file(invite(), response(486, 'INVITE'), failureAck()),
      ],
    },
    references: [
      { rfc: 3261, section: '13.2.2.4' },
      { rfc: 3261, section: '17.1.1.2' },
      { rfc: 3261, section: '21.1' },
    ],
    since: '0.1.0',
    messages: {
      early:
        'ACK before any final response to its INVITE: provisional responses are not acknowledged, so it is dropped, and the {code} behind it still needs one',
      never:
        'ACK to an INVITE that gets no final response: provisional responses are not acknowledged, so it is dropped',
    },
  },
  create: () => ({
    flow(flow, context) {
      const finals = finalsOf(flow);
      const judged = new Set<Transaction>();
      for (const ack of flow.messages) {
        if (ack.kind !== 'request' || ack.method !== 'ACK' || ack.copyOf) continue;
        const invites = invitesOfAck(ack, flow);
        const [invite] = invites;
        // The first ACK tells; those behind it, and the same on other hops, follow from it.
        if (!invite?.request || judged.has(invite)) continue;
        judged.add(invite);
        if (invite.first.index > ack.index) continue;
        const responses = finals.get(inviteKey(ack)) ?? [];
        const [first] = responses;
        const related = [{ message: 'The INVITE', of: invite.request }];
        if (!first) {
          // A response that does not fit is reported for that.
          const isAnswered = invites.some(({ misfits }) => misfits.some(({ message }) => message.isFinal));
          if (flow.isComplete && !isAnswered) context.report({ messageId: 'never', in: ack, related });
          continue;
        }
        if (first.index < ack.index) continue;
        const final = finalOnHop(ack, invites);
        const earlier = final && wasForEarlierCopy(ack, final, flow);
        if (!final || earlier === true) continue;
        context.report({
          messageId: 'early',
          in: ack,
          data: { code: final.statusCode },
          related: [...related, { message: 'The first final response', of: final }],
          ...(!isAnswerToProvisional(ack, invites) && { ceiling: 'info' }),
          ...(earlier === undefined && isTraced(ack) && { ceiling: 'info' }),
        });
      }
    },
  }),
});

/** True if it is a provisional response that the ACK was sent for: an ACK to none at all is one to a response that the file lacks. */
function isAnswerToProvisional({ index }: FlowMessage, [invite, other]: readonly Transaction[]): boolean {
  // Each element on the way acknowledges a failure in its own name.
  if (!invite?.request || invite.request.viaCount > 1 || other) return false;
  return invite.responses.some(
    ({ statusCode, isProvisional, index: at }) => isProvisional && statusCode > 100 && at < index,
  );
}

/**
 * True if a response is no more than a copy of one that the file lacks: the ACK was sent for that, and is repeated for the
 * copy, or the caller goes on without another one. Undefined if nothing follows that could tell.
 */
function wasForEarlierCopy(ack: FlowMessage, final: FlowMessage, { messages }: Flow): boolean | undefined {
  if (ack.copies.some(({ index }) => index > final.index)) return true;
  let goesOn = false;
  for (const { index, method, kind, fromTag, toTag, cseqNumber } of messages) {
    if (index < final.index || fromTag !== ack.fromTag || toTag !== ack.toTag) continue;
    if (kind === 'request' && method === 'ACK' && cseqNumber === ack.cseqNumber) return false;
    goesOn ||= cseqNumber > ack.cseqNumber;
  }
  return goesOn || undefined;
}

/** The final responses to INVITE, each in order, by what they share with the INVITE and its ACKs. */
function finalsOf({ messages }: Flow): ReadonlyMap<string, readonly FlowMessage[]> {
  const finals = new Map<string, FlowMessage[]>();
  for (const message of messages) {
    if (message.method !== 'INVITE' || !message.isFinal) continue;
    // The INVITE says what tag the caller has, whatever a response made of it.
    const key = inviteKey(message.transaction?.request ?? message);
    const known = finals.get(key);
    if (known) known.push(message);
    else finals.set(key, [message]);
  }
  return finals;
}

/** The final response that the ACK may be meant for, on its own hop: on another it may come later than here. */
function finalOnHop(ack: FlowMessage, invites: readonly Transaction[]): FlowMessage | undefined {
  const hop = invites.find(
    (invite) => invite === ack.transaction || (invite.request && compareHops(ack, invite.request) === 'same'),
  );
  return hop?.responses.find(({ isFinal, toTag }) => isFinal && (ack.toTag === undefined || toTag === ack.toTag));
}
