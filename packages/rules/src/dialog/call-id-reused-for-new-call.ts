import { defineRule, type FlowMessage } from '@siplint/core';
import { ack, bye, file, invite, ok, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { hopKey } from '../shared/transaction/hop-key.js';
import { callIdPlaceOf } from '../shared/transaction/places-in-flow.js';

const CALL = [invite(), ok('INVITE'), ack(), bye(), ok('BYE')];
const VIA = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-second';

export default defineRule({
  meta: {
    id: 'call-id-reused-for-new-call',
    category: 'dialog',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Give each new call a Call-ID of its own',
    docs: {
      what:
        'An INVITE that begins a new call has a Call-ID that was not used before. Only a retry of a request that was redirected, ' +
        'challenged or refused keeps the Call-ID.',
      why:
        'Billing, monitoring and fraud detection know a call by its Call-ID and merge the two. A server that compares Call-ID ' +
        'and CSeq takes the new call for a merged request and answers 482.',
      falsePositives:
        'Reported is only an INVITE without a To tag behind the 2xx of the call before, from the same element and with another ' +
        'From tag.',
      bad: [
        file(
          ...CALL,
          invite({
            From: '<sip:alice@example.com>;tag=77aa31bb',
            Via: VIA,
            'Call-ID': '<|3848276298220188511@pc33.example.com|>',
          }),
        ),
      ],
      good: [
        file(invite(), response(407, 'INVITE'), failureAck(), invite({ CSeq: '314160 INVITE', Via: VIA })),
        file(
          invite(),
          response(503, 'INVITE'),
          failureAck(),
          invite({ From: '<sip:alice@example.com>;tag=77aa31bb', Via: VIA }),
        ),
        file(
          ...CALL,
          invite({ From: '<sip:alice@example.com>;tag=77aa31bb', Via: VIA, 'Call-ID': 'new@pc33.example.com' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.4' },
      { rfc: 3261, section: '19.3' },
    ],
    since: '0.1.0',
    messages: {
      reused:
        'INVITE of a new call has the Call-ID {found} of an earlier one: billing and monitors merge the two, make a new Call-ID',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  create: () => ({
    flow(flow, context) {
      if (flow.transactions.length < 2) return;
      /** By hop the first INVITE of a call: the first that was accepted, if one was. */
      const calls = new Map<string, Call>();
      let hangUp: FlowMessage | undefined;
      for (const { method, request, final } of flow.transactions) {
        const success = final?.isSuccess ? final : undefined;
        if (method === 'BYE') hangUp ??= success;
        if (method !== 'INVITE' || !request || request.toTag !== undefined) continue;
        const hop = hopKey(request);
        const call = calls.get(hop);
        const over = call?.success ?? hangUp;
        if (call && over && over.index < request.index && isOtherTag(request, call.invite)) {
          context.report({
            messageId: 'reused',
            in: request,
            at: callIdPlaceOf(request),
            data: { found: request.callId },
            related: [{ message: 'The call that had it first', of: call.invite, at: callIdPlaceOf(call.invite) }],
          });
          return;
        }
        if (!call || (success && !call.success)) calls.set(hop, { invite: request, success });
      }
    },
  }),
});

interface Call {
  readonly invite: FlowMessage;
  readonly success: FlowMessage | undefined;
}

function isOtherTag({ fromTag: a }: FlowMessage, { fromTag: b }: FlowMessage): boolean {
  return a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase();
}
