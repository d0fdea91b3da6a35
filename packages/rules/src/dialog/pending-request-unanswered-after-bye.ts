import { type Dialog, defineRule } from '@siplint/core';
import { byAlice, byBob } from '../examples/in-dialog.js';
import { ack, bye, file, invite, line, ok, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { requestsOf } from '../shared/dialog/dialog-requests.js';
import { isUnanswered } from '../shared/transaction/unanswered.js';

const COMPLETE = line('# siplint-set complete=yes');
const CALL = [COMPLETE, invite(), ok('INVITE'), ack()];
const END = [bye({ CSeq: '314161 BYE' }), ok('BYE', { CSeq: '314161 BYE' })];

export default defineRule({
  meta: {
    id: 'pending-request-unanswered-after-bye',
    category: 'dialog',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: ['recommended'],
    title: 'Answer the requests that are pending when a BYE comes',
    docs: {
      what: 'Who gets a BYE answers the requests of the same sender in that dialog that are still pending as well, best with 487.',
      why:
        'The sender repeats an unanswered request until it times out, and an INVITE that rings keeps its place in every proxy ' +
        'on the way for minutes.',
      falsePositives: 'Only files that are declared complete are judged, and only where the BYE itself was answered.',
      bad: [
        file(...CALL, byAlice('INFO', 314160, { startLine: '<|INFO|> sip:bob@client.example.net SIP/2.0' }), ...END),
      ],
      good: [
        file(invite(), response(180, 'INVITE'), bye(), ok('BYE')),
        file(COMPLETE, invite(), response(180, 'INVITE'), bye(), ok('BYE'), response(487, 'INVITE'), failureAck()),
        file(...CALL, byBob('INFO', 870), ...END),
      ],
    },
    references: [{ rfc: 3261, section: '15.1.2' }],
    winsOver: ['request-without-final-response'],
    since: '0.1.0',
    messages: {
      unanswered:
        '{method} was pending when the BYE came and gets no final response: its sender repeats it until it times out, answer 487',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    dialog(dialog, context) {
      if (!dialog.flow.isComplete) return;
      const bye = answeredByeOf(dialog);
      if (!bye) return;
      for (const { request, sender, hops } of requestsOf(dialog)) {
        if (request.index > bye.request.index) return;
        if (sender !== bye.sender || request.method === 'BYE' || !hops.every(isUnanswered)) continue;
        // A request that began several dialogs is pending in each of them.
        if (request.toTag === undefined && !context.once(`${request.index}`)) continue;
        context.report({
          messageId: 'unanswered',
          in: request,
          data: { method: request.method },
          related: [{ message: 'The BYE', of: bye.request }],
        });
      }
    },
  }),
});

function answeredByeOf(dialog: Dialog): Dialog['bye'] {
  const { bye } = dialog;
  return bye?.transactions.some(({ final }) => final?.isSuccess) ? bye : undefined;
}
