import { type Dialog, defineRule } from '@siplint/core';
import { byAlice, byBob, toAlice, toBob } from '../examples/in-dialog.js';
import { ack, file, invite, line, ok } from '../examples/messages.js';
import { firstFinalOf, requestsOf, type SeenRequest } from '../shared/dialog/dialog-requests.js';
import { elapsedBetween, inSeconds } from '../shared/transaction/elapsed.js';

/** Seconds that the side which made the Call-ID waits at least, and by which it may come early. */
const SHORTEST = 2.1;
const TOLERANCE = 0.1;

const CALL = [invite(), ok('INVITE'), ack()];

export default defineRule({
  meta: {
    id: 'reinvite-retried-too-early-after-491',
    category: 'timers',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Wait at least 2.1 seconds after a 491 where the Call-ID is your own',
    docs: {
      what:
        'The side that created the Call-ID sends its INVITE again 2.1 to 4 seconds after a 491. The other side may do so at ' +
        'once, and up to 2 seconds later.',
      why:
        'Two INVITEs met, and both were refused. The two times do not overlap, so that the second try of one side is over ' +
        'before that of the other begins: who comes too early meets the other one again.',
      falsePositives:
        'Time runs from the 491 as the file shows it first, which is never later than its receiver got it. Judged is the side ' +
        'whose INVITE began the call in the file. An INVITE that comes late, or that has another body, may be a new one.',
      bad: [
        file(
          ...CALL,
          byAlice('INVITE', 314160),
          line('# siplint-set time=5.25'),
          toAlice(491, 'INVITE', 314160),
          line('# siplint-set time=5.5'),
          byAlice('INVITE', 314161, { startLine: '<|INVITE|> sip:bob@client.example.net SIP/2.0' }),
        ),
      ],
      good: [
        file(
          ...CALL,
          byAlice('INVITE', 314160),
          line('# siplint-set time=5.25'),
          toAlice(491, 'INVITE', 314160),
          line('# siplint-set time=8.0'),
          byAlice('INVITE', 314161),
        ),
        file(
          ...CALL,
          byBob('INVITE', 870),
          line('# siplint-set time=5.25'),
          toBob(491, 'INVITE', 870),
          line('# siplint-set time=5.5'),
          byBob('INVITE', 871),
        ),
      ],
    },
    references: [{ rfc: 3261, section: '14.1' }],
    since: '0.1.0',
    messages: {
      early:
        'INVITE sent again {seconds} s after the 491: the side that created the Call-ID waits 2.1 to 4 s, or the two INVITEs meet again',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['INVITE'] },
  create: () => ({
    dialog(dialog, context) {
      if (!mayHaveRetry(dialog)) return;
      let refused: SeenRequest | undefined;
      for (const seen of requestsOf(dialog)) {
        const { request, sender } = seen;
        if (sender !== 'caller' || request.method !== 'INVITE' || request === dialog.creation?.request) continue;
        const before = refused;
        const response = before && firstFinalOf(before);
        refused = seen;
        if (response?.statusCode !== 491 || response.index > request.index) continue;
        if (before?.request.bodyText !== request.bodyText) continue;
        const elapsed = elapsedBetween(response, request);
        if (!elapsed || elapsed.seconds < 0 || elapsed.most >= SHORTEST - TOLERANCE) continue;
        context.report({
          messageId: 'early',
          in: request,
          data: { seconds: inSeconds(elapsed.seconds) },
          related: [{ message: 'The 491', of: response }],
        });
      }
    },
  }),
});

/** True if the file shows who created the Call-ID, and two INVITEs of that side in the dialog. */
function mayHaveRetry({ creation, requests }: Dialog): boolean {
  if (!creation) return false;
  let count = 0;
  for (const { request, sender } of requests) if (sender === 'caller' && request.method === 'INVITE') count++;
  return count > 1;
}
