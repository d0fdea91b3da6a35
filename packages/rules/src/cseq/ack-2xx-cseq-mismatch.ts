import { compareHops, type Dialog, type DialogSide, defineRule, type FlowMessage, replaceRange } from '@siplint/core';
import { byAlice, toAlice } from '../examples/in-dialog.js';
import { ack, file, invite, ok } from '../examples/messages.js';
import { cseqDigitsOf } from '../shared/transaction/places-in-flow.js';

export default defineRule({
  meta: {
    id: 'ack-2xx-cseq-mismatch',
    category: 'cseq',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give the ACK to a 2xx the number of its INVITE',
    docs: {
      what: 'The ACK to a 2xx has the CSeq number of the INVITE that was accepted. It does not count as a request of its own.',
      why:
        'The callee finds no INVITE that the ACK belongs to. It sends its 2xx again and again, and hangs up after 32 seconds: ' +
        'the classic call that breaks off after half a minute.',
      falsePositives:
        'Only calls that the file shows from their beginning are judged, and only a 2xx that no ACK with the right number ' +
        'follows.',
      fixSafety: 'Unsafe: the number is copied from the INVITE that was accepted last, which is not known to be meant.',
      bad: [file(invite(), ok('INVITE'), ack({ CSeq: '<|314160|> ACK' }))],
      good: [
        file(invite(), ok('INVITE'), ack({ CSeq: '000314159 ACK' })),
        file(
          invite(),
          ok('INVITE'),
          ack(),
          byAlice('INVITE', 314160),
          toAlice(200, 'INVITE', 314160),
          byAlice('ACK', 314160),
        ),
        file(toAlice(200, 'INVITE', 314160), byAlice('ACK', 314161)),
      ],
    },
    references: [
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '13.2.2.4' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      mismatch:
        'ACK has number {found}, the INVITE that was accepted has {expected}: the callee does not match it, repeats its 2xx and hangs up after 32 s',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    dialog(dialog, context) {
      const suspect = dialog.creation && firstOddAck(dialog);
      if (!suspect) return;
      const { ack: odd, sender } = suspect;
      const accepted = lastAnsweredInvite(dialog, sender, odd);
      if (!accepted || compareHops(odd, accepted) !== 'same' || hasAck(dialog, sender, accepted.cseqNumber)) return;
      const found = cseqDigitsOf(odd);
      const expected = cseqDigitsOf(accepted);
      if (!found || !expected) return;
      context.report({
        messageId: 'mismatch',
        in: odd,
        at: found,
        data: { found: found.text, expected: expected.text },
        related: [{ message: 'The INVITE that was accepted', of: accepted, at: expected }],
        fix: { title: `Write ${expected.text}`, edits: [replaceRange(found, expected.text)] },
      });
    },
  }),
});

/** The first ACK of the dialog whose number no INVITE has that the file shows, and no response to one. */
function firstOddAck({
  creation,
  requests,
  flow: { messages },
}: Dialog): { readonly ack: FlowMessage; readonly sender: DialogSide } | undefined {
  let invites: Set<number> | undefined;
  for (const { request, sender } of requests) {
    if (request.method !== 'ACK' || request.cseqNumber === creation?.request.cseqNumber) continue;
    invites ??= new Set(messages.filter(({ method }) => method === 'INVITE').map(({ cseqNumber }) => cseqNumber));
    if (!invites.has(request.cseqNumber)) return { ack: request, sender };
  }
  return undefined;
}

/** The INVITE of that side whose final response stands last before the ACK, if the file shows it and it was accepted. */
function lastAnsweredInvite(dialog: Dialog, sender: DialogSide, ack: FlowMessage): FlowMessage | undefined {
  const tag = dialog.tagOf(sender);
  const final = dialog.messages.findLast(({ kind, method, isFinal, fromTag, index }) => {
    return kind === 'response' && method === 'INVITE' && isFinal && fromTag === tag && index < ack.index;
  });
  if (!final?.isSuccess || !(dialog.flow.isComplete || isPrompt(ack, final))) return undefined;
  // Where the side went on in between, it may have sent an INVITE that the file lacks.
  const wentOn = dialog.requests.some(({ request, sender: of }) => {
    return of === sender && request.index > final.index && request.index < ack.index;
  });
  if (wentOn) return undefined;
  const invite = final.transaction?.request;
  // A response that has another number than its request is response-cseq-mismatch.
  return invite?.cseqNumber === final.cseqNumber ? invite : undefined;
}

/** Seconds within which an ACK, or a copy of it, follows its 2xx (§13.2.2.4). */
const LONGEST_DELAY = 1;

/** False where so much time has passed that the ACK may be for an INVITE that the file lacks. */
function isPrompt(ack: FlowMessage, final: FlowMessage): boolean {
  return ack.time === undefined || final.time === undefined || ack.time - final.time <= LONGEST_DELAY;
}

function hasAck({ requests }: Dialog, sender: DialogSide, cseqNumber: number): boolean {
  return requests.some(
    (one) => one.sender === sender && one.request.method === 'ACK' && one.request.cseqNumber === cseqNumber,
  );
}
