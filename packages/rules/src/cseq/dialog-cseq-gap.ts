import { type Dialog, type DialogSide, defineRule, type Flow, type FlowMessage } from '@siplint/core';
import { byAlice, byBob, toAlice } from '../examples/in-dialog.js';
import { ack, file, invite, ok } from '../examples/messages.js';
import { actualSender } from '../shared/dialog/actual-sender.js';
import { isCountedUp, requestsOf } from '../shared/dialog/dialog-requests.js';
import { perFlow } from '../shared/once/per-flow.js';
import { isNumberContradicted } from '../shared/transaction/contradicted-request.js';
import { hopKey } from '../shared/transaction/hop-key.js';
import { cseqDigitsOf } from '../shared/transaction/places-in-flow.js';

const CALL = [invite(), ok('INVITE'), ack()];

export default defineRule({
  meta: {
    id: 'dialog-cseq-gap',
    category: 'cseq',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Leave no gap in the numbers of a dialog',
    docs: {
      what: 'The CSeq number of each request in a dialog is that of the last request of the same side plus one.',
      why:
        'Peers have to accept gaps, since a proxy may have challenged a request that they never saw. But a gap at the sender ' +
        'itself shows that it counts something else along, or that requests are missing in the file.',
      falsePositives:
        'A request that the file does not hold leaves a gap as well. Numbers that other requests of the call have, and those ' +
        'of challenged ones, are taken into account; only what comes straight from a user agent (one Via) is judged.',
      bad: [file(...CALL, byAlice('BYE', 314165, { CSeq: '<|314165|> BYE' }))],
      good: [
        file(...CALL, byBob('INFO', 870), byAlice('BYE', 314160)),
        file(...CALL, toAlice(407, 'INVITE', 314160), byAlice('INVITE', 314162)),
        file(
          ...CALL,
          byAlice('BYE', 314165, {
            Via: [
              'SIP/2.0/UDP proxy.example.com;branch=z9hG4bK1x7',
              'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK2x7;received=192.0.2.1',
            ],
          }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '12.2.2' },
    ],
    since: '0.1.0',
    messages: {
      gap: '{method} has CSeq number {found} next to {last} of the same sender: numbers in a dialog go up by one, {missing} are missing here',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    dialog(dialog, context) {
      // What is missing may stand outside of the dialog, or under another Call-ID.
      const { isSplit, outsideDialogs } = dialog.flow;
      if (isSplit || outsideDialogs.length > 0 || isCountedUp(dialog, 1)) return;
      for (const { request, last, missing } of gapsIn(dialog)) {
        const found = cseqDigitsOf(request);
        const before = cseqDigitsOf(last);
        if (!found || !before) continue;
        context.report({
          messageId: 'gap',
          in: request,
          at: found,
          data: { method: request.method, found: found.text, last: before.text, missing },
          related: [{ message: 'The request before it', of: last, at: before }],
        });
      }
    },
  }),
});

interface Gap {
  readonly request: FlowMessage;
  readonly last: FlowMessage;
  readonly missing: number;
}

/** The first gap of each side that nothing in the file explains. */
function gapsIn(dialog: Dialog): Gap[] {
  const gaps: Gap[] = [];
  const highest = new Map<DialogSide, FlowMessage>();
  const judged = new Set<DialogSide>();
  for (const { sender: claimed, request, hops } of requestsOf(dialog)) {
    // With tags that were exchanged it is dialog-tags-swapped.
    const sender = actualSender(dialog, request, claimed) ?? claimed;
    if (judged.has(sender) || request.viaCount !== 1 || hops.some(isNumberContradicted)) continue;
    const last = highest.get(sender);
    if (last && request.cseqNumber <= last.cseqNumber) {
      // Behind a number that was wrong it is not known which comes next.
      judged.add(sender);
      continue;
    }
    highest.set(sender, request);
    if (!last || request.cseqNumber === last.cseqNumber + 1 || hopKey(last) !== hopKey(request)) continue;
    const missing = missingBetween(
      last.cseqNumber,
      request.cseqNumber,
      numbersOf(dialog.flow).get(dialog.tagOf(sender)),
    );
    if (missing === 0) continue;
    gaps.push({ request, last, missing });
    judged.add(sender);
  }
  return gaps;
}

/** The CSeq numbers that one From tag has in a flow, each once, in ascending order. */
interface Numbers {
  readonly all: readonly number[];
  /** Those of requests that were answered 401 or 407. */
  readonly challenged: readonly number[];
}

const numbersOf = perFlow((flow: Flow): ReadonlyMap<string, Numbers> => {
  const byTag = new Map<string, { readonly all: number[]; readonly challenged: number[] }>();
  for (const { fromTag, cseqNumber, statusCode } of flow.messages) {
    if (fromTag === undefined) continue;
    const numbers = byTag.get(fromTag) ?? { all: [], challenged: [] };
    byTag.set(fromTag, numbers);
    numbers.all.push(cseqNumber);
    if (statusCode === 401 || statusCode === 407) numbers.challenged.push(cseqNumber);
  }
  return new Map(
    [...byTag].map(([tag, { all, challenged }]) => [tag, { all: sorted(all), challenged: sorted(challenged) }]),
  );
});

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** How many numbers between two no message has; none where a challenge stands between them. */
function missingBetween(last: number, next: number, numbers: Numbers | undefined): number {
  if (!numbers || countBelow(numbers.challenged, next) > countBelow(numbers.challenged, last)) return 0;
  return next - last - 1 - (countBelow(numbers.all, next) - countBelow(numbers.all, last + 1));
}

/** Of numbers in ascending order. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
