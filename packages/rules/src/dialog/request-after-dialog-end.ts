import { type Dialog, type DialogRequest, defineRule, type FlowMessage } from '@siplint/core';
import { byAlice, byBob } from '../examples/in-dialog.js';
import { ack, bye, file, invite, line, ok } from '../examples/messages.js';
import { isReliableTransport } from '../shared/message/transport.js';

const ENDED = [invite(), ok('INVITE'), ack(), bye(), ok('BYE')];

export default defineRule({
  meta: {
    id: 'request-after-dialog-end',
    category: 'dialog',
    level: 'advice',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Send no request in a dialog that a BYE has ended',
    docs: {
      what:
        'When a BYE has got its 2xx the dialog is over on both sides, unless a subscription in it goes on. A new request needs ' +
        'a new dialog.',
      why: 'The peer has forgotten the dialog and answers 481, so what the request was to do is not done.',
      falsePositives:
        'A request that was under way while the other side hung up is let pass where time stamps show it within a second, or ' +
        'its number shows that it was sent before the BYE. So are BYEs of both sides, ACK, NOTIFY and SUBSCRIBE, and everything ' +
        'in a dialog with a subscription. What the side that did not hang up sends within 32 seconds over UDP, or without time stamps, is no more than info.',
      bad: [
        file(...ENDED, byAlice('INVITE', 314161, { startLine: '<|INVITE|> sip:bob@client.example.net SIP/2.0' })),
        file(...ENDED, byAlice('BYE', 314161, { startLine: '<|BYE|> sip:bob@client.example.net SIP/2.0' })),
      ],
      good: [
        file(...ENDED, byBob('BYE', 870)),
        file(...ENDED, byBob('NOTIFY', 870)),
        file(
          invite(),
          ok('INVITE'),
          ack(),
          bye(),
          line('# siplint-set time=9'),
          ok('BYE'),
          line('# siplint-set time=9.2'),
          byBob('INFO', 870),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '12.3' },
      { rfc: 3261, section: '15' },
      { rfc: 3261, section: '15.1.2' },
    ],
    since: '0.1.0',
    messages: {
      ended: '{method} is sent in a dialog that a BYE has ended: the peer answers 481, begin a new dialog for it',
      again: 'Another BYE in a dialog that a BYE of this side has ended: the peer answers 481, one is enough',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    dialog(dialog, context) {
      const { end } = dialog;
      if (end?.method !== 'BYE' || hadSubscription(dialog, end)) return;
      const late = dialog.requests.find((one) => isNewBehind(one, end));
      if (!late) return;
      const { method } = late.request;
      const common = {
        in: late.request,
        ...(mayHaveCrossed(late, end) && { ceiling: 'info' as const }),
        related: [{ message: 'The 2xx to the BYE', of: end }],
      };
      if (method === 'BYE') context.report({ messageId: 'again', ...common });
      else context.report({ messageId: 'ended', ...common, data: { method } });
    },
  }),
});

function hadSubscription({ hasSubscription, creation, requests }: Dialog, end: FlowMessage): boolean {
  if (!hasSubscription) return false;
  const before = requests.filter(({ request }) => request.index < end.index);
  return [...(creation ? [creation] : []), ...before].some(({ request: { method } }) => {
    return method === 'SUBSCRIBE' || method === 'NOTIFY' || method === 'REFER';
  });
}

/** Seconds for which a lost request is retransmitted: 64*T1 (§17.1.2.2). */
const MOST_RETRIES = 32;

/** True if a request of the side that did not hang up may have been sent before the BYE came, and lost at first. */
function mayHaveCrossed({ request }: DialogRequest, end: FlowMessage): boolean {
  if (request.fromTag === end.fromTag) return false;
  if (request.time === undefined || end.time === undefined) return true;
  return !isReliableTransport(request.transport) && request.time - end.time <= MOST_RETRIES;
}

/** Seconds for which a request may be under way while the other side hangs up. */
const MOST_CROSSING = 1;

function isNewBehind({ request }: DialogRequest, end: FlowMessage): boolean {
  // A peer that accepts it still knew the dialog.
  if (request.index < end.index || request.transaction?.final?.isSuccess) return false;
  switch (request.method) {
    case 'ACK':
    case 'NOTIFY':
    case 'SUBSCRIBE':
      return false;
    case 'BYE':
      // Both sides may hang up.
      if (request.fromTag !== end.fromTag) return false;
  }
  // Of the side that hung up, what has a lower number was sent before.
  if (request.fromTag === end.fromTag && request.cseqNumber <= end.cseqNumber) return false;
  return request.time === undefined || end.time === undefined || request.time - end.time > MOST_CROSSING;
}
