import {
  defineRule,
  type Edit,
  type FlowMessage,
  type NameAddr,
  otherSide,
  paramOf,
  replaceRange,
} from '@siplint/core';
import { byBob } from '../examples/in-dialog.js';
import { ack, bye, file, invite, line, ok } from '../examples/messages.js';
import { actualSender } from '../shared/dialog/actual-sender.js';

const CALL = [invite(), ok('INVITE'), ack()];
const OF_INVITE = {
  From: '<|<sip:alice@example.com>;tag=9fxced76sl|>',
  To: '<sip:bob@example.net>;tag=8321234356',
};

export default defineRule({
  meta: {
    id: 'dialog-tags-swapped',
    category: 'dialog',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Put the sender of a request into From, whoever called',
    docs: {
      what:
        'From of a request in a dialog is who sends it, with the tag of that side. When the callee sends, From and To change ' +
        'places compared with the INVITE.',
      why: 'The caller looks for a dialog in which the tag in To is its own, finds none and answers 481: the call stays up.',
      falsePositives:
        'Who has sent a request is taken from the addresses or directions of the trace, else from the host in a lone Via that ' +
        'is the Contact of one side. Where a proxy or a session border controller shows the request both ways, or the host is ' +
        'a private address, nothing is reported.',
      fixSafety: 'Unsafe: it is the content of Via, or of the trace, that may be wrong.',
      bad: [
        file(...CALL, byBob('BYE', 870, OF_INVITE)),
        file(
          line('# siplint-set direction=out'),
          invite(),
          line('# siplint-set direction=in'),
          ok('INVITE'),
          line('# siplint-set direction=out'),
          ack(),
          line('# siplint-set direction=in'),
          byBob('BYE', 870, OF_INVITE),
        ),
      ],
      good: [
        file(...CALL, byBob('BYE', 870)),
        file(...CALL, bye()),
        file(...CALL, bye({ Via: 'SIP/2.0/UDP client.example.net:5070;branch=z9hG4bK7x3' })),
      ],
    },
    references: [
      { rfc: 3261, section: '12' },
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
      { rfc: 3261, section: '12.2.1.1' },
    ],
    fixable: 'unsafe',
    winsOver: [
      'bye-by-callee-before-ack',
      'bye-by-callee-on-early-dialog',
      'dialog-request-uri-not-remote-target',
      'dialog-uri-changed',
    ],
    since: '0.1.0',
    messages: {
      swapped:
        '{method} is sent by the {sender}, but From has the tag of the {other}: the peer finds no dialog and answers 481, exchange From and To',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    dialog(dialog, context) {
      const { creation } = dialog;
      if (!creation) return;
      for (const { request, sender: claimed } of dialog.requests) {
        const sender = actualSender(dialog, request, claimed);
        if (sender === undefined || sender === claimed) continue;
        const from = request.message.field('From')?.value;
        const to = request.message.field('To')?.value;
        if (!from || !to) return;
        context.report({
          messageId: 'swapped',
          in: request,
          at: from,
          data: { method: request.method, sender, other: otherSide(sender) },
          related: [{ message: 'The INVITE, in which From is the caller', of: creation.request }],
          fix: { title: 'Exchange From and To', edits: exchange(request, from, to, uriOf(creation.request, claimed)) },
        });
        return;
      }
    },
  }),
});

function uriOf({ from, to }: FlowMessage, side: 'caller' | 'callee'): string | undefined {
  return side === 'caller' ? from?.uri : to?.uri;
}

/** Exchanges the addresses; only the tags, where the URI in From is not that of the side whose tag it has. */
function exchange({ text }: FlowMessage, from: NameAddr, to: NameAddr, uriOfClaimed: string | undefined): Edit[] {
  const fromTag = paramOf(from, 'tag');
  const toTag = paramOf(to, 'tag');
  if (fromTag && toTag && from.uri?.text !== uriOfClaimed && to.uri?.text === uriOfClaimed) {
    return [
      replaceRange({ start: fromTag.valueStart, end: fromTag.end }, text.slice(toTag.valueStart, toTag.end)),
      replaceRange({ start: toTag.valueStart, end: toTag.end }, text.slice(fromTag.valueStart, fromTag.end)),
    ];
  }
  return [replaceRange(from, text.slice(to.start, to.end)), replaceRange(to, text.slice(from.start, from.end))];
}
